import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../../lib/activity/ingest.ts';
import { createHandlers } from '../../../lib/background/handlers.ts';
import { CONSOLE_MESSAGES, OWN_MESSAGES, type RequestOf } from '../../../lib/messages/map.ts';
import { openActivity } from '../../../lib/store/database.ts';
import type { JournalRow } from '../../../lib/store/journal-records.ts';
import { makeCall } from '../activity/support.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { asking, POPUP, script } from './asking.ts';

const PATTERN = 'https://claude.ai/**';

let ports: ReturnType<typeof asking>['ports'];
let ask: ReturnType<typeof asking>['ask'];
let restart: ReturnType<typeof asking>['restart'];

beforeEach(async () => {
  await freshDatabase();
  ({ ports, ask, restart } = asking());
});

const SETTINGS = {
  supportedDomains: 'blocked',
  apiToken: 'on',
  enterpriseManaged: 'unknown',
  permissions: {},
} as const;
const snapshot = (entries: string[], at = ports.clock.now): RequestOf<'snapshots/save'> => ({
  ...{ settings: SETTINGS, entries, language: 'en', path: '/rovo', at },
});

it('has a handler for every message', () => {
  const handlers = createHandlers(ports);
  expect(Object.keys(handlers).sort()).toEqual(
    [...Object.keys(CONSOLE_MESSAGES), ...Object.keys(OWN_MESSAGES)].sort(),
  );
});

describe('verdicts', () => {
  it('are the engine’s', async () => {
    expect(await ask('patterns/check', { text: PATTERN, existing: ['x'] }, script(1))).toMatchObject({
      level: 'ok',
    });
  });

  it('of a list name only entries with findings', async () => {
    const answer = await ask('patterns/checkList', { patterns: ['a', 'bad1', 'b', 'bad2'] }, script(1));
    expect(answer).toMatchObject({
      checked: 4,
      verdicts: [{ index: 1 }, { index: 3, verdict: { level: 'error' } }],
    });
  });

  it('of rows of a file come one after the other, each by itself and without what its sentence holds', async () => {
    const request = { texts: ['a', 'bad1', 'bad1'], supportedAllowed: true };
    const answer = await ask('patterns/findings', request, script(1));
    expect(answer).toMatchObject([[], [{ level: 'error' }], [{ level: 'error' }]]);
    expect(JSON.stringify(answer)).not.toContain('params');
  });

  it('on a blocked address need no organization', async () => {
    expect(await ask('patterns/explain', { text: 'https://x.example/cb' }, POPUP)).toMatchObject({
      explanation: { match: { reason: '0 entries, supported true' } },
      list: null,
    });
  });

  it('on a blocked address are held against the list as last seen', async () => {
    const question = { text: 'https://x.example/cb', org: ORG };
    expect(await ask('patterns/explain', question, POPUP)).toMatchObject({
      explanation: { match: { reason: '0 entries, supported true' } },
      list: null,
    });
    await ask('snapshots/save', snapshot(['a', 'b']), script(1));
    expect(await ask('patterns/explain', question, POPUP)).toMatchObject({
      explanation: { match: { reason: '2 entries, supported false' } },
      list: { entries: 2, seenAt: ports.clock.now },
    });
  });
});

describe('scripts', () => {
  it('are loaded into the very document that asked', async () => {
    await ask('scripts/inject', { script: 'panel' }, script(5));
    expect(ports.injected).toEqual([{ script: 'panel', tabId: 5, documentId: 'doc-5' }]);
  });

  it('that a file is chosen in have the engine made ready for one', async () => {
    ports.expectFile = vi.fn();
    restart();
    await ask('scripts/inject', { script: 'page' }, script(5));
    expect(ports.expectFile).not.toHaveBeenCalled();
    await ask('scripts/inject', { script: 'panel' }, script(5));
    expect(ports.expectFile).toHaveBeenCalledTimes(1);
  });

  it('are not loaded for our own pages', async () => {
    expect(await ask('scripts/inject', { script: 'page' }, POPUP)).toMatchObject({ code: 'not-a-console' });
  });

  it('that the browser refuses are told with what to do', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    ports.injectScript = () => Promise.reject(new Error('Cannot access contents'));
    restart();
    const answer = await ask('scripts/inject', { script: 'panel' }, script(5));
    expect(answer).toMatchObject({
      code: 'script-not-loaded',
      message: expect.stringContaining('may read this site'),
    });
  });
});

describe('status', () => {
  it('is nothing before the first visit', async () => {
    expect(await ask('status/get', {}, POPUP)).toBeNull();
    expect(await ask('orgs/list', {}, POPUP)).toEqual([]);
  });

  it('is that of the organization visited last, or of the one asked for', async () => {
    await ask('snapshots/save', snapshot(['a']), script(1));
    await ask('snapshots/save', snapshot(['b', 'c']), script(2, OTHER_ORG));
    expect(await ask('status/get', {}, POPUP)).toMatchObject({ org: OTHER_ORG, customDomains: 2 });
    expect(await ask('status/get', { org: ORG }, POPUP)).toMatchObject({
      org: ORG,
      customDomains: 1,
      settings: SETTINGS,
      seenAt: ports.clock.now,
      changes: null,
    });
    expect(await ask('orgs/list', {}, POPUP)).toHaveLength(2);
  });

  it('tells what others changed until it is dismissed', async () => {
    await ask('snapshots/save', snapshot(['a']), script(1));
    ports.clock.now += 1_000;
    const saved = await ask('snapshots/save', snapshot(['a', 'b']), script(1));
    expect(saved).toMatchObject({ fresh: true, changes: { added: ['b'] } });
    expect(await ask('snapshots/save', snapshot(['a', 'b']), script(1))).toMatchObject({
      fresh: false,
      changes: { added: ['b'] },
    });
    expect(await ask('status/get', {}, POPUP)).toMatchObject({ changes: { added: ['b'] } });
    await ask('snapshots/dismissChanges', {}, script(1));
    expect(await ask('status/get', {}, POPUP)).toMatchObject({ changes: null });
  });
});

it('makes the figures ready behind the first look at them', async () => {
  const activity = await openActivity();
  await ingest(activity, ORG, [makeCall({ org: ORG, time: ports.clock.now - 60_000 })]);
  const look = () => ask('popup/get', { org: ORG, window: '24h' }, POPUP);
  const first = await look();
  expect(first).toMatchObject({ activity: { total: 1 } });
  const made = () => activity.get('counters', [ORG, 'ready', '30d', 0]);
  await vi.waitFor(async () => expect(await made()).toBeDefined());
  expect(await look()).toEqual(first);
});

describe('another organization', () => {
  it('is closed to a content script in every message', async () => {
    await ask('register/merge', { entries: [{ pattern: PATTERN, owner: 'Ana' }] }, script(1, OTHER_ORG));
    const run = { org: OTHER_ORG, run: 'run-aaaaaaaa' };
    const token = 'aaaaaaaa';
    const answers = await Promise.all([
      ask('register/get', { org: OTHER_ORG }, script(1)),
      ask('register/merge', { org: OTHER_ORG, entries: [] }, script(1)),
      ask('snapshots/save', { ...snapshot([]), org: OTHER_ORG }, script(1)),
      ask('snapshots/dismissChanges', { org: OTHER_ORG }, script(1)),
      ask('teach/get', { org: OTHER_ORG, language: 'en' }, script(1)),
      ask('teach/save', { org: OTHER_ORG, language: 'en', controls: {} }, script(1)),
      ask('imports/find', { org: OTHER_ORG }, script(1)),
      ask('imports/get', { ...run, first: 0, count: 1 }, script(1)),
      ask('imports/trying', { ...run, index: 0, token }, script(1)),
      ask('imports/untried', { ...run, index: 0, token }, script(1)),
      ask('imports/settle', { ...run, rows: [{ index: 0, state: 'added' }] }, script(1)),
      ask('imports/pause', { ...run, reason: { code: 'x', message: 'X.' } }, script(1)),
      ask('imports/resume', { ...run, token }, script(1)),
      ask('imports/finish', { ...run, state: 'done' }, script(1)),
      ask(
        'imports/begin',
        { ...run, token, kind: 'add', file: '', path: '/', first: 0, total: 0, rows: [] },
        script(1),
      ),
      ask('lease/acquire', { org: OTHER_ORG, token }, script(1)),
      ask('lease/renew', { org: OTHER_ORG, token }, script(1)),
      ask('lease/release', { org: OTHER_ORG, token }, script(1)),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'organization-differs' });
  });

  it('keeps its register to itself', async () => {
    await ask('register/merge', { entries: [{ pattern: PATTERN, owner: 'Ana' }] }, script(1));
    expect(await ask('register/get', {}, script(1))).toEqual([{ pattern: PATTERN, owner: 'Ana' }]);
    expect(await ask('register/get', {}, script(1, OTHER_ORG))).toEqual([]);
    expect(await ask('register/get', { org: ORG }, POPUP)).toHaveLength(1);
  });
});

describe('an import', () => {
  const run = 'run-aaaaaaaa';
  const token = 'token-of-tab';
  const row: JournalRow = {
    ...{
      line: 1,
      text: PATTERN,
      extra: {},
      plan: 'add',
      pattern: PATTERN,
      level: 'ok',
      needsTick: false,
      findings: [],
    },
    chosen: true,
  };
  const begin = {
    run,
    token,
    kind: 'add',
    file: 'f.csv',
    path: '/',
    first: 0,
    total: 1,
    rows: [row],
  } as const;

  it('goes from beginning to report', async () => {
    const tab = script(1);
    expect(await ask('lease/acquire', { token }, tab)).toMatchObject({ held: true });
    expect(await ask('imports/begin', { ...begin, rows: [row] }, tab)).toMatchObject({ state: 'running' });
    expect(await ask('imports/trying', { run, index: 0, token }, tab)).toEqual({ go: true, state: 'trying' });
    expect(await ask('imports/settle', { run, rows: [{ index: 0, state: 'added' }] }, tab)).toBeNull();
    expect(await ask('imports/finish', { run, state: 'done' }, tab)).toMatchObject({ state: 'done' });
    expect(await ask('lease/release', { token }, tab)).toBeNull();
    expect(await ask('imports/find', {}, tab)).toBeNull();
    expect(await ask('imports/get', { run, first: 0, count: 100 }, tab)).toMatchObject({
      rows: [{ index: 0, line: 1, pattern: PATTERN, state: 'added' }],
    });
  });

  it('is held by its tab, even against another that knows its token', async () => {
    await ask('imports/begin', { ...begin, rows: [row] }, script(1));
    expect(await ask('lease/acquire', { token }, script(2))).toMatchObject({ held: false });
    expect(await ask('imports/trying', { run, index: 0, token }, script(2))).toMatchObject({
      code: 'lease-lost',
    });
    expect(await ask('lease/release', { token }, script(2))).toBeNull();
    expect(await ask('lease/renew', { token }, script(1))).toMatchObject({ held: true });
    expect(await ask('imports/find', {}, script(2))).toMatchObject({ heldElsewhere: true });
  });

  it('is taken over when its tab died', async () => {
    await ask('imports/begin', { ...begin, rows: [row] }, script(1));
    await ask('imports/trying', { run, index: 0, token }, script(1));
    ports.clock.now += 15_001;
    expect(await ask('imports/find', {}, script(2))).toMatchObject({
      heldElsewhere: false,
      counts: { trying: 1 },
    });
    expect(await ask('imports/resume', { run, token: 'another-token' }, script(2))).toMatchObject({
      state: 'running',
    });
    expect(await ask('imports/trying', { run, index: 0, token }, script(1))).toMatchObject({
      code: 'lease-lost',
    });
  });
});

it('keeps what was taught about the console, and what was chosen', async () => {
  await ask('teach/save', { language: 'fi', controls: { addButton: '.add' } }, script(1));
  const taught = await ask('teach/get', { language: 'fi' }, script(1));
  expect(taught).toEqual({ controls: { addButton: '.add' }, at: ports.clock.now });
  expect(await ask('teach/get', { language: 'en' }, script(1))).toBeNull();
  await ask('settings/set', { badge: false }, POPUP);
  expect(await ask('settings/get', {}, POPUP)).toMatchObject({ settings: { badge: false }, notes: [] });
  // The page's script learns what it needs to know, and no more.
  expect(await ask('features/off', {}, script(1))).toEqual([]);
  await ask('settings/set', { fieldVerdict: false, changesNotice: false }, POPUP);
  expect(await ask('features/off', {}, script(1))).toEqual(['field-verdict', 'changes']);
});

describe('an entry that waits for the page’s form', () => {
  const wait = (org = ORG) => ask('entry/wait', { org, pattern: PATTERN }, POPUP);
  const take = (org = ORG) => ask('entry/take', {}, script(1, org));

  it('is given once, and to its own organization only', async () => {
    expect(await wait()).toBeNull();
    expect(await take(OTHER_ORG)).toBeNull();
    expect(await Promise.all([take(), take()])).toEqual([{ pattern: PATTERN }, null]);
  });

  it('is forgotten after ten minutes', async () => {
    await wait();
    ports.clock.now += 10 * 60_000;
    expect(await take()).toBeNull();
    ports.clock.now -= 10 * 60_000;
    expect(await take()).toBeNull();
  });

  it('can be set by our own pages only', async () => {
    const refused = await ask('entry/wait', { org: ORG, pattern: PATTERN }, script(1));
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await take()).toBeNull();
  });
});
