import { type GenericSchema, safeParse } from 'valibot';
import type { ImportPlan, JudgedRow } from '../import/types.ts';
import { identify, type Self, type Sender } from '../messages/gate.ts';
import { explainError } from '../messages/handle.ts';
import { packRows } from '../messages/packed-rows.ts';
import {
  type LeftOutRow,
  PLAN_CHUNK,
  PLAN_PORT,
  type PlanAnswer,
  type PlanAsk,
} from '../messages/plan-protocol.ts';
import { type Failure, fail } from '../messages/reply.ts';
import { PLAN_ASKS } from '../messages/requests/plan.ts';
import { letOthersRun } from '../slices/let-others-run.ts';
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
  supportedAllowed: boolean;
  /** To be awaited between slices; rejects when nobody waits for the plan any more. */
  pause: () => Promise<void>;
}

interface StartedPlan {
  /** Judges the next row of the file. */
  judge(text: string): JudgedRow;
  /** What holds once all rows and the console's list are known: also those that it has or something covers. */
  finish(list: readonly string[]): Promise<Pick<ImportPlan, 'counts' | 'extra'> & { leftOut: LeftOutRow[] }>;
}
export type Planner = (task: PlanTask) => StartedPlan;

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
  let rows = 0;
  let pauses = 0;
  const post = (answer: PlanAnswer): void => {
    if (open) port.postMessage(answer);
  };
  const pause = async (): Promise<void> => {
    await breathe();
    if (!open) throw STOPPED;
    pauses += 1;
    if (pauses % PAUSES_BETWEEN_SIGNS === 0) post({ type: 'planning' });
  };
  const refuse = ({ code, message }: Failure): void => {
    post({ type: 'failed', code, message });
    open = false;
    port.disconnect();
  };

  let plan: StartedPlan | undefined;
  /** One thing after the other, in the order in which it was asked for. */
  let work = Promise.resolve();
  const next = (step: () => Promise<void>): void => {
    work = work.then(step).catch((error: unknown) => {
      if (error === STOPPED || !open) return;
      const failure = explainError(error, 'planning a file');
      if (!failure.ok) refuse(failure);
    });
  };
  const judge = async (texts: readonly string[]): Promise<void> => {
    await breathe();
    if (!open || !plan) return;
    const { judge: judgeOne } = plan;
    const judged = texts.map((text) => judgeOne(text));
    post({ type: 'judged', count: texts.length, rows: packRows(texts, judged) });
  };
  const finish = async (list: readonly string[]): Promise<void> => {
    if (!open || !plan) return;
    const { leftOut, counts, extra } = await plan.finish(list);
    for (let first = 0; first < leftOut.length; first += PLAN_CHUNK) {
      post({ type: 'left-out', rows: leftOut.slice(first, first + PLAN_CHUNK) });
      await pause();
    }
    post({ type: 'done', counts, extra });
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
      next(async () => {
        plan = planner({ supportedAllowed: asked.supportedAllowed, pause });
      });
    } else if (!start || ended) {
      refuse(MALFORMED);
    } else if (asked.type === 'rows') {
      rows += asked.texts.length;
      if (rows > start.total) return refuse(ROWS_MISSING);
      next(() => judge(asked.texts));
    } else {
      ended = true;
      if (rows !== start.total) return refuse(ROWS_MISSING);
      next(() => finish(asked.list));
    }
  });
}
