import { type GenericSchema, safeParse } from 'valibot';
import { letOthersRun } from '../import/let-others-run.ts';
import type { ImportPlan, JudgedRow } from '../import/types.ts';
import { identify, type Self, type Sender } from '../messages/gate.ts';
import { explainError } from '../messages/handle.ts';
import { type PackedRow, RowPacker } from '../messages/packed-rows.ts';
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
  list: readonly string[];
  supportedAllowed?: boolean;
  /** To be awaited between slices; rejects when nobody waits for the plan any more. */
  pause: () => Promise<void>;
}

/** A plan that the console's list was read for. */
interface StartedPlan {
  /** Judges the next row of the file. */
  judge(text: string): JudgedRow;
  /** What holds once all rows are known: those that others cover, by their indices. */
  finish(): Promise<
    Pick<ImportPlan, 'counts' | 'extra'> & { covered: Pick<PackedRow, 'at' | 'by' | 'byRows'>[] }
  >;
}
export type Planner = (task: PlanTask) => Promise<StartedPlan>;

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
  const packer = new RowPacker();
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
  const begin = async ({ list, supportedAllowed }: Extract<PlanAsk, { type: 'start' }>): Promise<void> => {
    plan = await planner({ list, ...(supportedAllowed === undefined ? {} : { supportedAllowed }), pause });
    post({ type: 'ready' });
  };
  const judge = async (texts: readonly string[]): Promise<void> => {
    await breathe();
    if (!open || !plan) return;
    const { judge: judgeOne } = plan;
    const judged = texts.map((text) => judgeOne(text));
    post({ type: 'judged', count: texts.length, ...packer.pack(texts, judged) });
  };
  const finish = async (): Promise<void> => {
    if (!open || !plan) return;
    const { covered, counts, extra } = await plan.finish();
    for (let first = 0; first < covered.length; first += PLAN_CHUNK) {
      const some = covered.slice(first, first + PLAN_CHUNK);
      post({
        type: 'covered',
        rows: some.map(({ at, by, byRows }) => ({
          at,
          ...(by !== undefined && { by }),
          ...(byRows && { byRows }),
        })),
      });
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
      next(() => begin(asked));
    } else if (!start || ended) {
      refuse(MALFORMED);
    } else if (asked.type === 'rows') {
      rows += asked.texts.length;
      if (rows > start.total) return refuse(ROWS_MISSING);
      next(() => judge(asked.texts));
    } else {
      ended = true;
      if (rows !== start.total) return refuse(ROWS_MISSING);
      next(finish);
    }
  });
}
