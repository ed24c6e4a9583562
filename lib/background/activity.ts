import { problem } from '../activity/problems.ts';
import { createKeySource } from '../activity/sources/organizations.ts';
import { noteRequest, tryAgain } from '../activity/sync/settle.ts';
import { loadState, saveState } from '../activity/sync/store.ts';
import type { Handlers } from '../messages/handle.ts';
import { fail, ok, type Reply } from '../messages/reply.ts';
import { openActivity } from '../store/database.ts';
import {
  forgetKey,
  keyState,
  lockKey,
  organizationsWithKey,
  saveKey,
  unlockKey,
} from '../store/key-vault.ts';
import type { ActivitySync } from './activity-sync.ts';
import type { BackgroundPorts } from './ports.ts';

type ActivityHandlers = Pick<
  Handlers,
  'key/state' | 'key/save' | 'key/unlock' | 'key/lock' | 'key/forget' | 'activity/sync'
>;

const WRONG_PASSPHRASE = fail(
  'wrong-passphrase',
  'The key could not be unlocked: the passphrase does not fit, or no encrypted key is stored. Try again, or forget the key and save it anew.',
);
const NO_SOURCE = fail(
  'no-key',
  'There is no key that can be read now. Save an organization API key in the options, or unlock the one that is kept there.',
);
/** Answers that say the key itself is of no use; after any other it is kept and tried again. */
const REFUSALS: readonly string[] = ['unauthorised', 'forbidden', 'not-found'];
/** How far back the check looks, in milliseconds: it is about being let in, not about events. */
const CHECKED_TIME = 60_000;

/** The key and the button: own pages only. The sync itself goes on after the answer; pages see it in the database. */
export function activityHandlers(
  { open, now, fetch, sessionStorage, wakeAt }: BackgroundPorts,
  sync: ActivitySync,
): ActivityHandlers {
  const answer = async (org: string, note?: string) => {
    const state = await keyState(await open(), sessionStorage, org);
    return ok(note === undefined ? { state } : { state, note });
  };
  const begin = (org: string) => {
    sync.run(org, true).catch((error: unknown) => {
      console.error('Gatehouse: new events could not be fetched.', error);
    });
  };
  /** Asks the API for one event, and counts that request among those allowed in a minute. */
  const check = async (org: string, key: string): Promise<Reply<string | undefined>> => {
    const source = createKeySource(key, { org, fetch, now });
    const request = { query: { q: 'MCP' }, from: now() - CHECKED_TIME, to: now(), cursor: null, limit: 1 };
    const got = await source.events(request, new AbortController().signal);
    if (got.ok) return ok(undefined);
    const { message } = problem(got.code);
    if (REFUSALS.includes(got.code)) return fail(got.code, message);
    return ok(`The key was saved but could not be checked yet. ${message}`);
  };
  return {
    'key/state': ({ org }) => answer(org),

    'key/save': async ({ org, key: given, passphrase }) => {
      const key = given.trim();
      // Anything else could not stand in a header.
      if (!/^[\x21-\x7e]+$/.test(key))
        return fail(
          'key-malformed',
          'This is no API key: it has spaces or other characters that no key has.',
        );
      const checked = await check(org, key);
      if (!checked.ok) return checked;
      sync.stop(org);
      await saveKey(await open(), sessionStorage, org, key, {
        now: now(),
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      const database = await openActivity();
      const state = await loadState(database, org, 'api');
      await saveState(
        { database, org, source: 'api', now: now() },
        noteRequest(tryAgain(state), now()),
      ).catch(
        // A sync that is under way counts its own requests.
        () => undefined,
      );
      begin(org);
      return await answer(org, checked.value);
    },

    'key/unlock': async ({ org, passphrase }) => {
      if (!(await unlockKey(await open(), sessionStorage, org, passphrase))) return WRONG_PASSPHRASE;
      begin(org);
      return await answer(org);
    },

    'key/lock': async ({ org }) => {
      sync.stop(org);
      await lockKey(sessionStorage, org);
      return await answer(org);
    },

    'key/forget': async ({ org }) => {
      sync.stop(org);
      await forgetKey(await open(), sessionStorage, org);
      if ((await organizationsWithKey(sessionStorage)).length === 0) await wakeAt(undefined);
      return await answer(org);
    },

    'activity/sync': async ({ org }) => {
      if (!(await sync.hasSource(org))) return NO_SOURCE;
      begin(org);
      return ok(null);
    },
  };
}
