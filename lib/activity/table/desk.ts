import { letOthersRun } from '../../slices/let-others-run.ts';
import type { ActivityDatabase } from '../stores.ts';
import { type ReadTransaction, totalOfRange } from '../summary/count-range.ts';
import type { Ranked, RankedActor } from '../summary/summary.ts';
import { rank } from '../summary/summary.ts';
import type { AuditCall } from '../types.ts';
import { EventColumns, type EventRow } from './columns.ts';
import { countTexts, figuresOf, rankActors, type TableFigures } from './figures.ts';
import { readCall } from './load.ts';
import { filterRows, type RowNumbers, rowsAt, sortRows, type TableQuery } from './query.ts';
import { refreshColumns } from './refresh.ts';
import { writeCsv, writeJson } from './write.ts';

/** The last so many milliseconds up to now, or a fixed stretch: from inclusive, to exclusive. */
export type DeskRange = { last: number } | { from: number; to: number };

export interface DeskView {
  org: string;
  range: DeskRange;
  /** Atlassian's clock minus ours, in milliseconds. */
  clockOffset: number;
  query: Omit<TableQuery, 'from' | 'to'>;
}

/** What a filter can be set to: all that occurs in the range, the most frequent first. */
export interface Facets {
  tools: Ranked[];
  actors: RankedActor[];
  apps: Ranked[];
}

export interface DeskAnswer {
  /** Grows with each answer; rows are asked for by it. */
  version: number;
  org: string;
  from: number;
  to: number;
  /** How many rows pass the filter, and how many lie in the range. */
  count: number;
  inRange: number;
  /** More is being read. */
  loading: boolean;
  figures: TableFigures;
  /** Calls in a stretch of the same length before; only where no filter is set. */
  before?: number;
  facets: Facets;
  /** Ids of actors in the ranking that were first seen in the range. */
  newActors: string[];
}

export type DeskEvent =
  | { kind: 'answer'; answer: DeskAnswer }
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'failed'; error: unknown };

/** A filter's list is no longer than this: a select with more is of no use to anybody. */
const MOST_CHOICES = 1_000;
/** While events are read, how often what is there so far is shown and how far it is, in milliseconds. */
const SHOW_EVERY = 700;
const PROGRESS_EVERY = 100;
/** A rolling range is drawn anew this often though nothing came, in milliseconds. */
const ROLL_EVERY = 60_000;

function sameRange(a: DeskRange, b: DeskRange): boolean {
  if ('last' in a) return 'last' in b && a.last === b.last;
  return 'from' in b && a.from === b.from && a.to === b.to;
}

/**
 * The activity page's table behind its view: keeps the columns of one organization, reads what is missing, and answers
 * questions. It lives in a worker, so that nothing that it does ever holds up the page.
 */
export class Desk {
  readonly #open: () => Promise<ActivityDatabase>;
  readonly #now: () => number;
  readonly #emit: (event: DeskEvent) => void;
  #columns = new EventColumns();
  #view: DeskView | undefined;
  #rows: RowNumbers = new Uint32Array();
  #version = 0;
  #answeredAt = 0;
  #answeredLength = 0;
  #saidLoading = false;
  #stop = new AbortController();
  #busy: Promise<void> | undefined;
  #again = false;

  constructor(open: () => Promise<ActivityDatabase>, now: () => number, emit: (event: DeskEvent) => void) {
    this.#open = open;
    this.#now = now;
    this.#emit = emit;
  }

  /** Shows what is there of this view at once, then reads what is missing. Resolves when everything is there. */
  async show(view: DeskView): Promise<void> {
    const before = this.#view;
    this.#view = view;
    if (before?.org !== view.org) this.#columns = new EventColumns();
    const same = before?.org === view.org && sameRange(before.range, view.range);
    if (!same) {
      this.#stop.abort();
      this.#stop = new AbortController();
    }
    await this.#answer(true);
    await this.look();
  }

  /** Looks for events that came or went since. Resolves when what is shown is up to date. */
  look(): Promise<void> {
    this.#again = true;
    this.#busy ??= this.#work().finally(() => {
      this.#busy = undefined;
    });
    return this.#busy;
  }

  /** Rows of the answer with this version; undefined when there is a newer one. */
  rows(version: number, first: number, count: number): EventRow[] | undefined {
    return version === this.#version ? rowsAt(this.#columns, this.#rows, first, count) : undefined;
  }

  async details(id: string): Promise<AuditCall | undefined> {
    return this.#view && (await readCall(await this.#open(), this.#view.org, id));
  }

  /** The rows of the last answer as a file. */
  async write(format: 'csv' | 'json'): Promise<Blob> {
    const [columns, rows] = [this.#columns, this.#rows];
    const parts: BlobPart[] = [];
    let pieces = 0;
    for (const piece of format === 'csv' ? writeCsv(columns, rows) : writeJson(columns, rows)) {
      parts.push(piece);
      pieces += 1;
      // The table may be scrolled meanwhile.
      if (pieces % 10 === 0) await letOthersRun();
    }
    return new Blob(parts, { type: format === 'csv' ? 'text/csv' : 'application/json' });
  }

  async #work(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#refresh();
      } catch (error) {
        this.#emit({ kind: 'failed', error });
      }
    }
  }

  async #refresh(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const columns = this.#columns;
    let toldAt = this.#now();
    let shownAt = toldAt;
    const outcome = await refreshColumns(await this.#open(), view.org, columns, {
      ...this.#span(view),
      signal: this.#stop.signal,
      onProgress: async (done, of) => {
        const now = this.#now();
        if (now - toldAt < PROGRESS_EVERY) return;
        toldAt = now;
        this.#emit({ kind: 'progress', done, of });
        if (now - shownAt < SHOW_EVERY) return;
        await this.#answer(true);
        shownAt = this.#now();
      },
    });
    if (outcome === 'aborted' || view !== this.#view) {
      this.#again = true;
    } else if (outcome === 'removed') {
      this.#columns = new EventColumns();
      this.#again = true;
    } else if (
      this.#saidLoading ||
      columns.length !== this.#answeredLength ||
      ('last' in view.range && this.#now() - this.#answeredAt >= ROLL_EVERY)
    ) {
      await this.#answer(false);
    }
  }

  #span({ range, clockOffset }: DeskView): { from: number; to: number } {
    if ('from' in range) return range;
    const now = this.#now() + clockOffset;
    return { from: now - range.last + 1, to: now + 1 };
  }

  async #answer(loading: boolean): Promise<void> {
    const view = this.#view;
    if (!view) return;
    const { from, to } = this.#span(view);
    const columns = this.#columns;
    const database = await this.#open();
    const inRange = filterRows(columns, { from, to });
    const { sort: _, descending: __, ...filters } = view.query;
    const filtered = Object.keys(filters).length > 0;
    const rows = filtered ? filterRows(columns, { ...view.query, from, to }) : inRange;
    const figures = figuresOf(columns, rows, from, to);
    const transaction: ReadTransaction = database.transaction(['events', 'counters', 'actors'], 'readonly');
    const [before, first] = await Promise.all([
      filtered ? undefined : totalOfRange(transaction, view.org, from - (to - from), from),
      Promise.all(figures.actors.map(({ name }) => transaction.objectStore('actors').get([view.org, name]))),
    ]);
    // Another view was asked for meanwhile: its answer is on the way.
    if (view !== this.#view || columns !== this.#columns) return;
    this.#rows = sortRows(columns, rows, view.query);
    this.#version += 1;
    this.#answeredAt = this.#now();
    this.#answeredLength = columns.length;
    this.#saidLoading = loading;
    const isNew = (time: number | undefined) => time !== undefined && time >= from && time < to;
    const answer: DeskAnswer = {
      version: this.#version,
      org: view.org,
      from,
      to,
      count: rows.length,
      inRange: inRange.length,
      loading,
      figures,
      facets: {
        tools: rank(countTexts(columns, 'tool', inRange), MOST_CHOICES),
        actors: rankActors(columns, countTexts(columns, 'actor', inRange), MOST_CHOICES),
        apps: rank(countTexts(columns, 'app', inRange), MOST_CHOICES),
      },
      newActors: first.flatMap((actor) => (actor && isNew(actor.firstSeen) ? [actor.id] : [])),
      ...(before === undefined ? {} : { before }),
    };
    this.#emit({ kind: 'answer', answer });
  }
}
