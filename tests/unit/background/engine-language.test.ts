import { expect, test, vi } from 'vitest';
import { patternEngine } from '../../../lib/background/engine.ts';

// A language that has sentences for two of the rules.
vi.mock('#messages', async (original) => {
  const english = await original<typeof import('../../../lib/words/english-messages.ts')>();
  const own: Record<string, string> = {
    rule_E016: 'Vor dem @ steht ein Name.',
    rule_W208: 'Jedes Mal ein neuer Port.',
  };
  return { ...english, getMessage: (key: string) => own[key] ?? english.getMessage(key) };
});

const reasonOf = (text: string, ...list: string[]) => patternEngine.explain(text, list, false).match.reason;

test('an address that nothing can allow and an entry that is read both ways are told in the language', () => {
  expect(reasonOf('http://localhost:80@evil.example/callback')).toBe('Vor dem @ steht ein Name.');
  expect(reasonOf('http://localhost:3000/cb', 'http://localhost/cb')).toBe('Jedes Mal ein neuer Port.');
});

test('where the language has no sentence for a rule, the engine’s own stands whole', () => {
  expect(reasonOf('https://a.example.net/cb#token')).toContain('browsers keep what follows to themselves');
  expect(reasonOf('http://localhost:3000/x', 'http://localhost/x/**')).toContain('read both ways');
});
