import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { ActivityDatabase } from '../../../lib/activity/stores.ts';
import type { AuditCall } from '../../../lib/activity/types.ts';
import { openDatabase } from '../../../lib/store/database.ts';

export const ORG = '0f3c1a52-7d0e-4a5b-9c55-2f6f0e6a1b11';

/** A fresh, empty database of its own. */
export async function openFresh(): Promise<ActivityDatabase> {
  globalThis.indexedDB = new IDBFactory();
  return (await openDatabase()) as unknown as ActivityDatabase;
}

let serial = 0;

/** A call with believable fields; what matters to a test is given. */
export function makeCall(given: Partial<AuditCall> & { time: number }): AuditCall {
  serial += 1;
  return {
    org: ORG,
    id: `call-${serial}`,
    tool: 'getJiraIssue',
    class: 'read',
    actor: { id: 'ada', name: 'Ada', kind: 'person' },
    app: 'Claude',
    country: 'Germany',
    authType: 'auth-token-for-3LO',
    how: 'context',
    action: 'mcp',
    source: 'api',
    ...given,
  };
}

/** Everything in the counters, in a form that can be compared. */
export async function dumpCounters(database: ActivityDatabase): Promise<Record<string, unknown>> {
  const dump: Record<string, unknown> = {};
  for (const counter of await database.getAll('counters')) {
    const key = [counter.org, counter.unit, counter.dimension, counter.at].join(' ');
    if (counter.unit === 'ready') continue;
    if ('cells' in counter) dump[key] = [...counter.cells].join();
    else if ('counts' in counter) dump[key] = [...counter.counts].sort();
    else
      dump[key] = [...counter.hours]
        .sort(([a], [b]) => a - b)
        .map(([hour, names]) => [hour, [...names].sort()]);
  }
  return dump;
}
