import type { Step } from '../activity-page/measure.ts';
import { median } from '../median.ts';
import type { Series } from './growth.ts';

/** One figure of a bench, with its goal where there is one. */
export interface Row {
  bench: string;
  what: string;
  value: number;
  unit: string;
  goal?: string;
  met?: boolean;
}

/** What the benches write to `.output/bench/`, as far as it is read here. */
export interface Written {
  engine: { lines: Omit<Row, 'bench'>[] };
  file: { kind: string; lines: number; ratio: number; total: number; longest: number }[];
  popup: {
    spreads: Record<string, number>;
    figures: { way: string; count: number; figures: number; paintTimes: number; figuresTimes: number }[];
  };
  ingest: { figures: { count: number; ingest: number; ratio: number; longestTask: number; bytes: number }[] };
  'activity-page': {
    goal: number;
    figures: { count: number; steps: Step[] }[];
  };
  driver: { perfect: number; ours: number; overhead: number };
  'other-pages': {
    table: Record<string, Record<'without' | 'with', { script: number; task: number; heap: number }>>;
  };
}
export type BenchName = keyof Written;

const atMost = (goal: number, value: number) => ({ goal: `at most ${goal}`, met: value <= goal });
const count = (value: number) => value.toLocaleString('en-US');

/** The figures of each bench that the goals are about. */
export const ROWS: { [Name in BenchName]: (written: Written[Name]) => Omit<Row, 'bench'>[] } = {
  engine: ({ lines }) =>
    lines.filter(({ goal, what }) => goal !== undefined || /URLPattern|RegExp|faster/.test(what)),
  file: (rounds) =>
    [...Map.groupBy(rounds, ({ kind }) => kind)].flatMap(([kind, all]) => {
      const ratio = median(all.map((one) => one.ratio));
      const longest = median(all.map((one) => one.longest));
      const lines = count(all[0]?.lines ?? 0);
      return [
        {
          what: `${lines} lines, ${kind}: to the review`,
          value: ratio,
          unit: 'times a bare split',
          ...atMost(60, ratio),
        },
        { what: `${lines} lines, ${kind}: longest task`, value: longest, unit: 'ms', ...atMost(50, longest) },
      ];
    }),
  popup: ({ figures, spreads }) => [
    ...figures.flatMap((one) => [
      {
        what: `opened in a ${one.way}, ${count(one.count)} events: first paint`,
        value: one.paintTimes,
        unit: 'times an empty page',
        ...atMost(1.3, one.paintTimes),
      },
      {
        what: `opened in a ${one.way}, ${count(one.count)} events: figures`,
        value: one.figuresTimes,
        unit: 'times an empty page',
        ...atMost(2.5, one.figuresTimes),
      },
    ]),
    ...Object.entries(spreads).map(([way, spread]) => ({
      what: `opened in a ${way}: spread over numbers of events`,
      value: spread * 100,
      unit: '%',
      ...atMost(20, spread * 100),
    })),
  ],
  ingest: ({ figures }) =>
    figures
      .filter((one) => one.count > 0)
      .flatMap((one) => [
        {
          what: `${count(one.count)} events`,
          value: one.ratio,
          unit: 'times bare adds',
          ...atMost(4, one.ratio),
        },
        {
          what: `${count(one.count)} events: a page beside it held up`,
          value: one.longestTask,
          unit: 'ms at most',
          ...atMost(50, one.longestTask),
        },
        { what: `${count(one.count)} events: database`, value: one.bytes / 1e6, unit: 'MB' },
      ]),
  'activity-page': ({ figures, goal }) =>
    figures.flatMap(({ count: events, steps }) =>
      steps.map(({ name, longestTask }) => ({
        what: `${count(events)} events: ${name}, longest task`,
        value: longestTask.own,
        unit: 'ms of the processor',
        ...atMost(goal, longestTask.own),
      })),
    ),
  driver: ({ perfect, ours, overhead }) => [
    { what: 'rows a minute, a perfect driver', value: 60_000 / perfect, unit: 'rows' },
    { what: 'rows a minute, Gatehouse', value: 60_000 / ours, unit: 'rows' },
    { what: 'ours beyond the page’s own time', value: overhead, unit: 'ms a row', ...atMost(50, overhead) },
  ],
  'other-pages': ({ table }) =>
    Object.entries(table).flatMap(([page, { without, with: ours }]) => [
      { what: `${page}: script added`, value: ours.script - without.script, unit: 'ms' },
      { what: `${page}: heap added`, value: ours.heap - without.heap, unit: 'kB' },
    ]),
};

/** Cost over size, where a bench measures it at several. `files` are the file bench's runs at growing numbers of lines. */
export function seriesOf(all: Partial<Written>, files: Written['file'][]): Series[] {
  const matcher = (all.engine?.lines ?? []).flatMap(({ what, value }) => {
    const size = /^Matcher, ([\d,]+) entries$/.exec(what)?.[1]?.replaceAll(',', '');
    return size === undefined ? [] : [{ size: Number(size), value: 1e9 / value }];
  });
  const review = files.map((rounds) => ({
    size: rounds[0]?.lines ?? 0,
    value: median(rounds.map(({ total }) => total)),
  }));
  const popup = (all.popup?.figures ?? [])
    .filter(({ way }) => way === 'tab')
    .map(({ count: size, figuresTimes }) => ({ size, value: figuresTimes }));
  const ingest = (all.ingest?.figures ?? []).map(({ count: size, ingest: value }) => ({ size, value }));
  const series: Series[] = [
    { what: 'Matching an address', designed: 'flat', unit: 'ns by entries in the list', points: matcher },
    { what: 'Review of a file', designed: 'linear', unit: 'ms by lines', points: review },
    {
      what: 'Popup’s figures',
      designed: 'flat',
      unit: 'times an empty page, by stored events',
      points: popup,
    },
    { what: 'Ingest', designed: 'linear', unit: 'ms by events', points: ingest },
  ];
  return series.filter(({ points }) => points.filter(({ size }) => size > 0).length > 1);
}
