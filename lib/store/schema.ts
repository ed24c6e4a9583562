import type { ActivitySchema } from '../activity/stores.ts';
import type { PlanChunk, RunRecord, StepRecord } from './journal-records.ts';
import type { Lease, MetaRecord, Organization, StoredAcceptance, Teaching } from './records.ts';
import type { StoredRegisterRecord } from './register-records.ts';
import type { Snapshot, StoredChanges } from './snapshot-records.ts';

/**
 * The database; what activity keeps is described beside the code that reads it. Every store but `leases` and `meta` has the
 * organization first in its key, so that one organization's data is one range.
 */
export interface GatehouseSchema extends ActivitySchema {
  organizations: { key: string; value: Organization };
  snapshots: { key: [org: string, at: number]; value: Snapshot };
  changes: { key: [org: string, at: number]; value: StoredChanges };
  register: { key: [org: string, pattern: string]; value: StoredRegisterRecord };
  imports: {
    key: [org: string, id: string];
    value: RunRecord;
    indexes: { 'by-start': [org: string, startedAt: number] };
  };
  importPlans: { key: [org: string, run: string, first: number]; value: PlanChunk };
  importSteps: { key: [org: string, run: string, index: number]; value: StepRecord };
  acceptances: { key: [org: string, rule: string]; value: StoredAcceptance };
  teachings: { key: [org: string, language: string]; value: Teaching };
  leases: { key: string; value: Lease };
  meta: { key: string; value: MetaRecord };
}

export const DATABASE_NAME = 'gatehouse';

/** All object stores. A store that is added belongs here, into a migration and into the registry; a test compares. */
export const STORE_NAMES = [
  'events',
  'counters',
  'actors',
  'cursors',
  'catalogue',
  'organizations',
  'snapshots',
  'changes',
  'register',
  'acceptances',
  'imports',
  'importPlans',
  'importSteps',
  'teachings',
  'leases',
  'meta',
] as const satisfies readonly (keyof GatehouseSchema)[];
export type StoreName = (typeof STORE_NAMES)[number];
