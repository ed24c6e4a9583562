import type { MessageKey } from '../words/keys.ts';
import { say } from '../words/say.ts';
import type { StoreName } from './schema.ts';

/**
 * Everything that is stored: what, where, why and for how long. The options page shows it and the privacy statement
 * is made from it; a test holds it against the database.
 */
type StoredId = MessageKey extends infer Key ? (Key extends `stored_${infer Id}_what` ? Id : never) : never;

export interface StoredKind {
  id: StoredId;
  /** Where it lies: object stores of the database, or a key of an extension storage area. */
  place: { area: 'database'; stores: readonly StoreName[] } | { area: 'local' | 'session'; key: string };
  what: string;
  why: string;
  howLong: string;
}

/** The texts of a kind are `stored_<id>_what`, `_why` and `_howLong`. */
function stored<Id extends StoredId>(id: Id, place: StoredKind['place']): StoredKind {
  return {
    id,
    place,
    get what() {
      return say(`stored_${id as StoredId}_what`);
    },
    get why() {
      return say(`stored_${id as StoredId}_why`);
    },
    get howLong() {
      return say(`stored_${id as StoredId}_howLong`);
    },
  };
}

export const STORED_KINDS: readonly StoredKind[] = [
  stored('settings', { area: 'local', key: 'settings' }),
  stored('seenFindings', { area: 'local', key: 'seenFindings' }),
  stored('policy', { area: 'session', key: 'policy' }),
  stored('claimed', { area: 'local', key: 'claimedPages' }),
  stored('key', { area: 'session', key: 'key/' }),
  stored('status', { area: 'database', stores: ['organizations', 'snapshots'] }),
  stored('changes', { area: 'database', stores: ['changes'] }),
  stored('register', { area: 'database', stores: ['register'] }),
  stored('acceptances', { area: 'database', stores: ['acceptances'] }),
  stored('imports', { area: 'database', stores: ['imports', 'importPlans', 'importSteps'] }),
  stored('leases', { area: 'database', stores: ['leases'] }),
  stored('teachings', { area: 'database', stores: ['teachings'] }),
  stored('waiting', { area: 'session', key: 'waitingEntry' }),
  stored('activity', { area: 'database', stores: ['events', 'counters', 'actors'] }),
  stored('sources', { area: 'database', stores: ['cursors', 'catalogue'] }),
  stored('meta', { area: 'database', stores: ['meta'] }),
];

/** How many records there are of one kind, out of the number in each store. Values of storage areas are not counted. */
export function recordsOf(kind: StoredKind, amounts: Readonly<Record<StoreName, number>>): number {
  if (kind.place.area !== 'database') return 0;
  return kind.place.stores.reduce((sum, name) => sum + amounts[name], 0);
}
