import { mkdirSync, writeFileSync } from 'node:fs';
import { compareCoverage, createCoverageIndex } from '../../lib/patterns/coverage/index.ts';
import { checkPattern, createMatcher } from '../../lib/patterns/index.ts';
import { compareInChromium } from './engine/in-chromium.ts';
import { ADVERSARIAL, flat, makeAddresses, makeEntries } from './engine/lists.ts';
import { milliseconds, type Task, takeTurns } from './engine/measure.ts';
import { minimatchList, regExpList } from './engine/others.ts';

/** Prints how fast the engine is beside what a user would pick instead, all in one run, and writes the figures as JSON. */

interface Line {
  what: string;
  value: number;
  unit: string;
  goal?: string;
  met?: boolean;
}

const SIZES = [100, 1000, 10_000, 100_000];
const lines: Line[] = [];

function report(what: string, value: number, unit: string, goal?: { text: string; met: boolean }): void {
  lines.push({ what, value, unit, ...(goal && { goal: goal.text, met: goal.met }) });
  const number = value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
  const verdict = goal ? `   goal ${goal.text}: ${goal.met ? 'met' : 'MISSED'}` : '';
  console.log(`${what.padEnd(58)}${number.padStart(14)} ${unit.padEnd(14)}${verdict}`);
}

const atLeast = (value: number, goal: number, unit: string) => ({
  text: `>= ${goal.toLocaleString('en-US')} ${unit}`,
  met: value >= goal,
});
const atMost = (value: number, goal: number, unit: string) => ({
  text: `<= ${goal.toLocaleString('en-US')} ${unit}`,
  met: value <= goal,
});

const perSecond = (nanoseconds: number): number => 1e9 / nanoseconds;

function benchMatcher(): void {
  const tasks = SIZES.map((size): [string, Task] => {
    const matcher = createMatcher(makeEntries(size));
    return [
      String(size),
      { inputs: makeAddresses(5000, size), call: (address) => matcher.match(address).by, passes: 4 },
    ];
  });
  const cost = takeTurns(Object.fromEntries(tasks), 21);
  for (const size of SIZES) {
    const speed = perSecond(cost[size] ?? 0);
    const goal = size === 1000 ? atLeast(speed, 800_000, 'a second') : undefined;
    report(`Matcher, ${size.toLocaleString('en-US')} entries`, speed, 'addresses/s', goal);
  }
  const factor = (cost[100_000] ?? 0) / (cost[100] ?? 1);
  report('Matcher, cost at 100,000 entries : at 100', factor, 'times', atMost(factor, 2, 'times'));
}

function benchOthers(): void {
  for (const size of [100, 1000]) {
    const entries = makeEntries(size);
    const inputs = makeAddresses(1000, size);
    const matcher = createMatcher(entries);
    const { ours, ...others } = takeTurns({
      ours: { inputs, call: (address) => matcher.match(address).by, passes: 20 },
      'minimatch 11': { inputs, call: minimatchList(entries) },
      'RegExp, one an entry': { inputs, call: regExpList(entries) },
    });
    for (const [name, theirs] of Object.entries(others)) {
      const goal = name === 'minimatch 11' && size === 1000 ? 100 : undefined;
      reportOther(`${name}, ${size.toLocaleString('en-US')} entries`, theirs, ours, goal);
    }
  }
}

function reportOther(what: string, theirs: number, ours: number, goal?: number): void {
  report(what, perSecond(theirs), 'addresses/s');
  const factor = theirs / ours;
  report(
    '  the matcher is faster by',
    factor,
    'times',
    goal === undefined ? undefined : atLeast(factor, goal, 'times'),
  );
}

/** Node 22 has no URLPattern: it is compared where the extension runs. */
async function benchUrlPattern(): Promise<void> {
  const found = await compareInChromium(1000);
  if (!found) {
    console.log('URLPattern: not compared, no Chromium was found (CHROME_PATH)');
    return;
  }
  report(`Matcher, 1,000 entries, Chromium ${found.version}`, perSecond(found.ours), 'addresses/s');
  reportOther(`URLPattern, the ${found.expressible} of them it can express`, found.theirs, found.ours);
}

function benchBuild(): void {
  for (const size of SIZES) {
    const entries = makeEntries(size);
    const time = milliseconds(() => createMatcher(entries));
    report(
      `Build, ${size.toLocaleString('en-US')} entries`,
      time,
      'ms',
      size === 100_000 ? atMost(time, 300, 'ms') : undefined,
    );
  }
  const entries = makeEntries(1000);
  report(
    'Build, minimatch 11, 1,000 entries',
    milliseconds(() => minimatchList(entries)),
    'ms',
  );
}

function benchAdversarial(): void {
  for (const { name, entry, address } of ADVERSARIAL) {
    const tasks = [100, 20_000].map((size) => {
      const matcher = createMatcher(Array.from({ length: size }, (_, i) => entry(i)));
      const inputs = Array.from({ length: 2000 }, (_, n) => flat(address((n * 7919) % size)));
      return { inputs, call: (one: string) => matcher.match(one).by };
    });
    const [small, large] = tasks;
    if (!small || !large) continue;
    const cost = takeTurns({ small, large }, 7);
    report(`${name}: 20,000 entries`, perSecond(cost.large), 'addresses/s');
    report('  cost at 20,000 : at 100', cost.large / cost.small, 'times');
  }
}

function benchCheck(): void {
  const entries = makeEntries(2000).map(flat);
  const readable = entries.filter((entry) => URL.canParse(entry));
  const { own, platform } = takeTurns(
    {
      own: { inputs: entries, call: (entry) => checkPattern(entry).level, passes: 2 },
      platform: { inputs: readable, call: (entry) => new URL(entry).host, passes: 10 },
    },
    31,
  );
  report('checkPattern', perSecond(own), 'entries/s');
  report('  cost : new URL of the same text', own / platform, 'times', atMost(own / platform, 40, 'times'));
}

function benchCoverage(): void {
  const call = (entry: string) => compareCoverage(entry, 'https://*.example.com/**');
  const { pairs } = takeTurns({ pairs: { inputs: makeEntries(2000), call } }, 5);
  report('compareCoverage', perSecond(pairs), 'pairs/s');
  const many = makeEntries(100_000);
  const time = milliseconds(() => {
    const index = createCoverageIndex(many);
    for (const [except, entry] of many.entries()) index.coveredBy(entry, { except });
  }, 1);
  report('coveredBy for each of 100,000 entries', time, 'ms');
}

console.log(`Node ${process.versions.node}\n`);
benchMatcher();
benchOthers();
await benchUrlPattern();
benchBuild();
benchAdversarial();
benchCheck();
benchCoverage();

mkdirSync(new URL('../../.output/bench/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../../.output/bench/engine.json', import.meta.url),
  `${JSON.stringify({ node: process.versions.node, lines }, undefined, 2)}\n`,
);
