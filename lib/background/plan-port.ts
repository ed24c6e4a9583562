import { type GenericSchema, safeParse } from 'valibot';
import { letOthersRun } from '../import/let-others-run.ts';
import type { ImportPlan, PatternRow } from '../import/types.ts';
import { identify, type Self, type Sender } from '../messages/gate.ts';
import { explainError } from '../messages/handle.ts';
import { PLAN_CHUNK, PLAN_PORT, type PlanAnswer, type PlanAsk } from '../messages/plan-protocol.ts';
import { type Failure, fail } from '../messages/reply.ts';
import { PLAN_ASKS } from '../messages/requests/plan.ts';
import { say } from '../words/say.ts';

/** Planning a file over a port: in slices, so that verdicts for what is being typed come in between. */

/** The part of a port that is needed. */
export interface ServedPort {
  name: string;
  sender?: Sender | undefined;
  postMessage(answer: PlanAnswer): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

interface PlanTask {
  rows: readonly PatternRow[];
  list: readonly string[];
  supportedAllowed?: boolean;
  /** Called with the number of rows that are judged. */
  onProgress: (done: number) => void;
  /** To be awaited between slices; rejects when nobody waits for the plan any more. */
  pause: () => Promise<void>;
}
export type Planner = (task: PlanTask) => Promise<ImportPlan>;

const MALFORMED = fail('malformed', say('failure_rowsMalformed'));
const ROWS_MISSING = fail('rows-missing', say('failure_rowsNotArrived'));
/** A sign of life comes at least every so many slices, also while nothing is counted. */
const PAUSES_BETWEEN_SIGNS = 50;

const STOPPED = new Error('Nobody waits for this plan any more.');

function readAsk(message: unknown): PlanAsk | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(PLAN_ASKS, type)) return undefined;
  const parsed = safeParse<GenericSchema<unknown, PlanAsk>>(PLAN_ASKS[type as PlanAsk['type']], message, {
    abortEarly: true,
  });
  return parsed.success ? parsed.output : undefined;
}

/** Answers one port, whoever opened it; senders that are not let in are told so and cut off. */
export function servePlanPort(
  port: ServedPort,
  self: Self,
  planner: Planner,
  breathe: () => Promise<void> = letOthersRun,
): void {
  if (port.name !== PLAN_PORT) {
    port.disconnect();
    return;
  }
  let open = true;
  let start: Extract<PlanAsk, { type: 'start' }> | undefined;
  let ended = false;
  const rows: PatternRow[] = [];

  let told = 0;
  let pauses = 0;
  const pause = async (): Promise<void> => {
    await breathe();
    if (!open) throw STOPPED;
    pauses += 1;
    if (pauses % PAUSES_BETWEEN_SIGNS === 0) tell(told);
  };
  const tell = (done: number): void => {
    told = done;
    post({ type: 'planning', done, total: rows.length });
  };
  const post = (answer: PlanAnswer): void => {
    if (open) port.postMessage(answer);
  };
  const refuse = ({ code, message }: Failure): void => {
    post({ type: 'failed', code, message });
    open = false;
    port.disconnect();
  };

  const plan = async (asked: Extract<PlanAsk, { type: 'start' }>): Promise<void> => {
    const { list, supportedAllowed } = asked;
    try {
      const {
        rows: planned,
        counts,
        extra,
      } = await planner({
        rows,
        list,
        ...(supportedAllowed === undefined ? {} : { supportedAllowed }),
        onProgress: (done) => {
          if (done - told < PLAN_CHUNK && done < rows.length) return;
          tell(done);
        },
        pause,
      });
      for (let first = 0; first < planned.length; first += PLAN_CHUNK) {
        post({ type: 'planned', rows: planned.slice(first, first + PLAN_CHUNK) });
        await pause();
      }
      post({ type: 'done', counts, extra });
    } catch (error) {
      if (error === STOPPED) return;
      const failure = explainError(error, 'planning a file');
      if (!failure.ok) refuse(failure);
    }
  };

  port.onDisconnect.addListener(() => {
    open = false;
  });
  const caller = identify(port.sender ?? {}, self);
  if (!caller.ok) {
    refuse(caller);
    return;
  }
  port.onMessage.addListener((message) => {
    if (!open) return;
    const asked = readAsk(message);
    if (!asked) return refuse(MALFORMED);
    if (asked.type === 'alive') return;
    if (asked.type === 'start') {
      if (start) return refuse(MALFORMED);
      start = asked;
      post({ type: 'received', rows: 0 });
    } else if (!start || ended) {
      refuse(MALFORMED);
    } else if (asked.type === 'rows') {
      for (const row of asked.rows) rows.push(row);
      if (rows.length > start.total) return refuse(ROWS_MISSING);
      post({ type: 'received', rows: rows.length });
    } else {
      ended = true;
      if (rows.length !== start.total) return refuse(ROWS_MISSING);
      void plan(start);
    }
  });
}
