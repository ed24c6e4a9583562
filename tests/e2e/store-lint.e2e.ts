/** What addons.mozilla.org holds against the Firefox build when it is uploaded: `web-ext lint`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ensureBuilt } from '../support/built.ts';

const run = promisify(execFile);
/** Warnings that were looked at and may stay, by their code and file. There is none. */
const KNOWN: readonly string[] = [];

interface Report {
  summary: { errors: number; notices: number; warnings: number };
  errors: Remark[];
  warnings: Remark[];
}
interface Remark {
  code: string;
  file?: string;
}

test('finds no error and no new warning', async () => {
  const folder = await ensureBuilt('firefox');
  const lint = ['node_modules/web-ext/bin/web-ext.js', 'lint', '--output', 'json', '--no-config-discovery'];
  // It ends with 1 where it finds an error, and says which all the same.
  const { stdout } = await run(process.execPath, [...lint, '--source-dir', folder]).catch(
    (error: { stdout: string }) => error,
  );
  const { summary, errors, warnings } = JSON.parse(stdout) as Report;
  const names = (remarks: Remark[]) => remarks.map(({ code, file = '' }) => `${code} ${file}`.trim());
  expect(names(errors)).toEqual([]);
  expect(names(warnings).filter((name) => !KNOWN.includes(name))).toEqual([]);
  expect(summary.errors).toBe(0);
}, 180_000);
