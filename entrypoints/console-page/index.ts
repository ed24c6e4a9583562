import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { OpenOutcome } from '../../lib/console/open-with.ts';
import { organizationOf } from '../../lib/console/organization.ts';
import { type ReaddOutcome, scriptBridge, type TeachOutcome } from '../../lib/console/script-bridge.ts';
import { watchedSend } from '../../lib/messages/watched-send.ts';
import { say } from '../../lib/words/say.ts';
import type {} from '../import-runner/offer.ts';
import type { PageTools } from '../page-tools/offer.ts';
import type { Feature } from './feature.ts';
import { fieldVerdict } from './features/field-verdict.tsx';
import { importLauncher } from './features/import-launcher.tsx';
import { layoutUnknown } from './features/layout-unknown.tsx';
import { registerRows } from './features/register-rows.tsx';
import { resumeOffer } from './features/resume-offer.tsx';
import { rowReadd } from './features/row-readd.tsx';
import { rowVerdicts } from './features/row-verdicts.tsx';
import { snapshot } from './features/snapshot.tsx';
import { taughtPage } from './features/taught-page.tsx';
import { updatedReload } from './features/updated-reload.tsx';
import { waitingEntry } from './features/waiting-entry.tsx';
import { runFeatures } from './run-features.ts';
import { sharedPreact } from './shared-preact.ts';

const FEATURES: readonly Feature[] = [
  taughtPage,
  fieldVerdict,
  rowVerdicts,
  rowReadd,
  registerRows,
  importLauncher,
  snapshot,
  resumeOffer,
  layoutUnknown,
  waitingEntry,
  updatedReload,
];

/** Wiring only: the features of the MCP page. Loaded once the page was recognised. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  if (bridge.onLook || bridge.preact) return;
  bridge.preact = sharedPreact;
  const send = watchedSend(() => bridge.onUpdated?.());
  const openPanel = async (intent?: 'resume' | 'by-hand'): Promise<string | undefined> => {
    bridge.intent = intent;
    bridge.openPanel?.();
    if (bridge.openPanel) return undefined;
    const loaded = await send('scripts/inject', { script: 'panel' });
    return loaded.ok ? undefined : loaded.message;
  };
  /** Why a script that offers a part on the bridge could not be loaded; undefined when it is there. */
  const load = async (
    part: 'runner' | 'pageTools',
    script: 'runner' | 'tools',
  ): Promise<string | undefined> => {
    if (bridge[part]) return undefined;
    const loaded = await send('scripts/inject', { script });
    return loaded.ok ? undefined : loaded.message;
  };
  const loadRunner = () => load('runner', 'runner');
  const tools = async (): Promise<PageTools | string> => {
    const problem = (await load('pageTools', 'tools')) ?? say('failure_notLoaded');
    return bridge.pageTools ?? problem;
  };
  const readd = async (org: string, entry?: string): Promise<ReaddOutcome> => {
    const message = await loadRunner();
    if (message !== undefined) return { kind: 'failed', message };
    return (await bridge.readd?.(org, entry)) ?? { kind: 'failed', message: say('failure_notLoaded') };
  };
  const openFormWith = async (text: string): Promise<OpenOutcome> => {
    const reason = (await loadRunner()) ?? say('failure_notLoaded');
    return (await bridge.openFormWith?.(text)) ?? { kind: 'not-possible', code: 'script-not-loaded', reason };
  };
  const teach = async (org: string): Promise<TeachOutcome> => {
    const loaded = bridge.teach ? undefined : await send('scripts/inject', { script: 'teacher' });
    if (loaded && !loaded.ok) return { kind: 'not-kept', message: loaded.message };
    return (await bridge.teach?.(org)) ?? { kind: 'not-kept', message: say('failure_notLoaded') };
  };
  const all = FEATURES.map(({ name }) => name);
  /** What is switched off, and for which organization: until that is known, and where a policy refuses us, all of it. */
  let off: readonly string[] = all;
  let offFor: string | undefined | null = null;
  const run = runFeatures(FEATURES, () => ({
    ...{ send, openPanel, readd, openFormWith, teach, tools, off },
    changesNotice: !off.includes('changes'),
    org: organizationOf(),
  }));
  const ask = async () => {
    const org = organizationOf();
    offFor = org;
    off = all;
    const answer = await send('features/off', {});
    if (offFor !== org) return;
    // Without any other answer everything is on, as when nothing was chosen.
    off = answer.ok ? answer.value : answer.code === 'policy-organization' ? all : [];
    if (bridge.recognition) run(bridge.recognition);
  };
  bridge.onLook = (recognition) => {
    if (offFor !== organizationOf()) void ask();
    run(recognition);
  };
  if (bridge.recognition) bridge.onLook(bridge.recognition);
});
