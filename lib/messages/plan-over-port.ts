import type { ImportPlan, PatternRow, PlannedRow } from '../import/types.ts';
import { say } from '../words/say.ts';
import { PLAN_CHUNK, PLAN_PORT, type PlanAnswer, type PlanAsk } from './plan-protocol.ts';
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
    let sent = 0;
    const finish = (reply: Reply<ImportPlan> | undefined): void => {
      signal.removeEventListener('abort', cancel);
      resolve(reply);
      port.disconnect();
    };
    const cancel = (): void => finish(CANCELLED);
    const sendNext = (): void => {
      if (sent >= rows.length) {
        port.postMessage({ type: 'end' });
        return;
      }
      const chunk = rows.slice(sent, sent + PLAN_CHUNK);
      sent += chunk.length;
      port.postMessage({ type: 'rows', rows: chunk });
    };
    signal.addEventListener('abort', cancel);
    port.onDisconnect.addListener(() => finish(undefined));
    port.onMessage.addListener((answer) => {
      if (signal.aborted) return;
      // Sending and fetching are a tenth each of the whole; judging is the rest.
      if (answer.type === 'received') {
        onProgress((0.1 * sent) / Math.max(1, rows.length));
        sendNext();
      } else if (answer.type === 'planning') {
        onProgress(0.1 + (0.8 * answer.done) / Math.max(1, answer.total));
        port.postMessage({ type: 'alive' });
      } else if (answer.type === 'planned') {
        for (const row of answer.rows) planned.push(row);
        onProgress(0.9 + (0.1 * planned.length) / Math.max(1, rows.length));
      } else if (answer.type === 'failed') {
        finish(fail(answer.code, answer.message));
      } else {
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
