import { createMatcher } from '../../../lib/patterns/matcher/index.ts';
import { makeAddresses, makeEntries } from './lists.ts';
import { takeTurns } from './measure.ts';
import { urlPatternList } from './url-pattern.ts';

/** What a page of Chromium measures; nanoseconds an address. */
export interface PageFigures {
  expressible: number;
  ours: number;
  theirs: number;
}

/** The matcher beside URLPattern, in turns. */
function compare(size: number): PageFigures {
  const entries = makeEntries(size);
  const inputs = makeAddresses(200, size);
  // A page's clock ticks in tenths of a millisecond.
  const many = Array.from({ length: 50 }, () => inputs).flat();
  const matcher = createMatcher(entries);
  const other = urlPatternList(entries);
  const { ours, theirs } = takeTurns(
    {
      ours: { inputs: many, call: (address) => matcher.match(address).by },
      theirs: { inputs, call: other.matches },
    },
    5,
  );
  return { expressible: other.expressible, ours, theirs };
}

Object.assign(globalThis, { compare });
