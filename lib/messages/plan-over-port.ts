import type { ImportPlan, PatternRow, PlannedRow } from '../import/types.ts';
import { say } from '../words/say.ts';
import { RowUnpacker } from './packed-rows.ts';
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
  /** The console's own list. */
  list: readonly string[];
  /** Whether Atlassian's supported list is switched on; true when absent. */
  supportedAllowed?: boolean;
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
    const unpacker = new RowUnpacker();
    let sent = 0;
    const finish = (reply: Reply<ImportPlan> | undefined): void => {
      signal.removeEventListener('abort', cancel);
      resolve(reply);
      port.disconnect();
    };
    const cancel = (): void => finish(CANCELLED);
    const sendNext = (): void => {
      if (sent >= rows.length) return;
      const chunk = rows.slice(sent, sent + PLAN_CHUNK);
      sent += chunk.length;
      port.postMessage({ type: 'rows', texts: chunk.map(({ text }) => text) });
    };
    const endWhenJudged = (): void => {
      if (planned.length === rows.length) port.postMessage({ type: 'end' });
    };
    signal.addEventListener('abort', cancel);
    port.onDisconnect.addListener(() => finish(undefined));
    port.onMessage.addListener((answer) => {
      if (signal.aborted) return;
      if (answer.type === 'ready') {
        for (let chunk = 0; chunk < PLAN_AHEAD; chunk += 1) sendNext();
        endWhenJudged();
      } else if (answer.type === 'judged') {
        sendNext();
        const chunk = rows.slice(planned.length, planned.length + answer.count);
        for (const row of unpacker.unpack(chunk, answer)) planned.push(row);
        // Judging is nearly all of it; how long it takes to hold the rows against each other can't be foretold.
        onProgress((0.95 * planned.length) / rows.length);
        endWhenJudged();
      } else if (answer.type === 'planning') {
        port.postMessage({ type: 'alive' });
      } else if (answer.type === 'covered') {
        for (const { at, ...by } of answer.rows)
          Object.assign(planned[at] ?? {}, { plan: 'covered' as const, ...by });
      } else if (answer.type === 'failed') {
        finish(fail(answer.code, answer.message));
      } else {
        onProgress(1);
        finish(ok({ rows: planned, counts: answer.counts, extra: answer.extra }));
      }
    });
    port.postMessage({
      type: 'start',
      total: rows.length,
      list,
      ...(supportedAllowed === undefined ? {} : { supportedAllowed }),
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
