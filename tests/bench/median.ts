/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const low = Math.floor((sorted.length - 1) / 2);
  return (at(low) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}
