import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneEdit } from '../../../../lib/patterns/rules/edit.ts';
import { isConfusable, resembled, skeleton } from '../../../../lib/patterns/rules/lookalike.ts';
import { isSchemeTypo } from '../../../../lib/patterns/rules/scheme.ts';

/** Edits by trying them all: the slow way to the same answer. */
function edits(word: string, letters: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    for (const c of letters) found.add(word.slice(0, i) + c + word.slice(i));
    if (i === word.length) break;
    found.add(word.slice(0, i) + word.slice(i + 1));
    for (const c of letters) found.add(word.slice(0, i) + c + word.slice(i + 1));
    if (i + 1 < word.length) found.add(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  found.delete(word);
  return found;
}

describe('isOneEdit', () => {
  it('agrees with trying every edit', () => {
    const word = fc.stringMatching(/^[abc]{0,5}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneEdit(a, b)).toBe(edits(a, 'abc').has(b));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('skeleton', () => {
  it.each([
    ['claude', 'claude'],
    ['c1aude', 'claude'],
    ['cl\u0430ude', 'claude'],
    ['cl\u00E1ude', 'claude'],
    ['micr0soft', 'microsoft'],
    ['rnicrosoft', 'microsoft'],
    ['vvriter', 'writer'],
  ])('%s looks like %s', (name, alike) => expect(skeleton(name)).toBe(skeleton(alike)));
});

describe('isConfusable', () => {
  it.each([
    'cl\u0430ude',
    '\u0430\u0440\u0440\u04CF\u0435',
    'g\u03BFogle',
    '\u03BF',
    'p\u0430yp\u0430l',
    '\u0561a',
  ])('%s is', (label) => expect(isConfusable(label)).toBe(true));
  it.each([
    'b\u00FCcher',
    '\u043F\u0440\u0438\u043C\u0435\u0440',
    '\u65E5\u672C',
    'sony\u65E5\u672C',
    '\u03B5\u03BB\u03BB\u03AC\u03B4\u03B1',
    'abc',
    '123-4',
  ])('%s is not', (label) => expect(isConfusable(label)).toBe(false));
});

describe('resembled', () => {
  it.each([
    ['cluade.ai', 'cluade.ai', 'claude.ai'],
    ['app.cluade.ai', 'cluade.ai', 'claude.ai'],
    ['c1aude.ai', 'c1aude.ai', 'claude.ai'],
    ['app.wrlter.com', 'wrlter.com', 'app.writer.com'],
    ['chatgpt.co', 'chatgpt.co', 'chatgpt.com'],
  ])('%s resembles a supported name', (host, domain, target) => expect(resembled(host, domain)).toBe(target));

  it.each([
    ['claude.ai', 'claude.ai'],
    ['app.claude.ai', 'claude.ai'],
    ['us-east-2.quicksight.aws.amazon.com', 'amazon.com'],
    ['ww.canva.com', 'canva.com'],
    ['app.example.com', 'example.com'],
    ['cloud.example.ai', 'example.ai'],
  ])('%s does not', (host, domain) => expect(resembled(host, domain)).toBeUndefined());
});

describe('isSchemeTypo', () => {
  it.each(['htps', 'htpps', 'httpss', 'hxxps', 'hxxp', 'ttps', 'htp', 'shttp', 'httsp', 'nttps'])(
    '%s',
    (scheme) => expect(isSchemeTypo(scheme)).toBe(true),
  );
  it.each(['https', 'http', 'cursor', 'myapp', 'ht', 'hello'])('%s is none', (scheme) => {
    if (scheme !== 'https' && scheme !== 'http') expect(isSchemeTypo(scheme)).toBe(false);
  });
});
