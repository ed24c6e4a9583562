import type { ActivitySchema } from './stores.ts';
import type { ActivityTransaction } from './transaction.ts';

/** How often an organization's counters were changed: figures that were made ready hold while it is the same. */

export type RevisionKey = ActivitySchema['counters']['key'];

export function revisionKey(org: string): RevisionKey {
  return [org, 'ready', 'revision', 0];
}

/** The revision in a stored record; 0 before the first change. */
export function countersRevision(record: ActivitySchema['counters']['value'] | undefined): number {
  return record?.dimension === 'revision' ? record.revision : 0;
}

/** Notes a change in the transaction that makes it, so that no figures from before it are taken for new ones. */
export async function noteChange(transaction: ActivityTransaction, org: string): Promise<void> {
  const counters = transaction.objectStore('counters');
  const revision = countersRevision(await counters.get(revisionKey(org))) + 1;
  await counters.put?.({ org, unit: 'ready', dimension: 'revision', at: 0, revision });
}
