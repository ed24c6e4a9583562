import { useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { AddButton } from './add-button.tsx';
import { AddDomainForm } from './add-domain-form.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { DomainSearch } from './domain-search.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { type PanelProps, useSettingsChange } from './settings.ts';
import { useDomains } from './use-domains.ts';

export function SupportedDomainsSwitch({ settings, onChanged }: PanelProps) {
  const { texts, variant } = useConsole();
  const { busy, change } = useSettingsChange(onChanged);
  return (
    <SettingSwitch
      label={variant.layout === 'sections' ? texts.supportedDomainsOld : texts.allowSupported}
      help={texts.allowSupportedHelp}
      checked={settings.supportedAllowed}
      busy={busy}
      testId="mcp-server-supported-domains-toggle"
      onChange={(supportedAllowed) => void change({ supportedAllowed })}
    />
  );
}

/** "Your domains": heading with the button, the form, the list. */
export function DomainsPanel() {
  const { texts, variant } = useConsole();
  const { entries, add, remove, abandoned } = useDomains();
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState<DomainEntry>();
  const onDelete = (entry: DomainEntry) => {
    if (variant.confirmDelete) setDeleting(entry);
    else void remove(entry);
  };
  return (
    <section className={style('section')}>
      <div className={style('heading-row')}>
        <div>
          <h2 className={style('section-title')}>{texts.yourDomains}</h2>
          <p className={style('section-help')}>{texts.yourDomainsHelp}</p>
        </div>
        <AddButton onClick={() => setAdding(true)} />
      </div>
      <AddDomainForm
        open={adding}
        add={add}
        onClose={(pending) => {
          setAdding(false);
          if (pending) abandoned();
        }}
      />
      <DomainSearch entries={entries} onDelete={onDelete} />
      <DeleteDialog
        entry={deleting}
        onCancel={() => setDeleting(undefined)}
        onConfirm={async (entry) => {
          await remove(entry);
          // Another entry may be asked about by now.
          setDeleting((now) => (now === entry ? undefined : now));
        }}
      />
    </section>
  );
}
