import { safeParse } from 'valibot';
import { StoreError, toStoreError } from '../store/errors.ts';
import { say } from '../words/say.ts';
import { type Caller, identify, type OwnCaller, type Self, type Sender } from './gate.ts';
import {
  type AnswerOf,
  CONSOLE_MESSAGES,
  type ConsoleMessageName,
  type MessageName,
  OWN_MESSAGES,
  type OwnMessageName,
  type RequestOf,
} from './map.ts';
import { type Failure, fail, type Reply } from './reply.ts';

/** The answering half: every message passes the sender's identity, the gate, its schema and the permit before it is handled. */

type Handler<Name extends MessageName, Who> = (
  request: RequestOf<Name>,
  caller: Who,
) => Promise<Reply<AnswerOf<Name>>> | Reply<AnswerOf<Name>>;

export type Handlers = { [Name in ConsoleMessageName]: Handler<Name, Caller> } & {
  [Name in OwnMessageName]: Handler<Name, OwnCaller>;
};

/** Refuses what the organization's policy doesn't allow; undefined lets the message through. */
export type Permit = (name: MessageName, request: unknown, caller: Caller) => Promise<Failure | undefined>;

const MALFORMED = fail('malformed', say('failure_malformed'));
const UNKNOWN = fail('unknown-message', say('failure_unknownMessage'));
const NOT_ALLOWED = fail('not-allowed', say('failure_notAllowed'));
const INTERNAL = fail('internal', say('failure_internal'));

function envelope(message: unknown): { name: string; request: unknown } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('name' in message) || typeof message.name !== 'string' || !('request' in message)) return undefined;
  // An array passes for an object without fields.
  if (Array.isArray(message.request)) return undefined;
  return { name: message.name, request: message.request };
}

/** Turns what a handler threw into an answer. */
export function explainError(error: unknown, what: string): Reply<never> {
  if (error instanceof StoreError || error instanceof DOMException) {
    const { code, message } = toStoreError(error);
    return fail(code, message);
  }
  console.error(`Gatehouse: ${what} failed.`, error);
  return INTERNAL;
}

/** Makes the listener for `browser.runtime.onMessage`. It answers everything and never throws. */
export function createReceiver(
  handlers: Handlers,
  self: Self,
  permit: Permit = async () => undefined,
): (message: unknown, sender: Sender) => Promise<Reply<unknown>> {
  return async (message, sender) => {
    const caller = identify(sender, self);
    if (!caller.ok) return caller;
    const given = envelope(message);
    if (!given) return MALFORMED;
    const { name, request } = given;

    // For the console's content script and our own pages.
    if (Object.hasOwn(CONSOLE_MESSAGES, name))
      return await run(name as ConsoleMessageName, request, caller.value);

    if (!Object.hasOwn(OWN_MESSAGES, name)) return UNKNOWN;
    // The gate: what follows is for our own pages only.
    if (caller.value.kind !== 'own') return NOT_ALLOWED;

    return await run(name as OwnMessageName, request, caller.value);
  };

  async function run(name: MessageName, request: unknown, caller: Caller): Promise<Reply<unknown>> {
    const { schema } = { ...CONSOLE_MESSAGES, ...OWN_MESSAGES }[name];
    try {
      const parsed = safeParse(schema, request, { abortEarly: true });
      if (!parsed.success) return MALFORMED;
      const refused = await permit(name, parsed.output, caller);
      if (refused) return refused;
      const handler = handlers[name] as (request: unknown, caller: Caller) => Promise<Reply<unknown>>;
      return await handler(parsed.output, caller);
    } catch (error) {
      return explainError(error, name);
    }
  }
}
