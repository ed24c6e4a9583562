import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPattern } from '../../../lib/patterns/index.ts';
import { door } from '../../../lib/words/door.ts';
import { inOwnWords } from '../../../lib/words/findings.ts';
import { maybeSay, plural, say } from '../../../lib/words/say.ts';
import { fill } from '../../../lib/words/written.ts';

test('says a text with its values, numbers as the language writes them', () => {
  expect(say('import_file_line', { line: 12_345 })).toBe('Line 12,345');
  expect(plural('options_records', 1)).toBe('1 record');
  expect(plural('options_records', 20_000)).toBe('20,000 records');
});

test('a door says what stands behind it when it is read', () => {
  const panel = door('import_panel', { twice: (n: number) => 2 * n });
  expect([panel.title, panel.twice(2)]).toEqual(['Import trusted domains', 4]);
});

test('a text that no language has is not made up', () => {
  expect(maybeSay('rule_E999')).toBeUndefined();
  expect(maybeSay('constructor')).toBeUndefined();
});

test('what comes with a value is never read as a placeholder again', () => {
  fc.assert(
    fc.property(fc.string(), (hostile) => {
      const values: Record<string, string> = { a: hostile, b: 'B' };
      expect(fill('{a}|{b}|{c}', (name) => values[name])).toBe(`${hostile}|B|{c}`);
    }),
  );
});

test('an English finding says what the engine says', () => {
  const verdict = checkPattern('https://claude.ai/cb?x=1');
  expect(verdict.findings.length).toBeGreaterThan(0);
  expect(inOwnWords(verdict)).toEqual(verdict);
});
