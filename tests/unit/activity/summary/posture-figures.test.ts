import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingest } from '../../../../lib/activity/ingest.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { readPostureFigures } from '../../../../lib/activity/summary/posture-figures.ts';
import { makeCall, ORG, openFresh } from '../support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25, 12, 30);

let database: ActivityDatabase;
beforeEach(async () => {
  database = await openFresh();
});
afterEach(() => database.close());

const person = (id: string) => ({ id, name: `Name of ${id}`, kind: 'person' as const });

it('counts the last 30 and 7 days, the busiest hour and calls with tokens', async () => {
  await ingest(database, ORG, [
    makeCall({ time: NOW - 31 * DAY, class: 'write' }),
    makeCall({ time: NOW - 29 * DAY, class: 'write' }),
    makeCall({ time: NOW - 8 * DAY, class: 'delete' }),
    makeCall({ time: NOW - 2 * DAY, class: 'manage', authType: 'api-token' }),
    makeCall({ time: NOW - 2 * HOUR, class: 'search', authType: 'API token' }),
    makeCall({ time: NOW - 2 * HOUR + 1, class: 'read', authType: 'auth-token-for-3LO' }),
    makeCall({ time: NOW, class: 'unknown' }),
  ]);
  expect(await readPostureFigures(database, ORG, NOW)).toMatchObject({
    last30Days: { reads: 2, writes: 1, removals: 2, unknown: 1 },
    removalsLast7Days: 1,
    tokenCallsLast7Days: 2,
    busiestHourCalls: 2,
  });
});

it('names those who changed something for the first time in the last 24 hours', async () => {
  await ingest(database, ORG, [
    makeCall({ time: NOW - 90 * DAY, class: 'read', actor: person('reader-then-writer') }),
    makeCall({ time: NOW - HOUR, class: 'write', actor: person('reader-then-writer') }),
    makeCall({ time: NOW - 2 * DAY, class: 'write', actor: person('old-writer') }),
    makeCall({ time: NOW - HOUR, class: 'write', actor: person('old-writer') }),
    makeCall({ time: NOW - 2 * HOUR, class: 'delete', actor: person('newcomer') }),
    makeCall({ time: NOW - HOUR, class: 'read', actor: person('new-reader') }),
  ]);
  await ingest(database, 'other', [
    makeCall({ org: 'other', time: NOW, class: 'write', actor: person('far') }),
  ]);
  const { newWriters } = await readPostureFigures(database, ORG, NOW);
  expect(newWriters).toEqual(['Name of reader-then-writer', 'Name of newcomer']);
});
