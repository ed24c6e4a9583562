import { isRefusal, problem } from '../activity/problems.ts';
import { createKeySource } from '../activity/sources/organizations.ts';
import { readStatus } from '../activity/summary/index.ts';
import { noteAnswer, noteRequest, takeUp, tryAgain } from '../activity/sync/settle.ts';
import { loadState, saveState } from '../activity/sync/store.ts';
import { apiHost } from '../catalogue/clouds.ts';
import type { KeyAnswer } from '../messages/answers.ts';
import type { Handlers } from '../messages/handle.ts';
import { fail, ok, type Reply } from '../messages/reply.ts';
import { type GatehouseDatabase, openActivity } from '../store/database.ts';
import {
  forgetKey,
  keyState,
  lockKey,
  organizationsWithAnyKey,
  saveKey,
  unlockKey,
} from '../store/key-vault.ts';
import { noteOrganization } from '../store/organizations.ts';
import { say } from '../words/say.ts';
import type { ActivitySync } from './activity-sync.ts';
import { refreshBadge } from './badge.ts';
import { cloudOf } from './consoles.ts';
import type { BackgroundPorts } from './ports.ts';

type KeyHandlers = Pick<
  Handlers,
  'key/state' | 'key/save' | 'key/unlock' | 'key/lock' | 'key/forget' | 'key/forgetAll'
>;

const MALFORMED = fail('key-malformed', say('failure_keyMalformed'));
const WRONG_PASSPHRASE = fail('wrong-passphrase', say('failure_wrongPassphrase'));
/** How far back the check looks, in milliseconds: it is about being let in, not about events. */
const CHECKED_TIME = 60_000;

/** The key, for our own pages only. What goes in is never given back. */
export function keyHandlers(ports: BackgroundPorts, sync: ActivitySync): KeyHandlers {
  const { open, now, fetch, sessionStorage, wakeAt, mayReach } = ports;

  /** Whether another organization has a key that is sent to the same host. */
  const sharingTheHost = async (database: GatehouseDatabase, org: string): Promise<boolean> => {
    const cloud = await cloudOf(ports, org);
    const others = (await organizationsWithAnyKey(database, sessionStorage)).filter((other) => other !== org);
    return (await Promise.all(others.map((other) => cloudOf(ports, other)))).includes(cloud);
  };
  const answer = async (org: string, note?: string): Promise<Reply<KeyAnswer>> => {
    const database = await open();
    const state = await keyState(database, sessionStorage, org);
    const shared = await sharingTheHost(database, org);
    const rest = { shared, ...(note === undefined ? {} : { note }) };
    if (state !== 'session' && state !== 'stored') return ok({ state, ...rest });
    const { stopped, problem: found } = await readStatus(await openActivity(), org, 'api', now());
    if (!stopped || !found) return ok({ state, ...rest });
    return ok({ state: isRefusal(found.code) ? 'invalid' : state, problem: found, ...rest });
  };
  const begin = (org: string) => {
    sync.run(org, true).catch((error: unknown) => {
      console.error('Gatehouse: new events could not be fetched.', error);
    });
  };
  /** Asks the API for one event. The reply's value says what could not be checked. */
  const check = async (org: string, key: string): Promise<Reply<string | undefined>> => {
    const cloud = await cloudOf(ports, org);
    if (!(await mayReach(apiHost(cloud)))) {
      const { code, message } = problem('permission-missing');
      return fail(code, message);
    }
    const source = createKeySource(key, { org, cloud, fetch, now });
    const request = { query: { q: 'MCP' }, from: now() - CHECKED_TIME, to: now(), cursor: null, limit: 1 };
    const got = await source.events(request, new AbortController().signal);
    if (got.ok) return ok(undefined);
    const { code, message } = problem(got.code);
    if (isRefusal(code)) return fail(code, message);
    return ok(say('failure_keyUnchecked', { problem: message }));
  };
  /** What had stopped may go on, and the request of the check counts among those that are allowed in a minute. */
  const startAnew = async (org: string) => {
    const at = { database: await openActivity(), org, source: 'api' as const, now: now() };
    const state = takeUp(await loadState(at.database, org, 'api'), at.now);
    await saveState(at, noteAnswer(noteRequest(tryAgain(state), at.now), at.now));
  };

  return {
    'key/state': ({ org }) => answer(org),

    'key/save': async ({ org, key: given, passphrase }) => {
      const key = given.trim();
      // Anything else could not stand in a header.
      if (!/^[\x21-\x7e]+$/.test(key)) return MALFORMED;
      const checked = await check(org, key);
      if (!checked.ok) return checked;
      await sync.stop(org);
      const database = await open();
      await saveKey(database, sessionStorage, org, key, {
        now: now(),
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      await noteOrganization(database, org, now());
      await startAnew(org);
      begin(org);
      return await answer(org, checked.value);
    },

    'key/unlock': async ({ org, passphrase }) => {
      if (!(await unlockKey(await open(), sessionStorage, org, passphrase))) return WRONG_PASSPHRASE;
      begin(org);
      return await answer(org);
    },

    'key/lock': async ({ org }) => {
      await sync.stop(org);
      await wakeAt(org, undefined);
      await lockKey(sessionStorage, org);
      return await answer(org);
    },

    'key/forget': async ({ org }) => {
      await sync.stop(org);
      await wakeAt(org, undefined);
      await forgetKey(await open(), sessionStorage, org);
      await refreshBadge(ports);
      return await answer(org);
    },

    'key/forgetAll': async () => {
      await sync.stop();
      await wakeAt(undefined, undefined);
      // The encrypted ones go with the database; here goes what can be read.
      for (const name of Object.keys(await sessionStorage.get(null))) await sessionStorage.remove(name);
      await ports.showBadge(false);
      return ok(null);
    },
  };
}
