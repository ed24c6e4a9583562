import { type GenericSchema, object, safeParse } from 'valibot';
import type { SessionStorage } from './key-vault.ts';
import { entryText, instant } from './shapes.ts';

/** An entry that was chosen in the popup and waits for the console's page of its organization. */
interface WaitingEntry {
  pattern: string;
  since: number;
}
const waitingEntry: GenericSchema<unknown, WaitingEntry> = object({ pattern: entryText, since: instant });

/** Milliseconds after which the admin will have forgotten what they asked for. */
const WAITS_FOR = 10 * 60_000;

const WAITING_KEY = 'waitingEntry';
const keyOf = (org: string) => `${WAITING_KEY}/${org}`;

/** Two pages may ask at the same time; only one of them may get the entry. */
let queue: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work);
  queue = done.catch(() => undefined);
  return done;
}

/** Has an entry wait; it replaces the one that waited before. */
export function keepWaiting(area: SessionStorage, org: string, pattern: string, now: number): Promise<void> {
  return inTurn(() => area.set({ [keyOf(org)]: { pattern, since: now } }));
}

/** Takes the entry that waits, at most once; undefined when there is none or it waited too long. */
export function takeWaiting(area: SessionStorage, org: string, now: number): Promise<string | undefined> {
  return inTurn(async () => {
    const key = keyOf(org);
    const stored = (await area.get(key))[key];
    if (stored === undefined) return undefined;
    await area.remove(key);
    const parsed = safeParse(waitingEntry, stored);
    if (!parsed.success) return undefined;
    const { pattern, since } = parsed.output;
    return now >= since && now - since < WAITS_FOR ? pattern : undefined;
  });
}
