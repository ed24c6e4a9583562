/** Bits that one pass sorts by: 4,096 buckets stay in the cache. */
const BITS = 12;
const BUCKETS = 1 << BITS;

/**
 * The numbers of all rows by their time (whole milliseconds since 1970), oldest first; equal times keep their order.
 * A radix sort: half a million rows in some 20 ms, where comparing takes ten times as long.
 */
export function orderByTime(times: Float64Array, ordered: boolean): Uint32Array {
  let rows = Uint32Array.from(times, (_, row) => row);
  if (ordered || rows.length === 0) return rows;
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
  }
  let sorted = new Uint32Array(rows.length);
  // Not by shifts: those cut a number to 32 bits, which are 50 days.
  for (let unit = 1; unit <= latest - earliest; unit *= BUCKETS) {
    const starts = new Uint32Array(BUCKETS + 1);
    const bucketOf = (row: number) => Math.floor(((times[row] ?? 0) - earliest) / unit) % BUCKETS;
    for (const row of rows) {
      const next = bucketOf(row) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let bucket = 1; bucket <= BUCKETS; bucket += 1)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    for (const row of rows) {
      const bucket = bucketOf(row);
      const place = starts[bucket] ?? 0;
      starts[bucket] = place + 1;
      sorted[place] = row;
    }
    [rows, sorted] = [sorted, rows];
  }
  return rows;
}
