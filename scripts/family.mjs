// `npm run family`: the import on every member of the family of consoles, each with an interruption; minutes long.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--config',
    'tests/e2e/vitest.config.ts',
    'tests/e2e/family',
    '--reporter=verbose',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, WHOLE_FAMILY: 'yes' } },
);
process.exitCode = status ?? 1;
