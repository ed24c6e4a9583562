import type { ActivityBar } from './model.ts';
import { figure, activity as words } from './words.ts';

/** The parts of a bar from the bottom up. */
const PARTS = ['reads', 'writes', 'removals', 'others'] as const;

/** The chart's own units: each bar is 10 wide with a gap of 2, and the highest is 100 high. */
const WIDTH = 10;
const GAP = 2;
const HEIGHT = 100;

export const sumOf = (bar: ActivityBar) => PARTS.reduce((sum, part) => sum + bar[part], 0);

/** Where the parts of a bar lie: from the bottom up without gaps, the highest bar filling the chart. */
export function stack(
  bar: ActivityBar,
  highest: number,
): { part: (typeof PARTS)[number]; y: number; height: number }[] {
  let top = HEIGHT;
  return PARTS.filter((part) => bar[part] > 0 && highest > 0).map((part) => {
    const height = (bar[part] / highest) * HEIGHT;
    top -= height;
    return { part, y: top, height };
  });
}

export interface ChartProps {
  bars: readonly ActivityBar[];
  /** What a bar is called by, such as its day; `start` in milliseconds since 1970. */
  nameOf(start: number): string;
  /** What the chart says as a whole. */
  label: string;
}

/** Calls over time as stacked bars, with a legend that holds the sums. */
export function Chart({ bars, nameOf, label }: ChartProps) {
  const highest = Math.max(0, ...bars.map(sumOf));
  const first = bars[0];
  const last = bars.at(-1);
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${Math.max(1, bars.length) * WIDTH - GAP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {bars.map((bar, index) => (
          <g key={bar.start}>
            <title>{`${nameOf(bar.start)}: ${figure(sumOf(bar))}`}</title>
            <rect class="bar-ground" x={index * WIDTH} y={0} width={WIDTH - GAP} height={HEIGHT} />
            {stack(bar, highest).map(({ part, y, height }) => (
              <rect
                key={part}
                class={`bar-${part}`}
                x={index * WIDTH}
                y={y}
                width={WIDTH - GAP}
                height={height}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <div class="axis hint">
          <span>{first && nameOf(first.start)}</span>
          <span>{last && nameOf(last.start)}</span>
        </div>
        <ul class="legend">
          {PARTS.map((part) => ({ part, sum: bars.reduce((sum, bar) => sum + bar[part], 0) }))
            .filter(({ part, sum }) => part !== 'others' || sum > 0)
            .map(({ part, sum }) => (
              <li key={part}>
                <span class={`key key-${part}`} />
                {words.legend[part]} <strong>{figure(sum)}</strong>
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  );
}
