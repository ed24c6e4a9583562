import type { GatehouseDatabase } from './database.ts';
import type { Difference } from './differences.ts';
import { planChunk, runRecord, stepRecord } from './journal-records.ts';
import { unfinishedRuns } from './journal-upkeep.ts';
import { beginningWith, readAllAs } from './transaction.ts';

/** What our own runs did to a list, as texts without regard to letter case: the console may write them otherwise. */
export interface OwnChanges {
  added: ReadonlySet<string>;
  removed: ReadonlySet<string>;
}

export const NOTHING_OWN: OwnChanges = { added: new Set(), removed: new Set() };

const plain = (text: string) => text.trim().toLowerCase();

/**
 * What runs of ours changed in an organization's list since a time. A page that is left right after a run is not read
 * any more, so only the journal tells that these changes are nobody else's. A row whose outcome is not known counts.
 */
export async function ownChanges(
  database: GatehouseDatabase,
  org: string,
  since: number,
): Promise<OwnChanges> {
  const runs = readAllAs(
    runRecord,
    await database.getAllFromIndex('imports', 'by-start', beginningWith(org)),
  );
  const open = new Set(unfinishedRuns(runs).map(({ id }) => id));
  const added = new Set<string>();
  const removed = new Set<string>();
  for (const { id, updatedAt } of runs) {
    if (updatedAt < since && !open.has(id)) continue;
    const chunks = readAllAs(planChunk, await database.getAll('importPlans', beginningWith(org, id)));
    const texts = new Map(
      chunks.flatMap(({ first, rows }) => rows.map(({ pattern }, place) => [first + place, plain(pattern)])),
    );
    for (const { index, state, at } of readAllAs(
      stepRecord,
      await database.getAll('importSteps', beginningWith(org, id)),
    )) {
      const text = texts.get(index);
      if (text === undefined || at < since) continue;
      if (state === 'added' || state === 'trying' || state === 'unknown') added.add(text);
      if (state === 'removed' || state === 'trying' || state === 'unknown') removed.add(text);
    }
  }
  return { added, removed };
}

/** A difference without what we did ourselves. */
export function withoutOwn(difference: Difference, own: OwnChanges): Difference {
  return {
    ...difference,
    added: difference.added.filter((entry) => !own.added.has(plain(entry))),
    removed: difference.removed.filter((entry) => !own.removed.has(plain(entry))),
  };
}
