import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bootstrap, ChangeReply, SettingsChange } from '../protocol.ts';
import { GATEWAY } from '../protocol.ts';
import type { Variant } from '../variants/index.ts';
import type { ConsoleFault, Faults } from './faults.ts';
import type { ConsoleRequest } from './request-log.ts';
import { normaliseText, type OrganizationStore, refusalOf } from './store.ts';

/** What the routes need of the sandbox they belong to. */
export interface GatewayContext {
  store(org: string): OrganizationStore;
  requests: ConsoleRequest[];
  faults: Faults;
  /** A number from 0 up to 1, seeded. */
  random(): number;
}

const MAX_BODY = 1_000_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

async function readJson<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('The body is too large for the sandbox.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T;
}

/** A change that a request asks for: `make` does it, `refusal` says why the store doesn't take it. */
interface Change {
  kind: 'stored' | 'deleted' | 'answered';
  make(): void;
  refusal?: ChangeReply & { ok: false };
}

/** Makes the change and answers, or does what the fault says. */
async function settle(
  change: Change,
  fault: ConsoleFault | undefined,
  logged: ConsoleRequest,
  response: ServerResponse,
): Promise<void> {
  const done = change.kind === 'answered' ? 'answered' : change.kind;
  const makeUnlessRefused = () => {
    if (!change.refusal) change.make();
    return !change.refusal;
  };
  const failedAfter = change.kind === 'deleted' ? 'deleted-but-failed' : 'stored-but-failed';
  const unanswered = change.kind === 'deleted' ? 'deleted-unanswered' : 'stored-unanswered';
  const refuse = (reply: ChangeReply) => {
    logged.outcome = 'refused';
    sendJson(response, 400, reply);
  };

  switch (fault?.kind) {
    case 'failed':
      logged.outcome = 'failed';
      return sendJson(response, 500, {});
    case 'stored-but-failed':
      logged.outcome = makeUnlessRefused() ? failedAfter : 'failed';
      return sendJson(response, 500, {});
    case 'never-answers':
    case 'dropped':
      logged.outcome = fault.stored !== false && makeUnlessRefused() ? unanswered : 'unanswered';
      if (fault.kind === 'dropped') {
        logged.dropped = true;
        response.destroy();
      }
      return;
    case 'refuse-field':
      return refuse({ ok: false, reason: 'refused', way: 'field' });
    case 'refuse-flag':
      return refuse({ ok: false, reason: 'refused', way: 'flag' });
    case 'silent':
    case 'silent-open':
      return refuse({ ok: false, reason: 'refused', way: fault.kind });
    case 'slow-answer':
      if (!change.refusal) {
        change.make();
        logged.outcome = done;
        await sleep(fault.ms ?? 1000);
        return sendJson(response, 200, { ok: true } satisfies ChangeReply);
      }
      break;
    default:
      break;
  }
  if (change.refusal) return refuse(change.refusal);
  change.make();
  logged.outcome = done;
  sendJson(response, 200, { ok: true } satisfies ChangeReply);
}

/** The trouble of the variant, when it is this add's turn. */
function troubleOf(
  variant: Variant,
  org: string,
  requests: readonly ConsoleRequest[],
): ConsoleFault | undefined {
  if (variant.trouble === 'none') return undefined;
  const adds = requests.filter((request) => request.kind === 'add' && request.org === org).length;
  if (adds % variant.troubleEvery !== 0) return undefined;
  return variant.trouble === 'stored-but-failed'
    ? { on: 'add', kind: 'stored-but-failed' }
    : { on: 'add', kind: 'never-answers', stored: variant.trouble === 'never-answers' };
}

/** Answers the replica's own requests under `/gateway/sandbox/`; false when the path isn't one of them. */
export async function handleGateway(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  variant: Variant,
  context: GatewayContext,
): Promise<boolean> {
  const match = /^\/orgs\/([^/]+)\/(bootstrap|settings|domains)(?:\/([^/]+))?$/.exec(
    url.pathname.slice(GATEWAY.length),
  );
  const [, org, resource, entryId] = match ?? [];
  if (org === undefined) return false;
  const store = context.store(org);
  if (resource === 'bootstrap') {
    sendJson(response, 200, { variant, name: store.settings.name } satisfies Bootstrap);
    return true;
  }

  const log = (kind: ConsoleRequest['kind'], text?: string): ConsoleRequest => {
    const logged: ConsoleRequest = { time: Date.now(), org, kind, outcome: 'pending' };
    if (text !== undefined) logged.text = text;
    context.requests.push(logged);
    return logged;
  };
  const pace = async (fault: ConsoleFault | undefined) => {
    const [low, high] = variant.latency;
    await sleep(low + (high - low) * context.random() + (fault?.kind === 'delay' ? (fault.ms ?? 1000) : 0));
  };
  const method = request.method ?? 'GET';

  if (resource === 'domains' && method === 'POST') {
    const body = await readJson<{ text?: unknown }>(request);
    const sent = typeof body.text === 'string' ? body.text : '';
    const logged = log('add', sent);
    const fault = context.faults.take('add', sent) ?? troubleOf(variant, org, context.requests);
    await pace(fault);
    const text = normaliseText(sent, variant);
    const reason = refusalOf(text, store, variant);
    const change: Change = { kind: 'stored', make: () => store.add(text) };
    if (reason) change.refusal = { ok: false, reason, way: variant.refusal };
    await settle(change, fault, logged, response);
    return true;
  }
  if (resource === 'domains' && method === 'DELETE' && entryId !== undefined) {
    const entry = store.entries.find(({ id }) => id === entryId);
    const logged = log('delete', entry?.text);
    const fault = context.faults.take('delete', entry?.text);
    await pace(fault);
    if (!store.entries.some(({ id }) => id === entryId)) {
      // Somebody else was quicker.
      logged.outcome = 'failed';
      sendJson(response, 404, {});
      return true;
    }
    await settle({ kind: 'deleted', make: () => store.removeById(entryId) }, fault, logged, response);
    return true;
  }
  if (resource === 'settings' && method === 'PATCH') {
    const change = await readJson<SettingsChange>(request);
    const logged = log('settings');
    const fault = context.faults.take('settings');
    await pace(fault);
    await settle({ kind: 'answered', make: () => store.change(change) }, fault, logged, response);
    return true;
  }
  if (method !== 'GET') return false;

  const logged = log(resource === 'domains' ? 'list' : 'settings');
  const fault = context.faults.take(logged.kind);
  await pace(fault);
  if (url.searchParams.has('opening')) await sleep(variant.loading);
  if (fault?.kind === 'never-answers' || fault?.kind === 'dropped') {
    logged.outcome = 'unanswered';
    if (fault.kind === 'dropped') response.destroy();
  } else if (fault?.kind === 'failed' || fault?.kind === 'stored-but-failed') {
    logged.outcome = 'failed';
    sendJson(response, 500, {});
  } else {
    logged.outcome = 'answered';
    sendJson(response, 200, resource === 'domains' ? store.entries : store.settings);
  }
  return true;
}
