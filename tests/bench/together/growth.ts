/** How a cost grows with the size of what it is spent on. */

export interface Series {
  what: string;
  /** As designed. */
  designed: 'flat' | 'linear';
  unit: string;
  points: readonly { size: number; value: number }[];
}

/**
 * The exponent of the power law through the points, by least squares over logarithms: 0 is flat, 1 is linear. Sizes of 0
 * say nothing about growth and are left out. NaN with fewer than two points.
 */
export function exponentOf(points: Series['points']): number {
  const logs = points
    .filter(({ size, value }) => size > 0 && value > 0)
    .map(({ size, value }) => [Math.log(size), Math.log(value)] as const);
  if (logs.length < 2) return Number.NaN;
  const mean = (at: 0 | 1) => logs.reduce((sum, one) => sum + one[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const upper = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const lower = logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return upper / lower;
}

/** The word for an exponent. A logarithm's exponent over these sizes is small, and told apart from flat by nobody. */
export function growthOf(exponent: number): string {
  if (Number.isNaN(exponent)) return 'not measured';
  if (exponent < 0.2) return 'flat';
  if (exponent < 0.8) return 'slower than linear';
  return exponent <= 1.2 ? 'linear' : 'faster than linear';
}

/** Whether the cost grows no faster than designed. */
export function isAsDesigned({ designed, points }: Series): boolean {
  return exponentOf(points) <= (designed === 'flat' ? 0.2 : 1.2);
}
