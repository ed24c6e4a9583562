import { exactOptional, type GenericSchema, object, picklist } from 'valibot';
import type { ActorRecord } from '../../activity/stores.ts';
import { type AuditCall, TOOL_CLASSES } from '../../activity/types.ts';
import { planChunk, runRecord, stepRecord } from '../journal-records.ts';
import { metaRecord, organization, storedAcceptance, teaching } from '../records.ts';
import { storedRegisterRecord } from '../register-records.ts';
import type { GatehouseSchema, StoreName } from '../schema.ts';
import { cutText, instant, organizationId } from '../shapes.ts';
import { snapshot, storedChanges } from '../snapshot-records.ts';

/** What a file of exported data may hold, store by store. A file is somebody's text until it was checked. */

const name = cutText(512);
const kind = picklist(['person', 'service', 'unknown']);

const storedCall: GenericSchema<unknown, AuditCall> = object({
  org: organizationId,
  id: name,
  time: instant,
  tool: name,
  class: picklist(TOOL_CLASSES),
  actor: object({ id: name, name, kind }),
  app: name,
  country: name,
  authType: name,
  how: picklist(['context', 'context-unknown', 'message', 'message-unknown', 'app', 'action', 'action-name']),
  action: name,
  source: picklist(['api', 'session', 'export']),
  via: exactOptional(name),
});

const storedActor: GenericSchema<unknown, ActorRecord> = object({
  org: organizationId,
  id: name,
  name,
  kind,
  firstSeen: instant,
  firstWrite: exactOptional(instant),
  namedAt: instant,
});

/**
 * The stores that are exported, in the order in which they are. Left out are: `cursors`, which hold the encrypted key
 * and where this browser's sync stands; `catalogue`, which is read anew once a day; `counters`, which are counted
 * anew from the events; `leases`, which are over in seconds.
 */
export const EXPORTED = {
  organizations: organization,
  snapshots: snapshot,
  changes: storedChanges,
  register: storedRegisterRecord,
  acceptances: storedAcceptance,
  imports: runRecord,
  importPlans: planChunk,
  importSteps: stepRecord,
  teachings: teaching,
  meta: metaRecord,
  events: storedCall,
  // After the events, which say less of when somebody was first seen.
  actors: storedActor,
} satisfies { [Name in StoreName]?: GenericSchema<unknown, GatehouseSchema[Name]['value']> };
export type ExportedStore = keyof typeof EXPORTED;
export const EXPORTED_STORES = Object.keys(EXPORTED) as ExportedStore[];
