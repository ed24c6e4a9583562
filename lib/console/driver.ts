import { say } from '../words/say.ts';
import { addThroughForm, type Pace } from './add.ts';
import { canFetchAnew, fetchAnew } from './fetch-anew.ts';
import { countShown, findListSection } from './list.ts';
import { findPager } from './pager.ts';
import { readWholeList } from './read-list.ts';
import { removeVisible } from './remove.ts';
import type { AddOutcome, ConsoleDriver } from './types.ts';
import { walkTo } from './walk-to.ts';

/** Milliseconds. The first answer may be slow; then the page's own pace sets how long an answer is waited for. */
const FIRST_ANSWER = 20_000;
const SHORTEST = 8_000;
const LONGEST = 30_000;
const CONTROL = 8_000;
const LOADING = 45_000;
/** How long a new row is waited for, where all rows are on screen and where they are paged. */
const ROW = 2_000;
const ROW_WHEN_PAGED = 300;

const isOnScreen = (pattern: string) => countShown(pattern) > 0;

/** Drives the recognised page through its own controls. One call at a time. */
export function createConsoleDriver(): ConsoleDriver {
  let slowest = 0;
  /** New rows don't come on screen by themselves (another page of the table, a filter): don't wait for them. */
  let elsewhere = false;
  /** Something went wrong since the page fetched its list for sure. */
  let trouble = false;
  const messages = createMessageMemory();
  const pace = (): Pace => {
    const section = findListSection();
    return {
      control: CONTROL,
      answer: slowest === 0 ? FIRST_ANSWER : Math.min(LONGEST, Math.max(SHORTEST, slowest * 6)),
      row: elsewhere ? 0 : section && findPager(section) ? ROW_WHEN_PAGED : ROW,
    };
  };
  const timed = async <T extends { kind: string }>(work: Promise<T>): Promise<T> => {
    const started = performance.now();
    const outcome = await work;
    if (outcome.kind === 'added' || outcome.kind === 'removed')
      slowest = Math.max(slowest, performance.now() - started);
    return outcome;
  };
  return {
    async readList(signal, { anew = false } = {}) {
      if (anew) trouble = true;
      const doubted = trouble;
      if (trouble && (await fetchAnew(signal, CONTROL))) trouble = false;
      let reading = await readWholeList(signal, LOADING);
      // A page whose fetch failed may show no entry at all: that there is none is believed only of a list fetched again.
      if (!doubted && reading.complete && reading.entries.length === 0 && canFetchAnew()) {
        trouble = !(await fetchAnew(signal, CONTROL));
        reading = await readWholeList(signal, LOADING);
      }
      if (trouble && reading.entries.length === 0 && canFetchAnew()) return { ...reading, complete: false };
      messages.learn(reading.entries);
      return trouble ? { ...reading, mayBeStale: true } : reading;
    },
    async add(pattern, signal, permit) {
      const outcome = messages.judge(pattern, await timed(addThroughForm(pattern, pace(), signal, permit)));
      if (outcome.kind === 'added') {
        const shown = countShown(pattern);
        // The browser sends a request again whose connection breaks, so the store may have taken it twice.
        if (shown > 1) return { kind: 'unknown', reason: say('settled_addedTwice') };
        elsewhere = !shown;
        // A list that shows the new entry was fetched after whatever went wrong before.
        if (!elsewhere) trouble = false;
      } else if (outcome.kind === 'unknown' || (outcome.kind === 'refused' && outcome.doubtful))
        trouble = true;
      return outcome;
    },
    isShown: async (pattern) => isOnScreen(pattern),
    async remove(pattern, signal) {
      if (!isOnScreen(pattern)) await walkTo(pattern, signal, CONTROL);
      const outcome = await timed(removeVisible(pattern, pace(), signal));
      if (outcome.kind === 'unknown' || outcome.kind === 'refused') trouble = true;
      return outcome;
    },
  };
}

/**
 * The page may say "added" or "failed" in a flag, in words we don't know. A flag whose entry turned out to be in the
 * list is a message of success, and believed from then on; until then it is a doubt that the list has to settle.
 */
function createMessageMemory() {
  const said = new Map<string, string>();
  const good = new Set<string>();
  const fold = (pattern: string, words: string) =>
    words.replaceAll(pattern, '').replace(/\d+/g, '').slice(0, 200);
  return {
    learn(entries: readonly string[]): void {
      const listed = new Set(entries);
      for (const [pattern, words] of said) if (listed.has(pattern)) good.add(words);
      said.clear();
    },
    judge(pattern: string, outcome: AddOutcome): AddOutcome {
      if (outcome.kind !== 'unknown') return outcome;
      const words = fold(pattern, outcome.reason);
      if (good.has(words)) return { kind: 'added' };
      said.set(pattern, words);
      return outcome;
    },
  };
}
