/** One row that is taller than the others, by how many pixels. */
export interface TallRow {
  index: number;
  extra: number;
}

export interface WindowInput {
  count: number;
  /** Pixels. */
  rowHeight: number;
  scrollTop: number;
  viewportHeight: number;
  /** Rows kept ready above and below what is seen. */
  overscan: number;
  tall?: TallRow | undefined;
}

export interface RowWindow {
  /** The first row to render, and the one after the last. */
  first: number;
  end: number;
  /** Height of all rows together, in pixels. */
  height: number;
}

/** Where a row begins, in pixels from the top of the list. */
export function offsetOf(index: number, rowHeight: number, tall?: TallRow): number {
  return index * rowHeight + (tall && index > tall.index ? tall.extra : 0);
}

/** Which row lies at an offset, not limited to the rows there are. */
function indexAt(offset: number, rowHeight: number, tall?: TallRow): number {
  const plain = Math.floor(offset / rowHeight);
  if (!tall || plain <= tall.index) return plain;
  return Math.max(tall.index, Math.floor((offset - tall.extra) / rowHeight));
}

/** Which rows of a long list need to exist. Constant time, whatever the length of the list. */
export function rowWindow(input: WindowInput): RowWindow {
  const { count, rowHeight, scrollTop, viewportHeight, overscan } = input;
  const tall = input.tall && input.tall.index < count ? input.tall : undefined;
  const height = offsetOf(count, rowHeight, tall);
  const top = Math.max(0, Math.min(scrollTop, height - viewportHeight));
  const first = Math.max(0, indexAt(top, rowHeight, tall) - overscan);
  const end = Math.min(count, indexAt(top + viewportHeight, rowHeight, tall) + 1 + overscan);
  return { first: Math.min(first, end), end, height };
}
