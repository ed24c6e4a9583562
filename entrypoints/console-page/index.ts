import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { organizationOf } from '../../lib/console/organization.ts';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { send } from '../../lib/messages/send.ts';
import type { Feature } from './feature.ts';
import { fieldVerdict } from './features/field-verdict.tsx';
import { importLauncher } from './features/import-launcher.tsx';
import { layoutUnknown } from './features/layout-unknown.tsx';
import { resumeOffer } from './features/resume-offer.tsx';
import { rowVerdicts } from './features/row-verdicts.tsx';
import { snapshot } from './features/snapshot.tsx';
import { updatedReload } from './features/updated-reload.tsx';
import { runFeatures } from './run-features.ts';

const FEATURES: readonly Feature[] = [
  fieldVerdict,
  rowVerdicts,
  importLauncher,
  snapshot,
  resumeOffer,
  layoutUnknown,
  updatedReload,
];

/** Wiring only: the features of the MCP page. Loaded once the page was recognised. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  if (bridge.onLook) return;
  const openPanel = async (intent?: 'resume') => {
    bridge.intent = intent;
    if (bridge.openPanel) bridge.openPanel();
    else await send('scripts/inject', { script: 'panel' });
  };
  bridge.onLook = runFeatures(FEATURES, () => ({ send, openPanel, org: organizationOf() }));
  if (bridge.recognition) bridge.onLook(bridge.recognition);
});
