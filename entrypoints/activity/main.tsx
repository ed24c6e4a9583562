import { render } from 'preact';
import { ActivityPage } from '../../components/activity/activity-page.tsx';
import type { Choice, FetchView } from '../../components/activity/model.ts';
import { page as words } from '../../components/activity/words.ts';
import type { OrganizationChoice } from '../../components/popup/model.ts';
import type { DeskAnswer } from '../../lib/activity/table/desk.ts';
import type { AuditCall } from '../../lib/activity/types.ts';
import { localDay } from '../../lib/calendar/day.ts';
import { download } from '../../lib/files/download.ts';
import { send } from '../../lib/messages/send.ts';
import { toStoreError } from '../../lib/store/errors.ts';
import { markLanguage } from '../../lib/words/page-language.ts';
import { readChoice, writeChoice } from './address.ts';
import { startDesk } from './desk-client.ts';
import { viewOf } from './desk-view.ts';
import { readFetch } from './fetch-view.ts';
import { RowCache } from './row-cache.ts';

markLanguage(document.documentElement);

/** Wiring only: the choice goes to the worker, its answers to the view. `?org=` names the organization. */

interface State {
  organizations: readonly OrganizationChoice[];
  org: string | undefined;
  choice: Choice;
  fetch?: FetchView | undefined;
  clockOffset: number;
  answer?: DeskAnswer | undefined;
  progress?: { done: number; of: number } | undefined;
  problem?: string | undefined;
  details?: { id: string; call: AuditCall | null | undefined } | undefined;
  writing: boolean;
}

/** How often new events and the state of fetching are looked for while the page is seen, in milliseconds. */
const LOOK_EVERY = 4_000;
/** The state of fetching is asked for at every so-manieth look, since that wakes the background; while it fetches at each. */
const STATE_EVERY = 5;
/** A text filter is asked for when typing has rested this long, in milliseconds. */
const TYPING_RESTS = 120;

const root = document.getElementById('root');
let state: State = {
  organizations: [],
  org: new URLSearchParams(location.search).get('org') ?? undefined,
  choice: readChoice(location.search, Date.now()),
  clockOffset: 0,
  writing: false,
};
let drawn = false;
let started = false;
let looks = 0;
let typing: ReturnType<typeof setTimeout> | undefined;

/** Draws once a frame, whatever has changed; in a tab that is not seen when it is seen again. */
function change(part: Partial<State>): void {
  state = { ...state, ...part };
  if (!started || drawn) return;
  drawn = true;
  requestAnimationFrame(() => {
    drawn = false;
    show();
  });
}

const failed = (error: unknown) =>
  change({ problem: error instanceof Error ? error.message : toStoreError(error).message });

const desk = startDesk(
  {
    onAnswer(answer) {
      if (answer.org !== state.org) return;
      rows.renew(answer.version, state.answer?.org === answer.org);
      change({ answer, problem: undefined, ...(answer.loading ? {} : { progress: undefined }) });
    },
    onProgress: (done, of) => change({ progress: { done, of } }),
    onFailure: (problem) => change({ problem }),
  },
  words.broken,
);
const rows = new RowCache(
  (version, first, count) => desk.ask('rows', { version, first, count }),
  () => change({}),
);

function ask(): void {
  const { org, choice, clockOffset } = state;
  if (org === undefined) return;
  history.replaceState(null, '', writeChoice(org, choice));
  desk.ask('show', viewOf(org, choice, clockOffset)).catch(failed);
}

function choose(part: Partial<Choice>): void {
  change({ choice: { ...state.choice, ...part } });
  clearTimeout(typing);
  typing = setTimeout(ask, part.text ? TYPING_RESTS : 0);
}

async function chooseOrganization(org: string): Promise<void> {
  change({ org, answer: undefined, progress: undefined, details: undefined, fetch: undefined });
  await readState();
  ask();
}

async function open(id: string): Promise<void> {
  change({ details: { id, call: undefined } });
  try {
    const call = await desk.ask('details', { id });
    if (state.details?.id === id) change({ details: { id, call } });
  } catch (error) {
    failed(error);
  }
}

async function exportAs(format: 'csv' | 'json'): Promise<void> {
  change({ writing: true });
  try {
    const content = await desk.ask('write', { format });
    download(content, `gatehouse-activity-${localDay(Date.now())}.${format}`);
  } catch (error) {
    failed(error);
  }
  change({ writing: false });
}

/** How far the fetching is; a failure stands where the table's would. */
async function readState(): Promise<void> {
  const asked = state.org;
  try {
    const { organizations, org, view, clockOffset } = await readFetch(asked, Date.now());
    if (asked !== state.org) return;
    change({ org, organizations: organizations.map((id) => ({ id })), fetch: view, clockOffset });
  } catch (error) {
    failed(error);
  }
}

async function look(): Promise<void> {
  if (document.visibilityState === 'visible' && state.org !== undefined) {
    const before = state.clockOffset;
    looks += 1;
    if (looks % STATE_EVERY === 0 || state.fetch?.state === 'syncing') await readState();
    if (before !== state.clockOffset) ask();
    else await desk.ask('look', null).catch(failed);
  }
  setTimeout(() => void look(), LOOK_EVERY);
}

async function fetchNow(): Promise<void> {
  const { org, fetch } = state;
  if (org === undefined) return;
  change({ fetch: { ...fetch, state: 'syncing' } });
  const reply = await send('activity/sync', { org });
  if (reply.ok) await readState();
  else change({ fetch: { ...fetch, state: 'error', problem: { code: reply.code, message: reply.message } } });
}

function setUp(): void {
  location.assign(`options.html${state.org === undefined ? '' : `?org=${encodeURIComponent(state.org)}`}`);
}

function show(): void {
  if (!root) return;
  const { organizations, org, choice, fetch, answer, progress, problem, details, writing } = state;
  render(
    <ActivityPage
      organizations={organizations}
      org={org}
      choice={choice}
      fetch={fetch}
      online={navigator.onLine}
      view={{ answer, progress, rowAt: (place) => rows.rowAt(place) }}
      problem={problem}
      details={details}
      writing={writing}
      now={Date.now()}
      onOrganization={(id) => void chooseOrganization(id)}
      onChange={choose}
      onOpen={({ id }) => void open(id)}
      onClose={() => change({ details: undefined })}
      onExport={(format) => void exportAs(format)}
      onFetch={() => void fetchNow()}
      onSetUp={setUp}
      onAgain={() => {
        change({ problem: undefined });
        ask();
      }}
    />,
    root,
  );
}

async function start(): Promise<void> {
  document.title = `${words.title} · Gatehouse`;
  started = true;
  await readState();
  ask();
  setTimeout(() => void look(), LOOK_EVERY);
}

for (const name of ['online', 'offline']) addEventListener(name, () => change({}));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') change({});
});
void start();
