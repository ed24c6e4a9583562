import type { ListIndex } from './list-index.ts';
import { rowWords, storedAs } from './reasons.ts';
import type { RunRow, SettledState } from './types.ts';

/** What a reading of the list says about a row that was tried. */
export interface Settlement {
  state: SettledState;
  words?: string;
  stored?: string;
}

/** What is known when a row is held against the list. */
export interface Evidence {
  /** The list now, read to its end. */
  list: ListIndex;
  /** The list before the row was tried, where it is known. */
  before?: ListIndex;
  /** Entries of the list that other rows account for. */
  claimed?: ReadonlySet<string>;
  /** The page's words against it. */
  refused?: string;
  /** What the page didn't say, in our words. */
  doubt?: string;
  /** No more waiting: an entry that is not there will not come. */
  final?: boolean;
}

/**
 * Settles a tried row by the list and by nothing else: what the page said only decides what an absence is
 * called. Undefined = can't be told yet.
 */
export function settleByList(row: Readonly<RunRow>, evidence: Evidence): Settlement | undefined {
  return row.action === 'add' ? settleAdded(row, evidence) : settleRemoved(row, evidence);
}

function settleAdded(
  row: Readonly<RunRow>,
  { list, before, claimed, refused, doubt, final }: Evidence,
): Settlement | undefined {
  const found = list.findTried(row.pattern, before, claimed);
  if (found) {
    const words = list.isTwice(found.entry)
      ? rowWords.addedTwice
      : found.how === 'altered'
        ? storedAs(found.entry)
        : (refused ?? doubt)
          ? rowWords.addedAfterError
          : undefined;
    return {
      state: 'added',
      ...(words === undefined ? {} : { words }),
      ...(found.entry === row.pattern ? {} : { stored: found.entry }),
    };
  }
  if (refused !== undefined) return { state: 'failed', words: refused };
  if (final) return { state: 'failed', words: doubt ?? row.words ?? rowWords.addedNotListed };
  return undefined;
}

function settleRemoved(
  row: Readonly<RunRow>,
  { list, refused, doubt, final }: Evidence,
): Settlement | undefined {
  if (!list.find(row.stored ?? row.pattern)) return { state: 'removed' };
  if (refused !== undefined) return { state: 'failed', words: refused };
  if (final) return { state: 'failed', words: doubt ?? row.words ?? rowWords.removedStillListed };
  return undefined;
}
