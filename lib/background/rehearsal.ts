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

/** The same at most once, as a worker keeps what it has compiled. */
export function createRehearsal(planner: Planner): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    void rehearse(planner);
  };
}
