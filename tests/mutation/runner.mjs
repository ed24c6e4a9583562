import { globSync } from 'node:fs';
import { Script } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** Stryker's test runner for the engine: all in one process, every mutant in modules of its own. */

const TESTS = ['tests/unit/patterns/**/*.test.ts'];
/** Texts of a million characters: they are there for their time, which says nothing about instrumented code. */
const LEFT_OUT = /hostile\.test\.ts > |hostile text > /;

/** So many tests share one guard against endless loops, which costs more than most of them. */
const BATCH = 50;
/** Milliseconds beyond which a test is run for mutants of its own folder only: what falls by it alone counts as alive. */
const DEAR = 100;
/** Milliseconds that a batch may take beyond three times what it took unchanged. */
const GRACE = 700;
/** Code that runs as a script can be stopped where it loops for ever, without the process. */
const TIMED_OUT = 'ERR_SCRIPT_EXECUTION_TIMEOUT';
const guarded = new Script('__gatehouseRun__()');

class InProcessRunner {
  static inject = [];
  #files = globSync(TESTS).sort();
  /** Milliseconds that each test took when nothing was changed: quick ones go first. */
  #cost = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const stryker = strykerState();
    await startAfresh();
    const tests = await this.#collect(this.#files);
    // The first run reads tables and lists into caches; only what counts from here on is a test's own.
    const results = tests.map((test) => {
      stryker.currentTestId = test.id;
      const result = run(test);
      this.#cost.set(test.id, result.timeSpentMs);
      return result;
    });
    stryker.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter }) {
    const stryker = strykerState();
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const wanted = testFilter && new Set(testFilter);
    const files = wanted
      ? this.#files.filter((file) => testFilter.some((id) => id.startsWith(`${file} > `)))
      : this.#files;
    const results = [];
    const loading = stryker.activeMutant;
    try {
      // Most mutants fall by the tests of their own folder: the others are loaded only for those that don't.
      const isOwn = isMeantFor(activeMutant.fileName);
      const stages = [files.filter(isOwn), files.filter((file) => !isOwn(file))];
      await startAfresh();
      for (const stage of stages) {
        stryker.activeMutant = loading;
        const tests = await this.#collect(stage);
        stryker.activeMutant = activeMutant.id;
        const chosen = tests.filter(
          (test) => (!wanted || wanted.has(test.id)) && (isOwn(test.file) || this.#costOf(test) <= DEAR),
        );
        if (!this.#runInBatches(chosen, results)) break;
      }
    } catch (error) {
      if (error?.code === TIMED_OUT) return { status: MutantRunStatus.Timeout, reason: 'a test did not end' };
      // The mutant keeps a module or a table of tests from loading.
      results.push(failed({ id: 'loading', full: 'loading' }, error, 0));
    } finally {
      stryker.activeMutant = undefined;
    }
    return toMutantRunResult(
      determineHitLimitReached(stryker.hitCount, hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  /** Quick tests first. @returns false once one has failed. */
  #runInBatches(tests, results) {
    const ordered = tests.sort((a, b) => this.#costOf(a) - this.#costOf(b));
    for (let from = 0; from < ordered.length; from += BATCH) {
      const batch = ordered.slice(from, from + BATCH);
      const limit = GRACE + 3 * batch.reduce((sum, test) => sum + this.#costOf(test), 0);
      if (!runGuarded(batch, results, limit)) return false;
    }
    return true;
  }

  async #collect(files) {
    const { load } = await import('./modules.mjs');
    const { startFile, takeTests } = await import('./harness.mjs');
    takeTests();
    for (const file of files) {
      startFile(file);
      await load(file);
    }
    return takeTests().filter((test) => !LEFT_OUT.test(test.id));
  }

  #costOf(test) {
    return this.#cost.get(test.id) ?? 1;
  }
}

/** What is loaded from now on shares nothing with what was loaded before. */
async function startAfresh() {
  const { startGeneration } = await import('./modules.mjs');
  startGeneration();
}

/** Rules and readings are tried through whole entries, which stand in the tests of `check`. */
const TRIED_IN = { rules: ['rules', 'check'], read: ['read', 'check'] };

/** Whether a test is one of those that are meant for a source file: the same folder's, as a rule. */
function isMeantFor(fileName) {
  const folder = /lib[\\/]patterns[\\/]([a-z-]+)[\\/]/.exec(fileName)?.[1] ?? '';
  const folders = (TRIED_IN[folder] ?? [folder]).map((one) => `tests/unit/patterns/${one}/`);
  return (file) => folders.some((one) => file.startsWith(one));
}

const strykerState = () => (globalThis.__stryker__ ??= {});

function run(test) {
  const start = performance.now();
  try {
    test.body();
    const timeSpentMs = performance.now() - start;
    return { id: test.id, name: test.id, fileName: test.file, status: TestStatus.Success, timeSpentMs };
  } catch (error) {
    return failed(test, error, performance.now() - start);
  }
}

/**
 * Runs tests until one fails. `limit` is in milliseconds of the processor: on a busy machine the clock runs on while
 * others work, and a mutant must not pass for killed because of that.
 */
function runGuarded(batch, results, limit) {
  const before = results.length;
  globalThis.__gatehouseRun__ = () => batch.every((test) => passes(test, results));
  for (let timeout = limit; ; timeout *= 2) {
    const started = process.cpuUsage();
    results.length = before;
    try {
      return guarded.runInThisContext({ timeout: Math.ceil(timeout) });
    } catch (error) {
      const { user, system } = process.cpuUsage(started);
      if (error?.code !== TIMED_OUT || (user + system) / 1000 >= limit) throw error;
    }
  }
}

/** Runs a test and keeps its result. */
function passes(test, results) {
  const result = run(test);
  results.push(result);
  return result.status === TestStatus.Success;
}

function failed(test, error, timeSpentMs) {
  return {
    id: test.id,
    name: test.id,
    fileName: test.file,
    status: TestStatus.Failed,
    failureMessage: String(error?.message ?? error).slice(0, 300),
    timeSpentMs,
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
