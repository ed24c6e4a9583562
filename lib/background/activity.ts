import { makeReady, nothingKnown, readStored, viewOf } from '../activity/summary/index.ts';
import type { ActivityView, ActivityWindow } from '../activity/summary/view-types.ts';
import type { Handlers } from '../messages/handle.ts';
import { fail, ok } from '../messages/reply.ts';
import { openActivity } from '../store/database.ts';
import { keyState } from '../store/key-vault.ts';
import { allows } from '../store/policy/shape.ts';
import { say } from '../words/say.ts';
import type { ActivitySync } from './activity-sync.ts';
import type { BackgroundPorts } from './ports.ts';
import { settingsInForce } from './settings-in-force.ts';

const NO_SOURCE = fail('no-key', say('failure_noKey'));

/** What AI tools did in one organization's window, ready to be shown. Rejects with the database's error. */
export async function readActivity(
  ports: Pick<BackgroundPorts, 'open' | 'now' | 'sessionStorage' | 'localStorage' | 'policy'>,
  sync: Pick<ActivitySync, 'running' | 'goOn'>,
  org: string | undefined,
  window: ActivityWindow,
): Promise<ActivityView> {
  if (org === undefined) return nothingKnown(window);
  const now = ports.now();
  const [settings, { policy }, stateOfKey] = await Promise.all([
    settingsInForce(ports),
    ports.policy(),
    keyState(await ports.open(), ports.sessionStorage, org),
  ]);
  const key = allows(policy, 'apiKey') ? stateOfKey : 'absent';
  const readable = key === 'session' || key === 'stored';
  const source = readable ? 'api' : settings.sessionSource ? 'session' : undefined;
  const database = await openActivity();
  const { counted, ...stored } = await readStored(database, org, window, now, source);
  const { filling, syncedAt, stopped, clockOffset } = stored.status;
  // The alarm would come too, but only after half a minute: somebody is looking now.
  if (source !== undefined && !stopped && (filling || syncedAt === 0)) sync.goOn(org);
  // Behind the answer, so that the next glance is quick. A sync sees to it when it ends.
  if (counted && stored.summary.newest.length > 0 && !sync.running(org))
    makeReady(database, org, now + clockOffset).catch((error: unknown) => {
      console.error('Gatehouse: the figures could not be made ready.', error);
    });
  const plan = settings.plans[org];
  const facts = {
    ...stored,
    syncing: sync.running(org),
    hasSource: source !== undefined,
    locked: key === 'locked' && source === undefined,
    ...(plan ? { plan } : {}),
  };
  return viewOf(facts, now);
}

/** The button. The sync goes on after the answer; its end is seen in the figures. */
export function activityHandlers(sync: ActivitySync): Pick<Handlers, 'activity/sync'> {
  return {
    'activity/sync': async ({ org }) => {
      if (!(await sync.sourceOf(org))) return NO_SOURCE;
      sync.run(org, true).catch((error: unknown) => {
        console.error('Gatehouse: new events could not be fetched.', error);
      });
      return ok(null);
    },
  };
}
