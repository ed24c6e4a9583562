import { say } from '../words/say.ts';
import type { AnswerOf, MessageName, RequestOf } from './map.ts';
import { type Failure, fail, isReply, type Reply } from './reply.ts';
import { extensionRuntime } from './runtime.ts';

/**
 * The asking half of the messages. It stays free of schemas and of the store, because the content script carries it.
 */

/** The part of `browser.runtime` that is needed. */
export interface MessageRuntime {
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
}

/** Asks the background. Never throws: every way it can go wrong is a code and a sentence. */
export type Send = <Name extends MessageName>(
  name: Name,
  request: RequestOf<Name>,
) => Promise<Reply<AnswerOf<Name>>>;

/**
 * How long the background may take, in milliseconds: the first time until it is asked again, since a message to a worker
 * that is just being stopped may never be answered; the second time until the caller is told so.
 */
const PATIENCE = [3_000, 20_000] as const;
/** A worker that was stopped is started by the first message; a moment later it listens. */
const BEFORE_RETRY = 100;

export const UPDATED: Failure = fail('extension-updated', say('failure_updated'));
const NO_ANSWER: Failure = fail('no-answer', say('failure_noAnswer'));

/** Whether this script still belongs to an extension: after an update the old script stays in the page, cut off. */
export function isOrphaned(runtime: () => MessageRuntime | undefined): boolean {
  try {
    return !runtime()?.id;
  } catch {
    return true;
  }
}

async function after(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** One attempt. `undefined` = nobody answered, which is worth a second attempt. */
async function attempt(
  runtime: () => MessageRuntime | undefined,
  message: unknown,
  patience: number,
): Promise<Reply<unknown> | undefined> {
  if (isOrphaned(runtime)) return UPDATED;
  const settled = new AbortController();
  try {
    const late = after(patience, settled.signal);
    const answer = await Promise.race([runtime()?.sendMessage(message), late]);
    return isReply(answer) ? answer : undefined;
  } catch {
    // "Receiving end does not exist", a port closed by a stopped worker, or an extension that is gone by now.
    return isOrphaned(runtime) ? UPDATED : undefined;
  } finally {
    settled.abort();
  }
}

/**
 * Makes a `send` over a runtime. All messages may be sent twice without harm, so one that got no answer is sent
 * once more.
 */
export function createSend(
  runtime: () => MessageRuntime | undefined,
  retryAfter: number = BEFORE_RETRY,
): Send {
  return async <Name extends MessageName>(name: Name, request: RequestOf<Name>) => {
    const message = { name, request };
    let answer = await attempt(runtime, message, PATIENCE[0]);
    if (!answer) {
      await after(retryAfter, new AbortController().signal);
      answer = await attempt(runtime, message, PATIENCE[1]);
    }
    return (answer ?? NO_ANSWER) as Reply<AnswerOf<Name>>;
  };
}

export const send: Send = createSend(extensionRuntime);
