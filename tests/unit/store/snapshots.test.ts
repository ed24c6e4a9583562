import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleSettings } from '../../../lib/console/types.ts';
import type { GatehouseDatabase } from '../../../lib/store/database.ts';
import { beginRun, finishRun } from '../../../lib/store/journal.ts';
import { settleRows } from '../../../lib/store/journal-steps.ts';
import { lastVisited, listOrganizations } from '../../../lib/store/organizations.ts';
import {
  dismissChanges,
  KEPT_SNAPSHOTS,
  latestSnapshot,
  pendingChanges,
  type SeenPage,
  saveSnapshot,
} from '../../../lib/store/snapshots.ts';
import { freshDatabase, ORG, OTHER_ORG } from './fresh-database.ts';

const SETTINGS: ConsoleSettings = {
  supportedDomains: 'allowed',
  apiToken: 'off',
  enterpriseManaged: 'unknown',
  permissions: { Read: 'allowed' },
};
const NOW = 1_800_000_000_000;

let database: GatehouseDatabase;
let clock: number;

beforeEach(async () => {
  database = await freshDatabase();
  clock = NOW;
});

async function see(seen: Partial<SeenPage> = {}): Promise<boolean> {
  clock += 60_000;
  const page = { org: ORG, settings: SETTINGS, language: 'en', path: '/x', at: clock, arrival: true };
  return await saveSnapshot(database, { ...page, ...seen }, clock);
}

describe('what changed since the last visit', () => {
  it('is nothing on the first visit', async () => {
    expect(await see({ entries: ['a'] })).toBe(false);
    expect(await pendingChanges(database, ORG)).toBeUndefined();
  });

  it('is not what our own run added, however soon after it the page was left', async () => {
    await see({ entries: ['https://here.example.com/cb'] });
    const texts = ['https://Tool.example.com/cb', 'https://refused.example.com/cb'];
    const run = {
      org: ORG,
      run: 'run-aaaaaaaa',
      kind: 'add' as const,
      file: '',
      path: '/',
      first: 0,
      total: 2,
    };
    const rows = texts.map((text, index) => ({
      ...{
        line: index + 1,
        text,
        extra: {},
        pattern: text,
        level: 'ok' as const,
        needsTick: false,
        findings: [],
      },
      ...{ plan: 'add' as const, chosen: true },
    }));
    await beginRun(database, { ...run, rows }, '7:token-of-mine', clock);
    const settled = [
      { index: 0, state: 'added' as const },
      { index: 1, state: 'failed' as const },
    ];
    await settleRows(database, ORG, run.run, settled, clock + 1);
    await finishRun(database, ORG, run.run, 'done', clock + 2);
    const entries = ['https://here.example.com/cb', 'https://tool.example.com/cb'];
    expect(await see({ entries })).toBe(false);
    expect(await pendingChanges(database, ORG)).toBeUndefined();
    // What we did not get in, and what came later, is somebody else's.
    await see({ entries: [...entries, 'https://refused.example.com/cb', 'https://theirs.example.com/cb'] });
    expect((await pendingChanges(database, ORG))?.added).toEqual([
      'https://refused.example.com/cb',
      'https://theirs.example.com/cb',
    ]);
  });

  it('names entries and switches that others changed', async () => {
    await see({ entries: ['a', 'b'] });
    const since = clock;
    const settings = { ...SETTINGS, apiToken: 'on' as const, permissions: { Read: 'blocked' as const } };
    expect(await see({ entries: ['b', 'c'], settings })).toBe(true);
    expect(await pendingChanges(database, ORG)).toEqual({
      org: ORG,
      at: clock,
      since,
      added: ['c'],
      removed: ['a'],
      settings: [
        { name: 'apiToken', from: 'off', to: 'on' },
        { name: 'permissions.Read', from: 'allowed', to: 'blocked' },
      ],
    });
  });

  it('does not count what happened while the admin was there', async () => {
    await see({ entries: ['a'] });
    expect(await see({ entries: ['a', 'b'], arrival: false })).toBe(false);
    expect(await see({ entries: ['a', 'b'] })).toBe(false);
    expect(await pendingChanges(database, ORG)).toBeUndefined();
  });

  it('stays until it is dismissed, and is told once', async () => {
    await see({ entries: ['a'] });
    await see({ entries: ['a', 'b'] });
    expect(await see({ entries: ['a', 'b'] })).toBe(false);
    expect((await pendingChanges(database, ORG))?.added).toEqual(['b']);
    await dismissChanges(database, ORG, clock);
    expect(await pendingChanges(database, ORG)).toBeUndefined();
  });

  it('leaves out what came and went again', async () => {
    await see({ entries: ['a'] });
    await see({ entries: ['a', 'b'], settings: { ...SETTINGS, apiToken: 'on' } });
    await see({ entries: ['a', 'c'] });
    const pending = await pendingChanges(database, ORG);
    expect(pending).toMatchObject({ added: ['c'], removed: [], settings: [] });
  });

  it('takes a list that was not read for unknown, not for empty', async () => {
    await see({ entries: ['a'] });
    expect(await see({})).toBe(false);
    expect(await latestSnapshot(database, ORG)).toMatchObject({
      entries: ['a'],
      entriesAt: NOW + 60_000,
      at: clock,
    });
    expect(await see({ entries: [] })).toBe(true);
    expect((await pendingChanges(database, ORG))?.removed).toEqual(['a']);
  });

  it('keeps what it knew of switches that are not on screen', async () => {
    await see({});
    const unseen: ConsoleSettings = {
      supportedDomains: 'unknown',
      apiToken: 'unknown',
      enterpriseManaged: 'on',
      permissions: { Read: 'unknown', Write: 'unknown' },
    };
    expect(await see({ settings: unseen })).toBe(false);
    expect((await latestSnapshot(database, ORG))?.settings).toEqual({
      ...SETTINGS,
      enterpriseManaged: 'on',
      permissions: { Read: 'allowed', Write: 'unknown' },
    });
  });

  it('keeps organizations apart', async () => {
    await see({ entries: ['a'] });
    await see({ org: OTHER_ORG, entries: ['b'] });
    await see({ org: OTHER_ORG, entries: ['b', 'c'] });
    expect(await pendingChanges(database, ORG)).toBeUndefined();
    expect((await pendingChanges(database, OTHER_ORG))?.added).toEqual(['c']);
  });
});

describe('what is kept', () => {
  it('moves the time of a page that looks as before', async () => {
    await see({ entries: ['a'] });
    await see({ entries: ['a'] });
    expect(await database.count('snapshots')).toBe(1);
    expect((await latestSnapshot(database, ORG))?.at).toBe(clock);
  });

  it('is the order of the list too', async () => {
    await see({ entries: ['a', 'b'] });
    await see({ entries: ['b', 'a'] });
    expect((await latestSnapshot(database, ORG))?.entries).toEqual(['b', 'a']);
  });

  it('is limited to the last states', async () => {
    for (let count = 0; count < KEPT_SNAPSHOTS + 5; count += 1) await see({ entries: [`e${count}`] });
    expect(await database.count('snapshots')).toBe(KEPT_SNAPSHOTS);
    expect((await latestSnapshot(database, ORG))?.entries).toEqual([`e${KEPT_SNAPSHOTS + 4}`]);
  });

  it('does not let a clock that ran ahead hide what is seen later', async () => {
    await saveSnapshot(
      database,
      { org: ORG, settings: SETTINGS, entries: ['a'], language: 'en', path: '/', at: NOW * 2, arrival: true },
      NOW * 2,
    );
    await see({ entries: ['a', 'b'] });
    expect(await latestSnapshot(database, ORG)).toMatchObject({ entries: ['a', 'b'], at: clock });
  });

  it('never dates a page into the future', async () => {
    await see({ at: clock + 10_000_000 });
    expect((await latestSnapshot(database, ORG))?.at).toBe(clock);
  });

  it('passes over a record that it can not read', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    await see({ entries: ['a'] });
    await database.put('snapshots', { org: ORG, at: clock + 1, entries: 'broken' } as never);
    expect(await latestSnapshot(database, ORG)).toBeUndefined();
    clock += 10;
    await expect(see({ entries: ['a'] })).resolves.toBe(false);
  });
});

describe('organizations', () => {
  it('are listed with the last visited first', async () => {
    await see({ org: OTHER_ORG });
    await see({});
    expect(await lastVisited(database)).toBe(ORG);
    expect((await listOrganizations(database)).map(({ org }) => org)).toEqual([ORG, OTHER_ORG]);
    await see({ org: OTHER_ORG });
    const [first] = await listOrganizations(database);
    expect(first).toEqual({ org: OTHER_ORG, firstSeenAt: NOW + 60_000, lastSeenAt: clock });
  });

  it('are none before the first visit', async () => {
    expect(await lastVisited(database)).toBeUndefined();
    expect(await listOrganizations(database)).toEqual([]);
  });
});
