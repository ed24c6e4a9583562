import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../../lib/activity/ingest.ts';
import type { ActivityDatabase } from '../../../lib/activity/stores.ts';
import { readSummary } from '../../../lib/activity/summary/index.ts';
import type { GatehouseDatabase } from '../../../lib/store/database.ts';
import { saveKey } from '../../../lib/store/key-vault.ts';
import { DATABASE_VERSION } from '../../../lib/store/migrations.ts';
import { STORE_NAMES, type StoreName } from '../../../lib/store/schema.ts';
import { DEFAULT_SETTINGS } from '../../../lib/store/settings-shape.ts';
import { exportData } from '../../../lib/store/transfer/export.ts';
import { importData, previewData } from '../../../lib/store/transfer/import.ts';
import { readLine } from '../../../lib/store/transfer/read.ts';
import { EXPORTED_STORES } from '../../../lib/store/transfer/shapes.ts';
import { makeCall } from '../activity/support.ts';
import { freshDatabase, ORG } from './fresh-database.ts';
import { readStoredVersion } from './stored-version.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const SETTINGS = { ...DEFAULT_SETTINGS, retentionDays: 90 };
const KEY = 'ATCTT3xSecretOfTheOrganization';
const NOT_EXPORTED: readonly StoreName[] = ['cursors', 'catalogue', 'counters', 'leases'];

let database: GatehouseDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});

async function fill(): Promise<void> {
  for (const { name, records } of readStoredVersion(DATABASE_VERSION).stores) {
    for (const record of records) await database.put(name as StoreName, record as never);
  }
}

async function addCalls(count: number): Promise<void> {
  const calls = Array.from({ length: count }, (_, index) =>
    makeCall({ org: ORG, id: `e${index}`, time: NOW - index * 60_000 }),
  );
  for (let start = 0; start < count; start += 500)
    await ingest(database as unknown as ActivityDatabase, ORG, calls.slice(start, start + 500));
}

const summary = () =>
  readSummary(database as unknown as ActivityDatabase, { org: ORG, window: '7d', now: NOW });
const all = async (name: StoreName) => await database.getAll(name);

it('names every store as exported or as left out', () => {
  expect([...EXPORTED_STORES, ...NOT_EXPORTED].sort()).toEqual([...STORE_NAMES].sort());
});

describe('a file of everything', () => {
  it('brings an empty browser to the same state', async () => {
    await fill();
    // The stored example's counters count events that it doesn't have.
    for (const name of ['events', 'counters', 'actors'] as const) await database.clear(name);
    await addCalls(4_500);
    const before = await Promise.all(EXPORTED_STORES.map(all));
    const figures = await summary();
    const { blob, records } = await exportData(database, SETTINGS, NOW);
    expect(records).toBe(before.reduce((sum, { length }) => sum + length, 0));
    database = await freshDatabase();
    const facts = await previewData(blob);
    expect(facts).toMatchObject({ exportedAt: NOW, settings: true, unreadable: 0 });
    expect(facts?.records.events).toBeGreaterThanOrEqual(4_500);
    const taken = await importData(database, blob);
    // Those who made the calls are known by them already.
    expect(taken.changed + taken.kept).toBe(records);
    expect(taken.settings).toEqual(SETTINGS);
    expect(await Promise.all(EXPORTED_STORES.map(all))).toEqual(before);
    // Counters are counted anew.
    expect(await summary()).toEqual(figures);
  });

  it('changes nothing where everything is already', async () => {
    await fill();
    await addCalls(20);
    const { blob, records } = await exportData(database, SETTINGS, NOW);
    const before = await Promise.all(STORE_NAMES.map(all));
    expect(await importData(database, blob)).toMatchObject({ changed: 0, kept: records });
    expect(await Promise.all(STORE_NAMES.map(all))).toEqual(before);
  });

  it('never holds the key, readable or encrypted', async () => {
    await fill();
    const memory = new Map<string, unknown>();
    const area = {
      get: async () => Object.fromEntries(memory),
      set: async (values: Record<string, unknown>) => {
        for (const [name, value] of Object.entries(values)) memory.set(name, value);
      },
      remove: async () => undefined,
    };
    await saveKey(database, area, ORG, KEY, { passphrase: 'a passphrase', now: NOW });
    const sealed = (await database.get('cursors', [ORG, 'sealed-key']))?.state as { data: string };
    const { blob } = await exportData(database, SETTINGS, NOW);
    const text = await blob.text();
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('sealed-key');
    expect(text).not.toContain(sealed.data);
  });

  it('keeps the newer of two versions', async () => {
    const entry = { org: ORG, pattern: 'https://a.example/**', owner: 'Ana', updatedAt: NOW };
    await database.put('register', entry);
    const { blob } = await exportData(database, SETTINGS, NOW);
    await database.put('register', { ...entry, owner: 'Bo', updatedAt: NOW + 1 });
    await importData(database, blob);
    expect(await all('register')).toMatchObject([{ owner: 'Bo' }]);
    await database.put('register', { ...entry, owner: 'Old', updatedAt: NOW - 1 });
    await importData(database, blob);
    expect(await all('register')).toMatchObject([{ owner: 'Ana' }]);
  });
});

describe('another file', () => {
  it.each(['', '{}', 'a,b\n1,2', '[1]', '{"format":"gatehouse-data","version":99,"exportedAt":1}'])(
    'such as %j is refused as a whole',
    async (text) => {
      expect(await previewData(new Blob([text]))).toBeUndefined();
    },
  );

  it('with broken lines gives the others, and counts the broken', async () => {
    await fill();
    const { blob } = await exportData(database, SETTINGS, NOW);
    const lines = (await blob.text()).trimEnd().split('\n');
    const hostile = [
      '{"store":"cursors","value":{"org":"x"}}',
      '{"store":"constructor","value":{}}',
      '{"store":"register","value":{"org":"not an id","pattern":"x","updatedAt":1}}',
      'null',
      '{"store":"events"',
    ];
    const file = new Blob([[...lines, ...hostile].join('\r\n')]);
    expect(await previewData(file)).toMatchObject({ unreadable: hostile.length });
    database = await freshDatabase();
    await importData(database, file);
    expect(await all('cursors')).toEqual([]);
  });

  it('of any text is read without an error', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((value) => `{"store":"events","value":${value}}`),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (line, first) => {
        expect(['unreadable', 'header', 'settings', 'record']).toContain(readLine(line, first).kind);
      }),
    );
  });
});
