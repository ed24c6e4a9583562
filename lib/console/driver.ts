import { addThroughForm, type Pace } from './add.ts';
import { visibleRows } from './list.ts';
import { readWholeList } from './read-list.ts';
import { removeVisible } from './remove.ts';
import type { ConsoleDriver } from './types.ts';
import { walkTo } from './walk-to.ts';

/** Milliseconds. The first answer may be slow; then the page's own pace sets how long an answer is waited for. */
const FIRST_ANSWER = 20_000;
const SHORTEST = 8_000;
const LONGEST = 30_000;
const CONTROL = 8_000;
const LOADING = 45_000;

/** Drives the recognised page through its own controls. One call at a time. */
export function createConsoleDriver(): ConsoleDriver {
  let slowest = 0;
  const pace = (): Pace => ({
    control: CONTROL,
    answer: slowest === 0 ? FIRST_ANSWER : Math.min(LONGEST, Math.max(SHORTEST, slowest * 6)),
  });
  const timed = async <T extends { kind: string }>(work: Promise<T>): Promise<T> => {
    const started = performance.now();
    const outcome = await work;
    if (outcome.kind === 'added' || outcome.kind === 'removed')
      slowest = Math.max(slowest, performance.now() - started);
    return outcome;
  };
  return {
    readList: (signal) => readWholeList(signal, LOADING),
    add: (pattern, signal) => timed(addThroughForm(pattern, pace(), signal)),
    async remove(pattern, signal) {
      if (!visibleRows().some((row) => row.text === pattern)) await walkTo(pattern, signal, CONTROL);
      return timed(removeVisible(pattern, pace(), signal));
    },
  };
}
