import { readFileSync } from 'node:fs';
import { EventColumns } from '../../../lib/activity/table/columns.ts';
import { queryRows } from '../../../lib/activity/table/query.ts';
import { median } from '../median.ts';
import { storedCalls } from './measure.ts';

/** "Who wrote what in the last 7 days": what an admin would do without us, beside the table's own filter. */

const WEEK = 7 * 86_400_000;
/** The console's page exports no more at once. */
const ROWS_OF_AN_EXPORT = 10_000;
const TIMES = 9;

export interface ByScript {
  events: number;
  /** How often the admin exports by hand before the script has them all. */
  exports: number;
  /** Milliseconds, medians. */
  script: number;
  table: number;
  /** Pairs of a person and a tool, and calls, as both say. */
  pairs: number;
  calls: number;
}

type Answer = Map<string, number>;

/** A script over the exported files: the tool from the activity's words, its class from Atlassian's list of tools. */
function answerOfScript(files: readonly string[], tools: string, now: number): Answer {
  const writing = new Set(
    tools
      .split('\n')
      .map((line) => line.split(','))
      .flatMap(([name = '', , toolClass]) => (toolClass === 'write' ? [name] : [])),
  );
  const counts: Answer = new Map();
  for (const file of files) {
    for (const line of file.split('\n').slice(1)) {
      const [activity = '', date = '', actor = ''] = line.split(',');
      const tool = activity.split(' ').at(-1) ?? '';
      if (!writing.has(tool) || Date.parse(date) <= now - WEEK) continue;
      counts.set(`${actor} ${tool}`, (counts.get(`${actor} ${tool}`) ?? 0) + 1);
    }
  }
  return counts;
}

function answerOfTable(columns: EventColumns, now: number): Answer {
  const counts: Answer = new Map();
  for (const place of queryRows(columns, { classes: ['write'], from: now - WEEK + 1 })) {
    const row = columns.row(place);
    if (row)
      counts.set(`${row.actor.name} ${row.tool}`, (counts.get(`${row.actor.name} ${row.tool}`) ?? 0) + 1);
  }
  return counts;
}

function timed(work: () => Answer): { time: number; answer: Answer } {
  const times: number[] = [];
  let answer: Answer = new Map();
  for (let run = 0; run < TIMES; run += 1) {
    const start = performance.now();
    answer = work();
    times.push(performance.now() - start);
  }
  return { time: median(times), answer };
}

/** Measures both over the same events; throws when their answers differ. */
export function compareWithScript(events: number): ByScript {
  const toolList = readFileSync(new URL('../../fixtures/mcp-tools.csv', import.meta.url), 'utf8');
  const known = new Set(toolList.split('\n').map((line) => line.split(',')[0]));
  // A script knows the tools of the list alone, so only these are compared.
  const calls = storedCalls(events).filter(({ tool }) => known.has(tool));
  const now = calls[0]?.time ?? 0;
  const line = ({ tool, time, actor, app, country }: (typeof calls)[number]) =>
    `Used MCP tool ${tool},${new Date(time).toISOString()},${actor.name},${app},${country},192.0.2.1`;
  const files: string[] = [];
  for (let start = 0; start < calls.length; start += ROWS_OF_AN_EXPORT) {
    const lines = calls.slice(start, start + ROWS_OF_AN_EXPORT).map(line);
    files.push(['Activity,Date,Actor,App,Location,IP address', ...lines].join('\n'));
  }
  const columns = new EventColumns();
  for (const call of calls.toReversed()) columns.add(call);
  const script = timed(() => answerOfScript(files, toolList, now));
  const table = timed(() => answerOfTable(columns, now));
  const sorted = (answer: Answer) => JSON.stringify([...answer].sort());
  if (sorted(script.answer) !== sorted(table.answer)) throw new Error('The script and the table differ.');
  return {
    events: calls.length,
    exports: files.length,
    script: script.time,
    table: table.time,
    pairs: script.answer.size,
    calls: [...script.answer.values()].reduce((sum, count) => sum + count, 0),
  };
}
