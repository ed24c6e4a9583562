import { ActivityPage, type ActivityPageProps } from '../../components/activity/activity-page.tsx';
import type { Choice, FetchView, TableView } from '../../components/activity/model.ts';
import { EventColumns } from '../../lib/activity/table/columns.ts';
import type { DeskAnswer } from '../../lib/activity/table/desk.ts';
import { countTexts, figuresOf, rankActors } from '../../lib/activity/table/figures.ts';
import { queryRows } from '../../lib/activity/table/query.ts';
import { storedCalls } from '../support/fill/stored-calls.ts';
import { offline, stops, waiting } from './problems.ts';
import type { GalleryState } from './state.ts';

/** The page with all stored events, in every state of its fetching, its table and its details. */

const NOW = Date.UTC(2026, 10, 23, 10);
const DAY = 86_400_000;
const ORG = '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10';
const nothing = () => undefined;

const calls = storedCalls({ org: ORG, count: 1_200, now: NOW, days: 7, people: 12 }).sort(
  (a, b) => a.time - b.time,
);
const columns = new EventColumns();
for (const call of calls) columns.add(call);

function viewOf(text = ''): TableView {
  const rows = queryRows(columns, { text });
  const ranked = (column: 'tool' | 'app') =>
    [...countTexts(columns, column, rows)].map(([name, count]) => ({ name, count }));
  const answer: DeskAnswer = {
    version: 1,
    org: ORG,
    from: NOW - 7 * DAY,
    to: NOW,
    count: rows.length,
    inRange: columns.length,
    loading: false,
    figures: figuresOf(columns, rows, NOW - 7 * DAY, NOW),
    before: 1_050,
    facets: {
      tools: ranked('tool'),
      apps: ranked('app'),
      actors: rankActors(columns, countTexts(columns, 'actor', rows), 50),
    },
    newActors: [],
  };
  return { answer, rowAt: (place) => columns.row(rows[place] ?? 0) };
}

const ready = viewOf();
const unread: TableView = { answer: undefined, rowAt: nothing };
const none = viewOf('nothing has this text');
const empty: TableView = { answer: none.answer && { ...none.answer, inRange: 0 }, rowAt: nothing };
const reading: TableView = {
  answer: ready.answer && { ...ready.answer, loading: true },
  progress: { done: 210_000, of: 500_000 },
  rowAt: ready.rowAt,
};

const choice: Choice = {
  range: '7d',
  from: '2026-11-17',
  to: '2026-11-23',
  text: '',
  person: '',
  tool: '',
  app: '',
  class: '',
  sort: 'time',
  descending: true,
};
const fetched: FetchView = { state: 'ready', syncedAt: NOW - 6 * 60_000, completeFrom: NOW - 30 * DAY };

const base: ActivityPageProps = {
  organizations: [{ id: ORG, name: 'Acme Corp' }],
  org: ORG,
  choice,
  fetch: fetched,
  online: true,
  view: ready,
  writing: false,
  now: NOW,
  onOrganization: nothing,
  onChange: nothing,
  onOpen: nothing,
  onClose: nothing,
  onExport: nothing,
  onFetch: nothing,
  onSetUp: nothing,
  onAgain: nothing,
};

const page = (name: string, props: Partial<ActivityPageProps>): GalleryState => ({
  name: `activity-${name}`,
  place: 'activity',
  view: () => <ActivityPage {...base} {...props} />,
});
const newest = calls.at(-1);

export const activityStates: GalleryState[] = [
  page('ready', {}),
  page('first', { organizations: [], org: undefined, fetch: undefined, view: unread }),
  page('no-key', { fetch: { state: 'no-key' }, view: empty }),
  page('no-key-imported', { fetch: { state: 'no-key' } }),
  page('empty', { fetch: { ...fetched, state: 'empty' }, view: empty }),
  page('nothing-passes', { view: none, choice: { ...choice, text: 'nothing has this text' } }),
  page('syncing', { fetch: { state: 'syncing' }, view: empty }),
  page('reading', { view: reading }),
  page('stale', { fetch: { ...fetched, state: 'stale', syncedAt: NOW - 30 * 3_600_000 } }),
  page('offline', { online: false }),
  page('unreadable', {
    view: unread,
    problem: 'The database is of a newer version of Gatehouse. Update it, then reload this page.',
  }),
  page('writing', { writing: true }),
  ...(newest ? [page('details', { details: { id: newest.id, call: newest } })] : []),
  page('details-gone', { details: { id: 'gone', call: null } }),
  page('offline-api', { fetch: { ...fetched, state: 'error', problem: offline } }),
  page('waiting', { fetch: { ...fetched, state: 'syncing', problem: waiting } }),
  // One that asking again may mend, and one that only the options do; the popup has all kinds.
  ...stops
    .filter(({ code }) => code === 'server-error' || code === 'unauthorised')
    .map((problem) => page(`error-${problem.code}`, { fetch: { ...fetched, state: 'error', problem } })),
];
