import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { organizationOf } from '../../lib/console/organization.ts';
import { type ReaddOutcome, scriptBridge } from '../../lib/console/script-bridge.ts';
import { watchedSend } from '../../lib/messages/watched-send.ts';
import { say } from '../../lib/words/say.ts';
import type { Feature } from './feature.ts';
import { fieldVerdict } from './features/field-verdict.tsx';
import { importLauncher } from './features/import-launcher.tsx';
import { layoutUnknown } from './features/layout-unknown.tsx';
import { registerRows } from './features/register-rows.tsx';
import { resumeOffer } from './features/resume-offer.tsx';
import { rowReadd } from './features/row-readd.tsx';
import { rowVerdicts } from './features/row-verdicts.tsx';
import { snapshot } from './features/snapshot.tsx';
import { updatedReload } from './features/updated-reload.tsx';
import { runFeatures } from './run-features.ts';
import { sharedPreact } from './shared-preact.ts';

const FEATURES: readonly Feature[] = [
  fieldVerdict,
  rowVerdicts,
  rowReadd,
  registerRows,
  importLauncher,
  snapshot,
  resumeOffer,
  layoutUnknown,
  updatedReload,
];

const NOT_LOADED: ReaddOutcome = {
  kind: 'failed',
  message: say('failure_notLoaded'),
};

/** Wiring only: the features of the MCP page. Loaded once the page was recognised. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  if (bridge.onLook) return;
  bridge.preact = sharedPreact;
  const send = watchedSend(() => bridge.onUpdated?.());
  const openPanel = async (intent?: 'resume') => {
    bridge.intent = intent;
    if (bridge.openPanel) bridge.openPanel();
    else await send('scripts/inject', { script: 'panel' });
  };
  const readd = async (org: string, entry?: string): Promise<ReaddOutcome> => {
    if (!bridge.readd) {
      const loaded = await send('scripts/inject', { script: 'runner' });
      if (!loaded.ok) return { kind: 'failed', message: loaded.message };
    }
    return (await bridge.readd?.(org, entry)) ?? NOT_LOADED;
  };
  bridge.onLook = runFeatures(FEATURES, () => ({ send, openPanel, readd, org: organizationOf() }));
  if (bridge.recognition) bridge.onLook(bridge.recognition);
});
