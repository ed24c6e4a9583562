import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import baseCss from '../../components/base.css?inline';
import { ImportPanel } from '../../components/import/import-panel.tsx';
import panelCss from '../../components/import-panel.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { organizationOf } from '../../lib/console/organization.ts';
import { createOwnHost } from '../../lib/console/own-host.ts';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { watchedSend } from '../../lib/messages/watched-send.ts';
import { createImportSession, type ImportSession } from './session.ts';

/** Wiring only: the import panel, loaded when the admin asks for it. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  // On a slow machine it is asked for twice: a second panel would lie over the first.
  if (bridge.openPanel) return bridge.openPanel();
  const send = watchedSend(() => {
    bridge.onUpdated?.();
    session?.import.sayUpdated();
  });
  let session: { org: string; import: ImportSession } | undefined;
  let shown: { host: HTMLElement; container: HTMLElement } | undefined;

  const hide = () => {
    if (!shown) return;
    render(null, shown.container);
    shown.host.remove();
    shown = undefined;
    bridge.events.dispatchEvent(new Event('panel-closed'));
    if (!session?.import.active) session = undefined;
  };

  const open = () => {
    const { intent } = bridge;
    delete bridge.intent;
    const org = organizationOf();
    if (!org) return;
    const byHand = intent === 'by-hand';
    const other = session && (session.org !== org || (byHand && !session.import.byHand));
    if (other && !session?.import.active) session = undefined;
    session ??= { org, import: createImportSession(org, send, hide, byHand) };
    if (intent === 'resume') session.import.goOn();
    if (shown?.host.isConnected) return;
    shown = createOwnHost('import-panel', [tokensCss, baseCss, panelCss]);
    document.body.append(shown.host);
    render(<ImportPanel model={session.import.model} />, shown.container);
  };

  bridge.openPanel = open;
  bridge.isPanelShown = () => shown?.host.isConnected === true;
  open();
});
