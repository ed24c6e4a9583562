import { say } from '../../words/say.ts';
import { parsePolicy } from './parse.ts';
import { NO_POLICY, POLICY_KEY, type ReadPolicy } from './shape.ts';

/**
 * The policy as the background has it: answered at once from a copy of the session's memory, which outlives a stopped
 * worker, and read again behind. Only the very first answer after the browser was started waits for the browser.
 */

/** The part of `browser.storage.managed` that is needed. */
export interface ManagedStorage {
  get(key: null): Promise<Record<string, unknown>>;
}
interface CopyStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

export interface PolicyReader {
  /** The policy that holds. Never rejects. */
  get(): Promise<ReadPolicy>;
  /** Reads it anew; true when it differs from before. Called when the browser says that it has changed. */
  refresh(): Promise<boolean>;
}

/** Firefox rejects with this where no policy names us; Chrome answers with an empty object. */
const NO_MANIFEST = /managed storage manifest not found/i;

/** `onChange` is called when reading behind finds another policy than the copy had. */
export function createPolicyReader(
  managed: ManagedStorage | undefined,
  copies: CopyStorage,
  onChange: () => void = () => undefined,
): PolicyReader {
  let raw: string | undefined;
  let known: Promise<ReadPolicy> | undefined;

  /** What the browser says, as JSON; undefined when it could not be asked. */
  async function ask(): Promise<string | undefined> {
    try {
      return JSON.stringify((await managed?.get(null)) ?? {});
    } catch (error) {
      if (error instanceof Error && NO_MANIFEST.test(error.message)) return '{}';
      console.warn('Gatehouse: the policy could not be read.', error);
      return undefined;
    }
  }

  async function refresh(): Promise<boolean> {
    const asked = await ask();
    // What could not be read is no other policy: the one before holds.
    if (asked === undefined || asked === raw) return false;
    const first = raw === undefined;
    raw = asked;
    known = Promise.resolve(parsePolicy(JSON.parse(asked)));
    // Nothing is kept where there is no policy, and a copy that can't be kept is only slower.
    if (!first || asked !== '{}') await copies.set({ [POLICY_KEY]: asked }).catch(() => undefined);
    return true;
  }

  async function begin(): Promise<ReadPolicy> {
    const copy = await copies.get(POLICY_KEY).then(
      (values) => values[POLICY_KEY],
      () => undefined,
    );
    const fromCopy = typeof copy === 'string' ? parsed(copy) : undefined;
    if (fromCopy) {
      raw = copy as string;
      void refresh().then((changed) => changed && onChange());
      return fromCopy;
    }
    await refresh();
    if (raw === undefined) {
      // The next caller asks again.
      known = undefined;
      return { policy: NO_POLICY, notes: [say('policy_unread')] };
    }
    return parsePolicy(JSON.parse(raw));
  }

  return {
    get: () => {
      known ??= begin();
      return known;
    },
    refresh,
  };
}

function parsed(copy: string): ReadPolicy | undefined {
  try {
    return parsePolicy(JSON.parse(copy));
  } catch {
    return undefined;
  }
}
