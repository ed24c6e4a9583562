import { createKeySource, createSessionSource } from '../activity/sources/organizations.ts';
import type { EventSource } from '../activity/sources/types.ts';
import { runSync, type SyncOutcome } from '../activity/sync/run.ts';
import { openActivity } from '../store/database.ts';
import { organizationsWithKey, readKey } from '../store/key-vault.ts';
import { lastVisited } from '../store/organizations.ts';
import { readSettings } from '../store/settings.ts';
import { createSyncLease } from '../store/sync-lease.ts';
import type { BackgroundPorts } from './ports.ts';

/** Fetching events in the background: by the button and by an alarm, so that a stopped worker goes on. */

/** How often new events are looked for, in milliseconds. */
const EVERY = 15 * 60_000;
/** When the alarm comes while a sync is under way: it goes on if the worker was stopped. Browsers allow no less. */
const WATCH = 60_000;
/** A worker is stopped after 30 s without a sign of life. */
const SIGN_OF_LIFE = 20_000;

export interface ActivitySync {
  /** Fetches what is new of one organization; `asked` also tries what had stopped. Undefined without a source. */
  run(org: string, asked?: boolean): Promise<SyncOutcome | undefined>;
  /** Whether there is a key that can be read, or the admin's session may be asked. */
  hasSource(org: string): Promise<boolean>;
  /** All organizations that have a source. */
  runAll(): Promise<void>;
  /** Ends what is under way for an organization, since its key is gone. */
  stop(org: string): void;
}

type Ports = Pick<
  BackgroundPorts,
  'open' | 'now' | 'fetch' | 'sessionStorage' | 'localStorage' | 'wakeAt' | 'showBadge' | 'stayAlive'
>;

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function createActivitySync(ports: Ports): ActivitySync {
  const { open, now, fetch, sessionStorage, localStorage, wakeAt, showBadge, stayAlive } = ports;
  const underWay = new Map<string, AbortController>();

  async function sourceOf(org: string): Promise<EventSource | undefined> {
    const key = await readKey(sessionStorage, org);
    if (key !== undefined) return createKeySource(key, { org, fetch, now });
    const { settings } = await readSettings(localStorage);
    return settings.sessionSource ? createSessionSource({ org, fetch, now }) : undefined;
  }

  async function organizations(): Promise<string[]> {
    const withKey = await organizationsWithKey(sessionStorage);
    const { settings } = await readSettings(localStorage);
    const visited = settings.sessionSource ? await lastVisited(await open()) : undefined;
    return [...new Set([...withKey, ...(visited === undefined ? [] : [visited])])];
  }

  /** The badge is for what the admin has to act on, and only where they want it. */
  async function tell(outcome: SyncOutcome): Promise<void> {
    if (outcome.kind !== 'stopped' && outcome.kind !== 'done') return;
    const { settings } = await readSettings(localStorage);
    await showBadge(settings.badge && outcome.kind === 'stopped');
  }

  async function run(org: string, asked = false): Promise<SyncOutcome | undefined> {
    if (underWay.has(org)) return { kind: 'busy', added: 0 };
    const controller = new AbortController();
    underWay.set(org, controller);
    const alive = setInterval(() => void stayAlive(), SIGN_OF_LIFE);
    try {
      const source = await sourceOf(org);
      if (!source) return undefined;
      await wakeAt(now() + WATCH);
      const { settings } = await readSettings(localStorage);
      const lease = createSyncLease(await open(), org, crypto.randomUUID(), now);
      const outcome = await runSync(
        { database: await openActivity(), source, lease, now, random: Math.random, sleep },
        { org, signal: controller.signal, asked, retentionDays: settings.retentionDays },
      );
      await tell(outcome);
      const next = outcome.kind === 'waiting' ? outcome.until : now() + EVERY;
      await wakeAt(outcome.kind === 'busy' ? now() + WATCH : next);
      return outcome;
    } finally {
      clearInterval(alive);
      underWay.delete(org);
    }
  }

  return {
    run,
    hasSource: async (org) => (await sourceOf(org)) !== undefined,
    runAll: async () => {
      for (const org of await organizations()) {
        try {
          await run(org);
        } catch (error) {
          // The database's own trouble; the alarm set before comes again.
          console.error('Gatehouse: new events could not be fetched.', error);
        }
      }
    },
    stop: (org) => underWay.get(org)?.abort(),
  };
}
