import type { ImportPlan, PatternRow, PlannedRow } from '../import/types.ts';
import { say } from '../words/say.ts';
import { unpackRows } from './packed-rows.ts';
import { PLAN_AHEAD, PLAN_CHUNK, PLAN_PORT, type PlanAnswer, type PlanAsk } from './plan-protocol.ts';
import { fail, ok, type Reply } from './reply.ts';
import { extensionRuntime } from './runtime.ts';
import { isOrphaned, UPDATED } from './send.ts';

/** The part of a port that is needed. */
export interface PlanPort {
  postMessage(message: PlanAsk): void;
  disconnect(): void;
  onMessage: { addListener(listener: (answer: PlanAnswer) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

export interface PlanRequest {
  rows: readonly PatternRow[];
  /** The console's own list, which may be read while rows are judged. To be settled when the plan is cancelled, too. */
  list: Promise<readonly string[]>;
  /** Whether Atlassian's supported list is switched on. */
  supportedAllowed: boolean;
}

/** From 0 to 1; never goes back, unless the background was stopped and it starts anew. */
export type PlanProgress = (part: number) => void;

const CANCELLED = fail('cancelled', say('failure_planCancelled'));
const LOST = fail('background-stopped', say('failure_backgroundStopped'));

/** One attempt; `undefined` = the port broke before the plan was whole. */
function attempt(
  port: PlanPort,
  { rows, list, supportedAllowed }: PlanRequest,
  onProgress: PlanProgress,
  signal: AbortSignal,
): Promise<Reply<ImportPlan> | undefined> {
  return new Promise((resolve) => {
    const planned: PlannedRow[] = [];
    let sent = 0;
    let known: readonly string[] | undefined;
    let over = false;
    const finish = (reply: Reply<ImportPlan> | undefined): void => {
      over = true;
      signal.removeEventListener('abort', cancel);
      resolve(reply);
      port.disconnect();
    };
    const cancel = (): void => finish(CANCELLED);
    const sendNext = (): void => {
      if (sent >= rows.length) return;
      port.postMessage({ type: 'rows', texts: rows.slice(sent, sent + PLAN_CHUNK).map(({ text }) => text) });
      sent += PLAN_CHUNK;
    };
    const endWhenKnown = (): void => {
      if (!over && known && planned.length === rows.length) port.postMessage({ type: 'end', list: known });
    };
    signal.addEventListener('abort', cancel);
    port.onDisconnect.addListener(() => finish(undefined));
    port.onMessage.addListener((answer) => {
      if (over) return;
      if (answer.type === 'judged') {
        sendNext();
        const chunk = rows.slice(planned.length, planned.length + answer.count);
        for (const row of unpackRows(chunk, answer.rows)) planned.push(row);
        // Judging is nearly all of it; how long it takes to hold the rows against each other can't be foretold.
        onProgress((0.95 * planned.length) / rows.length);
        endWhenKnown();
      } else if (answer.type === 'planning') {
        port.postMessage({ type: 'alive' });
      } else if (answer.type === 'left-out') {
        for (const { at, ...why } of answer.rows) Object.assign(planned[at] ?? {}, why);
      } else if (answer.type === 'failed') {
        finish(fail(answer.code, answer.message));
      } else {
        onProgress(1);
        finish(ok({ rows: planned, counts: answer.counts, extra: answer.extra }));
      }
    });
    port.postMessage({ type: 'start', total: rows.length, supportedAllowed });
    for (let chunk = 0; chunk < PLAN_AHEAD; chunk += 1) sendNext();
    void list.then((entries) => {
      known = entries;
      endWhenKnown();
    });
  });
}

/** As `planOverPort`, over ports that `connect` opens. */
export async function planThrough(
  connect: () => PlanPort,
  request: PlanRequest,
  onProgress: PlanProgress,
  signal: AbortSignal,
): Promise<Reply<ImportPlan>> {
  for (let attempts = 0; attempts < 2; attempts += 1) {
    if (signal.aborted) return CANCELLED;
    onProgress(0);
    try {
      const reply = await attempt(connect(), request, onProgress, signal);
      if (reply) return reply;
    } catch {
      // A port that can't be opened or written to counts as one that broke.
    }
    // A background that has nothing left to judge is stopped while a long list is read.
    await request.list;
  }
  return signal.aborted ? CANCELLED : LOST;
}

/**
 * Has the background judge the rows of a file against the console's list. A background that is stopped meanwhile is
 * tried once more from the start. Never throws; codes: `cancelled`, `background-stopped`, `extension-updated`,
 * `malformed`, `not-allowed`, and what planning itself answers.
 */
export async function planOverPort(
  request: PlanRequest,
  onProgress: PlanProgress,
  signal: AbortSignal,
): Promise<Reply<ImportPlan>> {
  if (isOrphaned(extensionRuntime)) return UPDATED;
  const reply = await planThrough(
    () => {
      const port = extensionRuntime()?.connect({ name: PLAN_PORT });
      if (!port) throw new Error('no runtime');
      return port as PlanPort;
    },
    request,
    onProgress,
    signal,
  );
  return isOrphaned(extensionRuntime) ? UPDATED : reply;
}
