import { packRows } from '../messages/packed-rows.ts';
import { letOthersRun } from '../slices/let-others-run.ts';
import type { Planner } from './plan-port.ts';

/** Enough for a browser to compile what is asked of every row. */
const ROWS = 6_000;
const ROWS_PER_SLICE = 200;

/** Entries of all kinds that the grammar has, so that no kind is met for the first time in the file itself. */
const KINDS: readonly ((n: number) => string)[] = [
  (n) => `https://app${n}.example.com/**`,
  (n) => `https://app-${n}.example.org/oauth/callback`,
  (n) => `https://*.team${n}.example.net/**`,
  (n) => `https://pr-*.team${n}.example.net/*/cb`,
  (n) => `https://app${n}.example.com:*/oauth/**`,
  (n) => `https://{dev,prod}.unit${n}.example.org/**`,
  (n) => `http://localhost:${1_024 + n}/cb`,
];

/**
 * Plans a made-up file, in slices between which anything else has its turn. A browser runs code slowly until it has
 * compiled it, which made the first large file after a start take half as long again as the next.
 */
export async function rehearse(planner: Planner, pause: () => Promise<void> = letOthersRun): Promise<void> {
  const { judge, finish } = planner({ supportedAllowed: true, pause });
  const texts = Array.from({ length: ROWS }, (_, n) => KINDS[n % KINDS.length]?.(n) ?? '');
  for (let first = 0; first < ROWS; first += ROWS_PER_SLICE) {
    await pause();
    const slice = texts.slice(first, first + ROWS_PER_SLICE);
    packRows(slice, slice.map(judge));
  }
  await finish([]);
}

const INTERRUPTED = new Error('A real file has come.');

/**
 * A rehearsal at most once, as a worker keeps what it has compiled. A real file ends it, which would only wait behind it:
 * so files are to be planned by the planner that comes back.
 */
export function createRehearsal(planner: Planner): { expectFile: () => void; planner: Planner } {
  let isOver = false;
  const pause = async (): Promise<void> => {
    await letOthersRun();
    if (isOver) throw INTERRUPTED;
  };
  let hasBegun = false;
  return {
    expectFile() {
      if (hasBegun || isOver) return;
      hasBegun = true;
      rehearse(planner, pause).catch((error: unknown) => {
        if (error !== INTERRUPTED) console.warn('Gatehouse: the engine could not be made ready.', error);
      });
    },
    planner(task) {
      isOver = true;
      return planner(task);
    },
  };
}
