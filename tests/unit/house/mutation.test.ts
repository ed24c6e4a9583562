import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expect as harness } from '../../mutation/harness.mjs';

const FOLDER = 'tests/unit/patterns';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.test.ts'),
);

// An assertion that the harness lacks would fail `npm run mutation` before its first mutant, and nothing else.
describe('the harness of mutation testing', () => {
  it('knows every assertion of the tests of the engine', () => {
    const used = files.flatMap((file) =>
      [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/\)\s*\.(?:not\.)?(to[A-Z]\w*)\(/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in String.prototype) && !(name in Array.prototype)),
    );
    expect(used).toContain('toEqual');
    expect([...new Set(used)].filter((name) => !(name in harness(0)))).toEqual([]);
  });
});
