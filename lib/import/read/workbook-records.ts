import type { RecordSource, TableRecord } from './records.ts';

/** The cells of a sheet as records; a record's line is its row in the sheet. Blank rows are passed over. */
export class WorkbookRecords implements RecordSource {
  position = 0;
  readonly #rows: readonly (readonly string[])[];
  #next = 0;

  constructor(rows: readonly (readonly string[])[]) {
    this.#rows = rows;
  }

  next(): TableRecord | undefined {
    while (this.#next < this.#rows.length) {
      const cells = [...(this.#rows[this.#next++] ?? [])];
      if (cells.every((cell) => cell.trim() === '')) continue;
      for (const cell of cells) this.position += cell.length;
      return { line: this.#next, cells };
    }
    return undefined;
  }
}
