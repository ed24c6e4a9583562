import type { StoreName } from './schema.ts';

/**
 * Everything that is stored: what, where, why and for how long. The options page shows it and the privacy statement
 * is made from it; a test holds it against the database.
 */
export interface StoredKind {
  id: string;
  /** Where it lies: object stores of the database, or a key of an extension storage area. */
  place: { area: 'database'; stores: readonly StoreName[] } | { area: 'local'; key: string };
  what: string;
  why: string;
  howLong: string;
}

export const STORED_KINDS: readonly StoredKind[] = [
  {
    id: 'settings',
    place: { area: 'local', key: 'settings' },
    what: 'What you chose in the options.',
    why: 'To work as you set it.',
    howLong: 'Until you delete everything.',
  },
  {
    id: 'status',
    place: { area: 'database', stores: ['organizations', 'snapshots'] },
    what: 'The list of domains and the switches of the Rovo MCP server page as you last saw them, and when.',
    why: 'So that the popup can show the status without opening the console, and say what changed.',
    howLong: 'The last 20 different states of each organization.',
  },
  {
    id: 'changes',
    place: { area: 'database', stores: ['changes'] },
    what: 'What others changed in that list and those switches between your visits.',
    why: 'To tell you once.',
    howLong: '180 days; older ones go when you dismiss the notice.',
  },
  {
    id: 'register',
    place: { area: 'database', stores: ['register'] },
    what: 'Owner, reason, ticket, review date and source of an entry, as your files name them.',
    why: 'The console has no place for who asked for an entry and until when.',
    howLong: 'Until you delete everything.',
  },
  {
    id: 'acceptances',
    place: { area: 'database', stores: ['acceptances'] },
    what: 'Findings that you accepted: which, in what, why and until when.',
    why: 'To show them apart until that day.',
    howLong: 'Until you take the acceptance back or delete everything.',
  },
  {
    id: 'imports',
    place: { area: 'database', stores: ['imports', 'importPlans', 'importSteps'] },
    what: 'The rows of the files you imported, and what became of each.',
    why: 'So that an interrupted import goes on without adding anything twice, and for its report.',
    howLong: 'The last 50 ended imports of each organization, 180 days at most.',
  },
  {
    id: 'leases',
    place: { area: 'database', stores: ['leases'] },
    what: 'Which tab is working on an organization’s list right now.',
    why: 'So that two tabs never add the same entries.',
    howLong: 'It holds for 15 seconds unless renewed, and is replaced by the next one.',
  },
  {
    id: 'teachings',
    place: { area: 'database', stores: ['teachings'] },
    what: 'Where the console’s controls are, as you pointed them out.',
    why: 'So that Gatehouse works on a console it does not recognise by itself.',
    howLong: 'Until you teach it anew or delete everything.',
  },
  {
    id: 'activity',
    place: { area: 'database', stores: ['events', 'counters', 'actors'] },
    what: 'Calls of AI tools from the audit log: time, tool, person, app, country and kind of authentication, how many there were, and when a person was first seen.',
    why: 'To show what AI tools did lately without asking Atlassian again.',
    howLong: '180 days, or as many as you set in the options.',
  },
  {
    id: 'sources',
    place: { area: 'database', stores: ['cursors', 'catalogue'] },
    what: 'How far the audit log was read, and the names of its kinds of events.',
    why: 'To read only what is new.',
    howLong: 'Until you delete everything.',
  },
  {
    id: 'meta',
    place: { area: 'database', stores: ['meta'] },
    what: 'Which organization you visited last.',
    why: 'To show the right organization first.',
    howLong: 'Until you delete everything.',
  },
];

/** How many records there are of one kind, out of the number in each store. Values of storage areas are not counted. */
export function recordsOf(kind: StoredKind, amounts: Readonly<Record<StoreName, number>>): number {
  if (kind.place.area !== 'database') return 0;
  return kind.place.stores.reduce((sum, name) => sum + amounts[name], 0);
}
