import { expect, it } from 'vitest';
import { patternEngine } from '../../../lib/background/engine.ts';

it('judges an entry, alone and against its list', () => {
  expect(patternEngine.check('https://*.com/**', {}).level).toBe('error');
  const entry = 'https://app.example.org/cb';
  expect(patternEngine.check(entry, { existing: [] }).findings).toEqual([]);
  expect(patternEngine.check(entry, { existing: [entry] }).findings[0]?.rule).toBe('R301');
});

it('judges a list, one verdict an entry', () => {
  const entry = 'https://app.example.org/cb';
  const verdicts = patternEngine.checkList([entry, 'nonsense', entry], {});
  expect(verdicts.map(({ level }) => level === 'error')).toEqual([false, true, false]);
  expect(verdicts[2]?.findings.map(({ rule }) => rule)).toContain('R301');
});

it('explains a refusal out of a whole message', () => {
  const text = 'Your organization admin must authorize access from https://app.example.org/cb to this site';
  const { redirectUri, match, suggestions } = patternEngine.explain(text, [], true);
  expect(redirectUri).toBe('https://app.example.org/cb');
  expect(match.allowed).toBe('no');
  expect(suggestions[0]).toBe('https://app.example.org/cb');
});
