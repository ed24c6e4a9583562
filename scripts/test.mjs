// Runs everything and closes with one line over all of it: `N passed, N failed`.
// `npm test -- unit` or `npm run test:e2e` runs a part: types, lint, unit, build or e2e. Any other word chooses among the
// files of its tests: `npm test -- e2e popup`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.output', 'tests');
const PARTS = ['types', 'lint', 'unit', 'build', 'e2e'];
const words = process.argv.slice(2);
const only = words.filter((word) => PARTS.includes(word));
const files = words.filter((word) => !PARTS.includes(word));
// A part that is misspelled would run nothing, and nothing failed.
if (files.length > 0 && !only.includes('unit') && !only.includes('e2e')) {
  console.error(`Say which tests: unit or e2e. The parts are ${PARTS.join(', ')}.`);
  process.exit(1);
}
const wanted = (part) => only.length === 0 || only.includes(part);
let passed = 0;
let failed = 0;

function run(command, ...args) {
  const started = Date.now();
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  if (error) console.error(error.message);
  console.log(`  ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A check that is right or wrong as a whole. */
function check(command, ...args) {
  if (run(command, ...args)) passed += 1;
  else failed += 1;
}

/** A test run that counts for itself; one that can't be read, or ran nothing, is a failure. */
function tests(name, config) {
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const fine = run(
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...files,
  );
  try {
    const { numPassedTests, numFailedTests, numTotalTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    // A file that can't be loaded fails the run without failing a test.
    if (numFailedTests === 0 && (!fine || numTotalTestSuites === 0 || numPassedTests === 0)) failed += 1;
  } catch {
    console.error(`No report of the ${name} tests: ${file}`);
    failed += 1;
  }
}

mkdirSync(reports, { recursive: true });
if (wanted('types')) {
  check('tsc', '--noEmit', '-p', 'tsconfig.json');
  check('tsc', '--noEmit', '-p', 'tests/sandbox/tsconfig.json');
}
if (wanted('lint')) {
  check('biome', 'check', '--error-on-warnings', '.');
  check('knip', '--no-progress');
}
if (wanted('unit')) tests('unit', 'vitest.config.ts');
if (wanted('build') || wanted('e2e')) {
  check('wxt', 'build');
  check('wxt', 'build', '--mode', 'e2e');
  check('vite', 'build', '--config', 'tests/sandbox/vite.config.ts', '--logLevel', 'warn');
}
if (wanted('e2e')) tests('e2e', 'tests/e2e/vitest.config.ts');

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
