import { pruneActivity } from '../activity/retention.ts';
import { createKeySource, createSessionSource } from '../activity/sources/organizations.ts';
import type { EventSource } from '../activity/sources/types.ts';
import { withoutPermission } from '../activity/sources/without-permission.ts';
import { makeReady, readStatus } from '../activity/summary/index.ts';
import { runSync, type SyncOutcome } from '../activity/sync/run.ts';
import type { SourceName } from '../activity/types.ts';
import { apiHost, consoleHost } from '../catalogue/clouds.ts';
import { openActivity } from '../store/database.ts';
import { organizationsWithKey, readKey } from '../store/key-vault.ts';
import { listOrganizations } from '../store/organizations.ts';
import { allows, allowsOrganization } from '../store/policy/shape.ts';
import { createSyncLease } from '../store/sync-lease.ts';
import { refreshBadge } from './badge.ts';
import { cloudOf } from './consoles.ts';
import { knownOrganizations } from './organizations.ts';
import type { BackgroundPorts } from './ports.ts';
import { settingsInForce } from './settings-in-force.ts';

/** Fetching events in the background: by the button and by an alarm, so that a stopped worker goes on. */

/** How often new events are looked for, in milliseconds. */
const EVERY = 15 * 60_000;
/** When the alarm comes while a sync is under way: it goes on if the worker was stopped. Browsers allow no less. */
const WATCH = 30_000;
/** A worker is stopped after 30 s without a sign of life. */
const SIGN_OF_LIFE = 20_000;
/**
 * There is one background at a time, so a lease in its name that it didn't take itself is left from a worker that was
 * killed: the next one goes on at once. Should two ever overlap, the revision of the state lets only one write.
 */
const OWNER = 'background';

export interface ActivitySync {
  /** Fetches what is new of one organization; `asked` also tries what had stopped. Undefined without a source. */
  run(org: string, asked?: boolean): Promise<SyncOutcome | undefined>;
  /** Goes on with a sync that a stopped worker left, unless one runs or waits for its time; doesn't wait for it. */
  goOn(org: string): void;
  /** Begins with an organization whose console was just opened, where the session is to be asked and never was. */
  visited(org: string): void;
  /** Whether it is fetching this organization's events now. */
  running(org: string): boolean;
  /** What events would be asked of: a key that can be read, the admin's session where that is on, or nothing. */
  sourceOf(org: string): Promise<EventSource | undefined>;
  /** All organizations that have a source. */
  runAll(): Promise<void>;
  /** Ends what is under way for an organization (all without one), and resolves once it has ended. */
  stop(org?: string): Promise<void>;
  /** Deletes events that are older than the admin wants to keep them, of every organization. */
  prune(): Promise<void>;
}

type Ports = Pick<
  BackgroundPorts,
  | 'open'
  | 'now'
  | 'fetch'
  | 'mayReach'
  | 'sessionStorage'
  | 'localStorage'
  | 'policy'
  | 'engine'
  | 'wakeAt'
  | 'showBadge'
  | 'stayAlive'
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
  const { open, now, fetch, mayReach, sessionStorage, wakeAt, stayAlive } = ports;
  /** When a sync that waits goes on, in milliseconds since 1970; a worker that was just started knows of none. */
  const waiting = new Map<string, number>();
  const underWay = new Map<string, { controller: AbortController; ended: Promise<unknown> }>();

  async function sourceOf(org: string): Promise<EventSource | undefined> {
    const { policy } = await ports.policy();
    if (!allowsOrganization(policy, org)) return undefined;
    const key = allows(policy, 'apiKey') ? await readKey(sessionStorage, org) : undefined;
    const cloud = await cloudOf(ports, org);
    const options = { org, cloud, fetch, now };
    if (key !== undefined) {
      return (await mayReach(apiHost(cloud))) ? createKeySource(key, options) : withoutPermission('api');
    }
    if (!(await settingsInForce(ports)).sessionSource) return undefined;
    return (await mayReach(consoleHost(cloud))) ? createSessionSource(options) : withoutPermission('session');
  }

  async function organizations(): Promise<string[]> {
    const withKey = await organizationsWithKey(sessionStorage);
    const { sessionSource } = await settingsInForce(ports);
    // The admin's session may reach all that are known; where it doesn't, it is withdrawn for that one alone.
    const known = sessionSource ? await knownOrganizations(ports, await open()) : [];
    return [...new Set([...withKey, ...known.map(({ org }) => org)])];
  }

  /** When the alarm comes next: never for what needs the admin. */
  function nextTime(outcome: SyncOutcome): number | undefined {
    switch (outcome.kind) {
      case 'waiting':
        return outcome.until;
      case 'done':
        return now() + EVERY;
      case 'busy':
        return now() + WATCH;
      default:
        return undefined;
    }
  }

  async function fetchEvents(
    org: string,
    asked: boolean,
    signal: AbortSignal,
  ): Promise<SyncOutcome | undefined> {
    const source = await sourceOf(org);
    if (!source) {
      await wakeAt(org, undefined);
      return undefined;
    }
    await wakeAt(org, now() + WATCH);
    const { retentionDays } = await settingsInForce(ports);
    const lease = createSyncLease(await open(), org, OWNER, now);
    const outcome = await runSync(
      { database: await openActivity(), source, lease, now, random: Math.random, sleep },
      { org, signal, asked, retentionDays },
    );
    if (outcome.kind === 'waiting') waiting.set(org, outcome.until);
    else waiting.delete(org);
    // Whoever stopped it has also seen to the alarm.
    if (outcome.kind !== 'aborted') await wakeAt(org, nextTime(outcome));
    if (outcome.kind !== 'busy') await readyFor(org, source.name);
    await refreshBadge(ports);
    return outcome;
  }

  async function readyFor(org: string, source: SourceName): Promise<void> {
    const database = await openActivity();
    const { clockOffset } = await readStatus(database, org, source, now());
    await makeReady(database, org, now() + clockOffset);
  }

  async function run(org: string, asked = false): Promise<SyncOutcome | undefined> {
    if (underWay.has(org)) {
      // Should this worker be stopped later, nothing else would go on with what is under way.
      await wakeAt(org, now() + WATCH);
      return { kind: 'busy', added: 0 };
    }
    const controller = new AbortController();
    const alive = setInterval(() => void stayAlive(), SIGN_OF_LIFE);
    const fetching = fetchEvents(org, asked, controller.signal).finally(() => {
      clearInterval(alive);
      underWay.delete(org);
    });
    underWay.set(org, { controller, ended: fetching.catch(() => undefined) });
    return await fetching;
  }

  async function begin(org: string): Promise<void> {
    const { sessionSource } = await settingsInForce(ports);
    if (!sessionSource || underWay.has(org)) return;
    const { syncedAt, stopped } = await readStatus(await openActivity(), org, 'session', now());
    if (syncedAt === 0 && !stopped) await run(org);
  }
  const report = (error: unknown) => console.error('Gatehouse: new events could not be fetched.', error);

  return {
    run,
    running: (org) => underWay.has(org),
    goOn: (org) => {
      if (underWay.has(org) || (waiting.get(org) ?? 0) > now()) return;
      run(org).catch(report);
    },
    visited: (org) => void begin(org).catch(report),
    sourceOf,
    runAll: async () => {
      for (const org of await organizations()) {
        try {
          await run(org);
        } catch (error) {
          // The database's own trouble; the alarm set before comes again.
          report(error);
        }
      }
    },
    stop: async (org) => {
      const ending = [...underWay].filter(([name]) => org === undefined || name === org);
      for (const [, { controller }] of ending) controller.abort();
      await Promise.all(ending.map(([, { ended }]) => ended));
    },
    prune: async () => {
      const { retentionDays } = await settingsInForce(ports);
      const database = await openActivity();
      for (const { org } of await listOrganizations(await open())) {
        await pruneActivity(database, org, now(), retentionDays);
      }
    },
  };
}
