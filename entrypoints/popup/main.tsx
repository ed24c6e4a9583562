import { render } from 'preact';
import type { CheckView } from '../../components/answer/check-box.tsx';
import type { ActivityWindow, FindingView } from '../../components/popup/model.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { COMMERCIAL } from '../../lib/catalogue/clouds.ts';
import type { PopupFacts } from '../../lib/messages/answers.ts';
import { send } from '../../lib/messages/send.ts';
import { wordsOf } from '../../lib/posture/words.ts';
import { askToPersist } from '../../lib/store/persist.ts';
import { markLanguage } from '../../lib/words/page-language.ts';
import { activeOrganization, openConsole, openOptions } from './tabs.ts';

/**
 * Wiring only: asks the background once for what is seen at first sight, then for findings and the page in front, and
 * mounts the view. Nothing waits for the network.
 */

interface State {
  facts?: PopupFacts;
  /** The organization that was chosen or whose console is in front; else the background says which. */
  org?: string | undefined;
  window: ActivityWindow;
  check: CheckView;
  findings?: readonly FindingView[] | undefined;
  /** What the console's page in front was taken for. */
  pageInFront?: string;
  /** Why something can't be shown, as a sentence. */
  failure?: string | undefined;
}

/** How often the figures are looked up again while a sync runs, in milliseconds. */
const LOOK_AGAIN = 1_000;

let state: State = { window: '24h', check: { text: '' } };
let looks = 0;
let asked = 0;
let again: ReturnType<typeof setTimeout> | undefined;

/** The organization that is asked about: one that was just chosen, before its facts are there. */
const current = (): string | undefined => state.org ?? state.facts?.org ?? undefined;

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  show();
}

async function look(): Promise<void> {
  clearTimeout(again);
  looks += 1;
  const mine = looks;
  const { org, window } = state;
  const reply = await send('popup/get', org === undefined ? { window } : { org, window });
  // Another organization or window was chosen meanwhile.
  if (mine !== looks) return;
  if (!reply.ok) return change({ failure: reply.message });
  change({ facts: reply.value, failure: undefined });
  if (state.findings === undefined && !reply.value.off.includes('findings'))
    void lookForFindings(reply.value.org);
  if (reply.value.activity.state === 'syncing') again = setTimeout(() => void look(), LOOK_AGAIN);
}

/** Asked for after the rest: it judges the whole list, and the glance must not wait for that. */
async function lookForFindings(org: string | null): Promise<void> {
  if (org === null) return;
  const reply = await send('posture/get', { org });
  // Another organization was chosen meanwhile.
  if (org !== current()) return;
  if (!reply.ok) return change({ failure: reply.message });
  const open = reply.value?.findings.filter(({ accepted }) => !accepted) ?? [];
  const view = open.map((finding) => ({
    rule: finding.rule,
    level: finding.level,
    message: wordsOf(finding).message,
  }));
  change({ findings: view });
}

async function explain(text: string): Promise<void> {
  change({ check: { text } });
  asked += 1;
  const question = asked;
  if (text.trim() === '') return;
  const org = current();
  const reply = await send('patterns/explain', org === undefined ? { text } : { text, org });
  if (question !== asked) return;
  if (!reply.ok) return change({ failure: reply.message });
  const { explanation, list } = reply.value;
  change({ failure: undefined, check: { text, explanation, listUnknown: list === null } });
}

async function fetchNow(): Promise<void> {
  const { facts } = state;
  if (!facts?.org) return;
  const { activity, org } = facts;
  clearTimeout(again);
  looks += 1;
  const mine = looks;
  change({ facts: { ...facts, activity: { ...activity, state: 'syncing' } } });
  const reply = await send('activity/sync', { org });
  // Another organization or window was chosen meanwhile, which has been looked up since.
  if (mine !== looks) return;
  if (reply.ok) return await look();
  const { code, message } = reply;
  change({ facts: { ...facts, activity: { ...activity, state: 'error', problem: { code, message } } } });
}

/** The entry waits for the organization's page, which types it into its form; the admin adds it there. */
async function addInConsole(pattern: string): Promise<void> {
  const org = current();
  if (org) {
    const reply = await send('entry/wait', { org, pattern });
    if (!reply.ok) return change({ failure: reply.message });
  }
  await openConsole(state.facts?.cloud ?? COMMERCIAL, org, state.facts?.status?.path);
}

/** Asked for after the rest: most often there is nothing to say of it. */
async function lookAtPage(): Promise<void> {
  const reply = await send('page/look', {});
  if (reply.ok && reply.value) change({ pageInFront: reply.value.kind });
}

/** The admin says that the page in front is the MCP server's: it says there what can be done. */
async function claimPage(): Promise<void> {
  const reply = await send('page/claim', {});
  if (reply.ok) window.close();
  else change({ failure: reply.message });
}

function choose(org: string): void {
  state.org = org;
  state.findings = undefined;
  void look();
  void explain(state.check.text);
}

function show(): void {
  const root = document.getElementById('root');
  const { facts, check, failure } = state;
  // Until the facts are there the page's own skeleton stands.
  if (!root || (!facts && failure === undefined)) return;
  const org = facts?.org ?? state.org;
  const status = facts?.status ?? undefined;
  const query = org === undefined ? '' : `?org=${org}`;
  const toConsole = () => void openConsole(facts?.cloud ?? COMMERCIAL, org, status?.path);
  render(
    <Popup
      organizations={(facts?.organizations ?? []).map((id) => ({ id }))}
      current={org}
      status={status}
      off={facts?.off ?? []}
      findings={state.findings}
      check={check}
      activity={facts?.activity}
      failure={failure}
      links={{
        activity: `activity.html${query}`,
        posture: `posture.html${query}`,
        register: `register.html${query}`,
        options: `options.html${query}`,
      }}
      now={Date.now()}
      onOrganization={choose}
      pageInFront={state.pageInFront}
      onOpenConsole={toConsole}
      onClaim={() => void claimPage()}
      onCheck={(text) => void explain(text)}
      onAdd={(pattern) => void addInConsole(pattern)}
      onWindow={(chosen) => {
        state.window = chosen;
        void look();
      }}
      onSync={() => void fetchNow()}
      onSetUpActivity={() => void openOptions(org)}
    />,
    root,
  );
}

export async function startPopup(): Promise<void> {
  markLanguage(document.documentElement);
  state.org = await activeOrganization().catch(() => undefined);
  await look();
  // Where no console is in front there is nothing to ask.
  if (state.org !== undefined) void lookAtPage();
  void askToPersist(navigator.storage);
}
