import { afterEach, describe, expect, it } from 'vitest';
import { ingest, MAX_BATCH } from '../../../lib/activity/ingest.ts';
import { pruneActivity } from '../../../lib/activity/retention.ts';
import type { ActivityDatabase } from '../../../lib/activity/stores.ts';
import { makeCall, ORG, openFresh } from './support.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;

let database: ActivityDatabase;
afterEach(() => database?.close());

describe('pruneActivity', () => {
  it('lets others write between its chunks, however much it deletes', async () => {
    database = await openFresh();
    const old = Array.from({ length: 4_500 }, (_, index) => makeCall({ time: NOW - 20 * DAY + index }));
    for (let start = 0; start < old.length; start += MAX_BATCH)
      await ingest(database, ORG, old.slice(start, start + MAX_BATCH));
    let done = false;
    const pruned = pruneActivity(database, ORG, NOW, 10).finally(() => {
      done = true;
    });
    // Each write waits for one transaction of the pruning at most, so several come through before its end.
    let written = 0;
    while (!done) {
      await ingest(database, ORG, [makeCall({ time: NOW + written })]);
      if (!done) written += 1;
    }
    expect(await pruned).toBe(4_500);
    expect(written).toBeGreaterThanOrEqual(4);
    expect(await database.count('events')).toBeGreaterThanOrEqual(written);
  });
});
