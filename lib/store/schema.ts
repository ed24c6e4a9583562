import type { DBSchema } from 'idb';
import type { PlanChunk, RunRecord, StepRecord } from './journal-records.ts';
import type {
  Lease,
  MetaRecord,
  Organization,
  Snapshot,
  StoredChanges,
  StoredRegisterEntry,
  Teaching,
} from './records.ts';

/** One call of a tool, as far as it is kept. `lib/activity` decides what stands in the open fields. */
export interface EventRecord {
  org: string;
  /** The event's own id, or a hash of an exported record. */
  id: string;
  /** Milliseconds since 1970. */
  time: number;
  tool: string;
  class: string;
  actor: { id: string; name?: string; kind?: string };
  app?: string;
  country?: string;
  authType?: string;
  /** Which field it was recognised by. */
  how?: string;
}

/** How many events one name had in one hour or day. */
export interface CounterRecord {
  org: string;
  unit: 'hour' | 'day';
  /** Whole hours or days since 1970, UTC. */
  at: number;
  /** `all`, `tool`, `actor`, `app`, `class`, `country`, ... */
  dimension: string;
  name: string;
  count: number;
}

/** Where a source of events goes on. */
export interface CursorRecord {
  org: string;
  source: string;
  /** Read by `lib/activity` only, which parses it. */
  state: unknown;
  updatedAt: number;
}

/** One kind of event that the API knows. */
export interface CatalogueRecord {
  org: string;
  /** The action's id. */
  id: string;
  name: string;
  groups: string[];
  fetchedAt: number;
}

/**
 * The database. Every store but `leases` and `meta` has the organization first in its key, so that one
 * organization's data is one range.
 */
export interface GatehouseSchema extends DBSchema {
  events: {
    key: [org: string, id: string];
    value: EventRecord;
    indexes: { 'by-time': [org: string, time: number] };
  };
  counters: {
    key: [org: string, unit: 'hour' | 'day', at: number, dimension: string, name: string];
    value: CounterRecord;
    indexes: { 'by-dimension': [org: string, unit: 'hour' | 'day', dimension: string, at: number] };
  };
  cursors: { key: [org: string, source: string]; value: CursorRecord };
  catalogue: { key: [org: string, id: string]; value: CatalogueRecord };
  organizations: { key: string; value: Organization };
  snapshots: { key: [org: string, at: number]; value: Snapshot };
  changes: { key: [org: string, at: number]; value: StoredChanges };
  register: { key: [org: string, pattern: string]; value: StoredRegisterEntry };
  imports: {
    key: [org: string, id: string];
    value: RunRecord;
    indexes: { 'by-start': [org: string, startedAt: number] };
  };
  importPlans: { key: [org: string, run: string, first: number]; value: PlanChunk };
  importSteps: { key: [org: string, run: string, index: number]; value: StepRecord };
  teachings: { key: [org: string, language: string]; value: Teaching };
  leases: { key: string; value: Lease };
  meta: { key: string; value: MetaRecord };
}

export const DATABASE_NAME = 'gatehouse';

/** All object stores. A store that is added belongs here, into a migration and into the registry; a test compares. */
export const STORE_NAMES = [
  'events',
  'counters',
  'cursors',
  'catalogue',
  'organizations',
  'snapshots',
  'changes',
  'register',
  'imports',
  'importPlans',
  'importSteps',
  'teachings',
  'leases',
  'meta',
] as const satisfies readonly (keyof GatehouseSchema)[];
export type StoreName = (typeof STORE_NAMES)[number];
