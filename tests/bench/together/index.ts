// `npm run bench`: all benches one after the other, in one table; `npm run bench -- engine popup` some of them, `-- --read`
// only the table of what was measured last. Writes `.output/bench/all.json` and, when all ran, docs/pictures/growth.svg.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../../support/built.ts';
import { load } from '../load.ts';
import { exponentOf, growthOf, isAsDesigned } from './growth.ts';
import { plotGrowth } from './plot.ts';
import { type BenchName, ROWS, type Row, seriesOf, type Written } from './rows.ts';

const NAMES = Object.keys(ROWS) as BenchName[];
const FILE_SIZES = [1_000, 10_000, 50_000, 100_000];
const root = join(import.meta.dirname, '../../..');
const output = (name: string) => join(root, '.output/bench', `${name}.json`);

const args = process.argv.slice(2);
const asked = NAMES.filter((name) => args.includes(name));
const wanted = asked.length > 0 ? asked : NAMES;
const measure = !args.includes('--read');

function run(name: BenchName, ...rest: string[]): void {
  console.log(`\n> ${name} ${rest.join(' ')}`);
  const { status } = spawnSync(process.execPath, [`tests/bench/${name}.ts`, ...rest], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The bench ${name} ended with ${status}.`);
}

function read<Name extends BenchName>(name: Name, file: string = name): Written[Name] | undefined {
  const path = output(file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Written[Name]) : undefined;
}

/** Kilobytes, gzip, of what is shipped, the largest first. */
async function sizes(): Promise<Row[]> {
  const folder = await ensureBuilt('production');
  return globSync('**/*.{js,css}', { cwd: folder })
    .map((file) => ({
      bench: 'sizes',
      what: file,
      value: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000,
      unit: 'kB gzip',
    }))
    .sort((a, b) => b.value - a.value);
}

if (measure) {
  for (const name of wanted) {
    if (name !== 'file') run(name);
    else {
      for (const lines of FILE_SIZES) {
        run(name, String(lines), lines === FILE_SIZES.at(-1) ? '3' : '2');
        writeFileSync(output(`file-${lines}`), readFileSync(output('file')));
      }
    }
  }
}

const rows: Row[] = [];
const all: Partial<Record<BenchName, unknown>> = {};
for (const name of wanted) {
  const written = read(name);
  if (!written) continue;
  all[name] = written;
  const figures = ROWS[name] as (from: unknown) => Omit<Row, 'bench'>[];
  rows.push(...figures(written).map((row) => ({ bench: name, ...row })));
}
rows.push(...(await sizes()));
const files = FILE_SIZES.flatMap((lines) => read('file', `file-${lines}`) ?? []).length
  ? FILE_SIZES.map((lines) => read('file', `file-${lines}`) ?? [])
  : [];
const series = seriesOf(all as Partial<Written>, files);

console.log(`\nload ${load()}\n`);
for (const { bench, what, value, unit, goal, met } of rows) {
  const number = value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
  const verdict = goal === undefined ? '' : `  goal ${goal}: ${met ? 'met' : 'MISSED'}`;
  console.log(`${bench.padEnd(14)} ${what.padEnd(62)} ${number.padStart(12)} ${unit.padEnd(20)}${verdict}`);
}
console.log('\nHow cost grows');
for (const one of series) {
  const exponent = exponentOf(one.points);
  console.log(
    `${one.what.padEnd(24)} ${growthOf(exponent).padEnd(20)} exponent ${exponent.toFixed(2)}, designed ${one.designed}: ${isAsDesigned(one) ? 'met' : 'MISSED'}`,
  );
}
writeFileSync(output('all'), `${JSON.stringify({ load: load(), rows, series }, null, 2)}\n`);
// A drawing of some of them would take the place of the whole one.
if (NAMES.every((name) => name in all))
  writeFileSync(join(root, 'docs/pictures/growth.svg'), plotGrowth(series));
