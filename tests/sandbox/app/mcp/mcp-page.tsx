import Spinner from '@atlaskit/spinner';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect, useState } from 'react';
import type { OrganizationSettings } from '../../protocol.ts';
import { loadSettings } from '../client.ts';
import { useConsole } from '../console-context.tsx';
import { navigate, useLocationPath } from '../router.ts';
import { PageHeading } from '../shell.tsx';
import { style } from '../styles.ts';
import { AuthenticationPanel } from './authentication-panel.tsx';
import { DomainsPanel, SupportedDomainsSwitch } from './domains-panel.tsx';
import { PermissionsPanel } from './permissions-panel.tsx';
import type { PanelProps } from './settings.ts';
import { useNotices } from './use-notices.tsx';

const TABS = ['domains', 'authentication', 'permissions'] as const;

function TabbedPanels(props: PanelProps) {
  const { texts, variant, org, id } = useConsole();
  const path = useLocationPath();
  const inPath = TABS.findIndex((tab) => path.endsWith(`/tab/${tab}`));
  const [selected, setSelected] = useState(Math.max(0, inPath));
  const shown = variant.tabInPath ? Math.max(0, inPath) : selected;
  return (
    <Tabs
      id="mcp-tabs"
      selected={shown}
      shouldUnmountTabPanelOnChange
      onChange={(index) => {
        setSelected(index);
        if (variant.tabInPath) navigate(`/o/${org}/${variant.pagePath}/tab/${TABS[index]}`);
      }}
    >
      <TabList>
        {TABS.map((tab) => (
          <Tab key={tab} testId={id(`mcp-server-tab-${tab}`)}>
            {texts[tab]}
          </Tab>
        ))}
      </TabList>
      <TabPanel>
        <div className={style('panel')}>
          <SupportedDomainsSwitch {...props} />
          <DomainsPanel />
        </div>
      </TabPanel>
      <TabPanel>
        <div className={style('panel')}>
          <AuthenticationPanel {...props} />
        </div>
      </TabPanel>
      <TabPanel>
        <div className={style('panel')}>
          <PermissionsPanel {...props} />
        </div>
      </TabPanel>
    </Tabs>
  );
}

/** The page before 2026: three sections below one another. */
function Sections(props: PanelProps) {
  const { texts } = useConsole();
  return (
    <>
      <section className={style('section')}>
        <h2 className={style('section-title')}>{texts.authenticationMethodsOld}</h2>
        <AuthenticationPanel {...props} />
      </section>
      <section className={style('section')}>
        <h2 className={style('section-title')}>{texts.supportedDomainsOld}</h2>
        <SupportedDomainsSwitch {...props} />
      </section>
      <DomainsPanel />
    </>
  );
}

/** Waits for its settings as long as the variant says; until then there is not even a heading. */
export function McpPage() {
  const { texts, variant, org } = useConsole();
  const [settings, setSettings] = useState<OrganizationSettings>();
  const { failed } = useNotices();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for an organization
  useEffect(() => {
    void loadSettings(org, true).then(setSettings, failed);
  }, [org]);
  if (!settings) {
    return (
      <div className={style('loading')}>
        <Spinner size="large" label="Loading" />
      </div>
    );
  }
  const Panels = variant.layout === 'sections' ? Sections : TabbedPanels;
  return (
    <>
      <PageHeading title={texts.names[variant.name]} parent={texts.rovo} />
      <p className={style('intro')}>{texts.intro}</p>
      <Panels settings={settings} onChanged={setSettings} />
    </>
  );
}
