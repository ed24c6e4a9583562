/** Stretches of time, from inclusive, to exclusive, in milliseconds since 1970. Sorted and apart from each other. */
export interface Range {
  from: number;
  to: number;
}

/** The ranges with one more, joined where they touch. */
export function addRange(ranges: readonly Range[], added: Range): Range[] {
  if (added.to <= added.from) return [...ranges];
  const joined = { ...added };
  const apart: Range[] = [];
  for (const range of ranges) {
    if (range.to < joined.from || range.from > joined.to) apart.push(range);
    else {
      joined.from = Math.min(joined.from, range.from);
      joined.to = Math.max(joined.to, range.to);
    }
  }
  return [...apart, joined].sort((a, b) => a.from - b.from);
}

/** Whether a time lies in one of the ranges. */
export function isCovered(ranges: readonly Range[], time: number): boolean {
  return ranges.some(({ from, to }) => time >= from && time < to);
}
