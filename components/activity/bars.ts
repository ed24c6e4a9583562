import type { TableFigures } from '../../lib/activity/table/figures.ts';
import type { ActivityBar } from '../popup/model.ts';

/** The bars of figures as the chart takes them. */
export function chartBars({ bars }: TableFigures): ActivityBar[] {
  return bars.map(({ start, read, write, destructive, other }) => ({
    start,
    reads: read,
    writes: write,
    removals: destructive,
    others: other,
  }));
}
