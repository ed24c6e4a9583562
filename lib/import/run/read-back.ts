import type { ListIndex } from './list-index.ts';
import { rowWords } from './reasons.ts';
import { doubtful } from './rows.ts';
import { type Settlement, settleByList } from './settle.ts';
import type { RunRow } from './types.ts';

/** A row that was acted on and waits for a reading of the list, with what the page said. */
export interface Pending {
  row: RunRow;
  /** The page's words against it. */
  refused?: string;
  /** Those words may tell of an error on the way, after which the entry may be stored. */
  doubtful?: boolean;
  /** Why the page's answer is not known. */
  doubt?: string;
}

export interface SettledRow {
  row: RunRow;
  settlement: Settlement;
}

/** Whether the list shows what the row wants. */
export function stands(row: Readonly<RunRow>, list: ListIndex): boolean {
  const found = row.action === 'add' ? list.findTried(row.pattern) : list.find(row.stored ?? row.pattern);
  return (found !== undefined) === (row.action === 'add');
}

/**
 * Settles rows that were just acted on. One that the list doesn't show, and nobody refused, stays in doubt; so does
 * one that was refused for an unclear reason while the list may be stale.
 */
export function settlePending(
  pending: readonly Pending[],
  list: ListIndex,
  before: ListIndex | undefined,
  stale = false,
): SettledRow[] {
  const claimed = new Set(pending.flatMap(({ row }) => list.find(row.pattern)?.entry ?? []));
  return pending.map(({ row, refused: said, doubtful: unclear, doubt: open }) => {
    const inDoubt = stale && unclear === true;
    const refused = inDoubt ? undefined : said;
    const doubt = inDoubt ? said : open;
    const settlement = settleByList(row, {
      list,
      claimed,
      ...(before ? { before } : {}),
      ...(refused === undefined ? {} : { refused }),
      ...(doubt === undefined ? {} : { doubt }),
    }) ?? {
      state: 'unknown' as const,
      words: doubt ?? (row.action === 'add' ? rowWords.addedNotListed : rowWords.removedStillListed),
    };
    if (settlement.stored !== undefined) claimed.add(settlement.stored);
    return { row, settlement };
  });
}

/**
 * Holds rows in doubt against a list. When this is `final`, what is not there will not come, but for the rows of
 * `except`. An entry that a failed row wanted is credited to it when it is there after all.
 */
export function settleDoubtful(
  rows: readonly RunRow[],
  list: ListIndex,
  final: boolean,
  except: ReadonlySet<RunRow> = new Set(),
): SettledRow[] {
  const late = rows.filter((row) => row.state === 'failed' && row.action === 'add' && list.find(row.pattern));
  const claimed = new Set(rows.flatMap(({ pattern }) => list.find(pattern)?.entry ?? []));
  return [...doubtful(rows), ...late].flatMap((row) => {
    const doubt = row.words === undefined ? {} : { doubt: row.words };
    const settlement = settleByList(row, { list, claimed, ...doubt, final: final && !except.has(row) });
    if (settlement?.stored !== undefined) claimed.add(settlement.stored);
    return settlement ? [{ row, settlement }] : [];
  });
}

/** Rows that were added and are not in the list any more; said in the report, which must agree with the console. */
export function vanished(rows: readonly RunRow[], list: ListIndex): SettledRow[] {
  return rows
    .filter(
      (row) => row.state === 'added' && !list.find(row.stored ?? row.pattern) && !list.findTried(row.pattern),
    )
    .map((row) => ({ row, settlement: { state: 'added', words: rowWords.vanished } }));
}
