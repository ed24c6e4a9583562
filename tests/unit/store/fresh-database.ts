import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { closeGatehouse, type GatehouseDatabase, openGatehouse } from '../../../lib/store/database.ts';

export const ORG = '11111111-2222-4333-8444-555555555555';
export const OTHER_ORG = '99999999-8888-4777-8666-555555555555';

/** An empty browser profile, and the context's connection to the database in it. */
export async function freshDatabase(): Promise<GatehouseDatabase> {
  await closeGatehouse();
  globalThis.indexedDB = new IDBFactory();
  return await openGatehouse();
}
