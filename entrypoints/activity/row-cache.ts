import type { EventRow } from '../../lib/activity/table/columns.ts';

/** How many rows are asked for at once: some three screens. */
const PAGE = 100;
/** How many pages are kept: what lies further away is asked for again. */
const KEPT = 60;

/** Rows of the newest answer by their place, asked for when they are first looked at. */
export class RowCache {
  readonly #ask: (version: number, first: number, count: number) => Promise<EventRow[] | null>;
  readonly #arrived: () => void;
  #version = 0;
  #pages = new Map<number, EventRow[] | undefined>();
  /** Of the answer before: shown until the new rows are there, so that nothing flickers. */
  #before = new Map<number, EventRow[] | undefined>();

  constructor(
    ask: (version: number, first: number, count: number) => Promise<EventRow[] | null>,
    arrived: () => void,
  ) {
    this.#ask = ask;
    this.#arrived = arrived;
  }

  /** Begins with a new answer. `keep`: the old rows may stand in for the new ones until these arrive. */
  renew(version: number, keep: boolean): void {
    if (!keep) this.#before = new Map();
    else if ([...this.#pages.values()].some(Boolean)) this.#before = this.#pages;
    this.#version = version;
    this.#pages = new Map();
  }

  rowAt(place: number): EventRow | undefined {
    const page = Math.floor(place / PAGE);
    if (!this.#pages.has(page)) void this.#fetch(page);
    const rows = this.#pages.get(page) ?? this.#before.get(page);
    return rows?.[place % PAGE];
  }

  async #fetch(page: number): Promise<void> {
    const [version, pages] = [this.#version, this.#pages];
    pages.set(page, undefined);
    let rows: EventRow[] | null = null;
    try {
      rows = await this.#ask(version, page * PAGE, PAGE);
    } catch {
      // The worker has said what is wrong; the place stays empty and is asked for again.
    }
    if (pages !== this.#pages) return;
    if (!rows) {
      pages.delete(page);
      return;
    }
    pages.delete(page);
    pages.set(page, rows);
    for (const [oldest] of pages) {
      if (pages.size <= KEPT) break;
      pages.delete(oldest);
    }
    this.#arrived();
  }
}
