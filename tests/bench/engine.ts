import { mkdirSync, writeFileSync } from 'node:fs';
import { compareCoverage, createCoverageIndex } from '../../lib/patterns/coverage/index.ts';
import { checkPattern, createMatcher } from '../../lib/patterns/index.ts';
import { ADVERSARIAL, makeAddresses, makeEntries } from './engine/lists.ts';
import { milliseconds, nanosecondsPerCall } from './engine/measure.ts';
import { minimatchList, regExpList, urlPatternList } from './engine/others.ts';

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

/** Sizes take turns, so that whatever else the machine does falls on all of them alike. */
function benchMatcher(): void {
  const setups = SIZES.map((size) => ({
    size,
    matcher: createMatcher(makeEntries(size)),
    addresses: makeAddresses(5000, size),
  }));
  const cost = new Map<number, number>();
  for (let round = 0; round < 30; round++) {
    for (const { size, matcher, addresses } of setups) {
      const one = nanosecondsPerCall(addresses, (address) => matcher.match(address).by, 2);
      cost.set(size, Math.min(one, cost.get(size) ?? Number.POSITIVE_INFINITY));
    }
  }
  for (const size of SIZES) {
    const speed = perSecond(cost.get(size) ?? 0);
    const goal = size === 1000 ? atLeast(speed, 800_000, 'a second') : undefined;
    report(`Matcher, ${size.toLocaleString('en-US')} entries`, speed, 'addresses/s', goal);
  }
  const factor = (cost.get(100_000) ?? 0) / (cost.get(100) ?? 1);
  report('Matcher, cost at 100,000 entries : at 100', factor, 'times', atMost(factor, 2, 'times'));
}

function benchOthers(): void {
  for (const size of [100, 1000]) {
    const entries = makeEntries(size);
    const addresses = makeAddresses(1000, size);
    const matcher = createMatcher(entries);
    const ours = nanosecondsPerCall(addresses, (address) => matcher.match(address).by, 200);
    const others = {
      'minimatch 11': minimatchList(entries),
      URLPattern: urlPatternList(entries),
      'RegExp, one an entry': regExpList(entries),
    };
    for (const [name, other] of Object.entries(others)) {
      if (!other) {
        console.log(`${name}: not on this platform`);
        continue;
      }
      const theirs = nanosecondsPerCall(addresses, other, 4);
      report(`${name}, ${size.toLocaleString('en-US')} entries`, perSecond(theirs), 'addresses/s');
      const factor = theirs / ours;
      const goal = name === 'minimatch 11' && size === 1000 ? atLeast(factor, 100, 'times') : undefined;
      report(`  the matcher is faster by`, factor, 'times', goal);
    }
  }
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
    const costs = [100, 20_000].map((size) => {
      const matcher = createMatcher(Array.from({ length: size }, (_, i) => entry(i)));
      const addresses = Array.from({ length: 2000 }, (_, n) =>
        Buffer.from(address((n * 7919) % size)).toString(),
      );
      return nanosecondsPerCall(addresses, (one) => matcher.match(one).by);
    });
    report(`${name}: 20,000 entries`, perSecond(costs[1] ?? 0), 'addresses/s');
    report('  cost at 20,000 : at 100', (costs[1] ?? 0) / (costs[0] ?? 1), 'times');
  }
}

/** The two take turns, so that whatever else the machine does falls on both alike. */
function benchCheck(): void {
  const entries = makeEntries(2000);
  const readable = entries.filter((entry) => URL.canParse(entry));
  let own = Number.POSITIVE_INFINITY;
  let platform = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 15; round++) {
    own = Math.min(
      own,
      nanosecondsPerCall(entries, (entry) => checkPattern(entry).level, 2),
    );
    platform = Math.min(
      platform,
      nanosecondsPerCall(readable, (entry) => new URL(entry).host, 2),
    );
  }
  report('checkPattern', perSecond(own), 'entries/s');
  report('  cost : new URL of the same text', own / platform, 'times', atMost(own / platform, 40, 'times'));
}

function benchCoverage(): void {
  const entries = makeEntries(2000);
  const pairs = nanosecondsPerCall(entries, (entry) => compareCoverage(entry, 'https://*.example.com/**'));
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
benchBuild();
benchAdversarial();
benchCheck();
benchCoverage();

mkdirSync(new URL('../../.output/bench/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../../.output/bench/engine.json', import.meta.url),
  `${JSON.stringify({ node: process.versions.node, lines }, undefined, 2)}\n`,
);
