import { describe, expect, it } from 'vitest';
import { peelMarkup } from '../../../../lib/patterns/read/markup.ts';

const peel = (text: string): string => {
  const { start, end } = peelMarkup(text, 0, text.length);
  return text.slice(start, end);
};

describe('peelMarkup', () => {
  it.each([
    '"https://a.example.com/**"',
    "'https://a.example.com/**'",
    '`https://a.example.com/**`',
    '<https://a.example.com/**>',
    '(https://a.example.com/**)',
    '[https://a.example.com/**]',
    '\u201Chttps://a.example.com/**\u201D',
    '\u201Ehttps://a.example.com/**\u201C',
    '\u2018https://a.example.com/**\u2019',
    '\u00ABhttps://a.example.com/**\u00BB',
    '- https://a.example.com/**',
    '*  https://a.example.com/**',
    '+ https://a.example.com/**',
    '12. https://a.example.com/**',
    '3) https://a.example.com/**',
    '> https://a.example.com/**',
    '\u2022 https://a.example.com/**',
    '- "https://a.example.com/**",',
    '"https://a.example.com/**";',
    '- `<https://a.example.com/**>`',
    '[the tool](https://a.example.com/**)',
    '"https://a.example.com/**',
    'https://a.example.com/**"',
    '" https://a.example.com/** "',
  ])('%j', (text) => expect(peel(text)).toBe('https://a.example.com/**'));

  it.each([
    'https://a.example.com/**',
    "https://a.example.com/it's'",
    '[::1]',
    '[a-z]*.example.com]',
    '(a|b)',
    '<tenant>.example.com',
    '-https://a.example.com',
    '*.example.com',
    '1.example.com',
    '12345. x',
    '',
  ])('leaves %j as it is', (text) => expect(peel(text)).toBe(text));

  it('stops after four layers', () => expect(peel('""""""x""""""')).toBe('""x""'));
});
