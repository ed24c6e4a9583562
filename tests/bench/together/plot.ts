import { exponentOf, growthOf, type Series } from './growth.ts';

/** Growth as small plots side by side, both axes logarithmic, so that a power law is a straight line. */

const WIDTH = 250;
const HEIGHT = 150;
const MARGIN = { left: 46, right: 14, top: 54, bottom: 30 };

const asText = (text: string) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const short = (value: number) =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(value);

function panel({ what, unit, points, designed }: Series, left: number): string {
  const shown = points.filter(({ size, value }) => size > 0 && value > 0);
  const scale = (values: number[], from: number, to: number) => {
    const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
    // At least two decades, or noise would fill the plot.
    const middle = (low + high) / 2;
    const half = Math.max((high - low) / 2, 1) * 1.08;
    return (value: number) => from + ((Math.log10(value) - middle + half) / (2 * half)) * (to - from);
  };
  const x = scale(
    shown.map(({ size }) => size),
    left + MARGIN.left,
    left + WIDTH - MARGIN.right,
  );
  const y = scale(
    shown.map(({ value }) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const exponent = exponentOf(points);
  const line = shown.map(({ size, value }) => `${x(size).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const dots = shown.map(
    ({ size, value }) =>
      `<circle cx="${x(size).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3"/>` +
      `<text x="${x(size).toFixed(1)}" y="${(y(value) - 7).toFixed(1)}" text-anchor="middle">${short(value)}</text>` +
      `<text x="${x(size).toFixed(1)}" y="${HEIGHT - 14}" text-anchor="middle">${short(size)}</text>`,
  );
  return [
    `<text class="title" x="${left + 8}" y="15">${asText(what)}</text>`,
    `<text x="${left + 8}" y="27">${asText(unit)}</text>`,
    `<text x="${left + 8}" y="38">${growthOf(exponent)} (exponent ${exponent.toFixed(2)}, designed ${designed})</text>`,
    `<path class="axis" d="M${left + 8} ${HEIGHT - MARGIN.bottom + 4}H${left + WIDTH - 6}"/>`,
    `<polyline points="${line}"/>`,
    ...dots,
  ].join('\n');
}

/** An SVG that reads on light and dark. */
export function plotGrowth(series: readonly Series[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * series.length} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="9">
<title>How cost grows with size</title>
<style>
svg { background: #fff }
text { fill: #44546f } .title { fill: #172b4d; font-size: 11px; font-weight: 600 }
polyline { fill: none; stroke: #0c66e4; stroke-width: 1.5 } circle { fill: #0c66e4 } .axis { stroke: #dcdfe4 }
@media (prefers-color-scheme: dark) { svg { background: #1d2125 } text { fill: #9fadbc } .title { fill: #c7d1db } polyline { stroke: #579dff } circle { fill: #579dff } .axis { stroke: #38414a } }
</style>
${series.map((one, i) => panel(one, i * WIDTH)).join('\n')}
</svg>
`;
}
