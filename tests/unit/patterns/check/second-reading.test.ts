import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';

/** What a second reader of the specification found. */
const correctionsOf = (text: string) =>
  Object.fromEntries(checkPattern(text).findings.map(({ rule, fix }) => [rule, fix]));

describe('a correction', () => {
  it.each([
    'https://a.example.com/cb, b.example.com/cb',
    'https://a.example.com/cb ; b.example.com/cb',
    'https://a.example.com/cb / b.example.com/cb',
    'app. https://claude.ai/**',
    'https://app.example.com/cb.\nPlease',
  ])('does not join what white space keeps apart: %j', (text) =>
    expect(correctionsOf(text)).toEqual({ E020: undefined }),
  );
  it.each([
    ['https://{a, b}.example.com/cb', 'E020', 'https://{a,b}.example.com/cb'],
    ['https://app. example.com/cb', 'E020', 'https://app.example.com/cb'],
    ['https ://app.example.com/cb', 'E020', 'https://app.example.com/cb'],
    ['https://my\u2011company.com/cb', 'E011', 'https://my-company.com/cb'],
    ['https://app.example.com/a%2f..%2fb', 'E025', 'https://app.example.com/b'],
    ['https://app.example.com/%2e%2e%2fcb', 'E025', 'https://app.example.com/cb'],
    ['**https://app.example.com/cb**', 'E032', 'https://app.example.com/cb'],
    ['*https://app.example.com/oauth*', 'E032', 'https://app.example.com/oauth'],
    ['* ~~https://app.example.com/cb~~', 'E032', 'https://app.example.com/cb'],
    ['https://acme.resolvee.ai/cb', 'W113', 'https://acme.resolve.ai/cb'],
    ['https://abc.apps.dynatrac.com/cb', 'W113', 'https://abc.apps.dynatrace.com/cb'],
  ])('of %j by %s is %j', (text, rule, fix) => expect(correctionsOf(text)[rule]).toBe(fix));
  it.each(['https::/app.example.com/cb', 'https://app.*/**', 'https://*co.uk/cb'])(
    'of %j is not offered where it ends in another error',
    (text) => expect(Object.values(correctionsOf(text)).filter((fix) => fix !== undefined)).toEqual([]),
  );
});

describe('names that pass for others', () => {
  it.each([
    ['https://app\u2013x.example.com/cb', 'https://app-x.example.com/cb'],
    ['https://app\u2212x.example.com/cb', 'https://app-x.example.com/cb'],
    ['https://claude.ai\u2215api\u2215mcp.evil.example.com/**', undefined],
    ['https://vscode.dev\u2044redirect.evil.example.com/**', undefined],
  ])('%j is told by W112', (text, fix) => {
    const found = correctionsOf(text);
    expect(Object.keys(found)).toContain('W112');
    expect(found.W112).toBe(fix);
  });
});

describe('what is not said', () => {
  it.each(['https://databricks.com/cb', 'https://azuredatabricks.net/cb'])(
    'that %s is on the supported list, which has it with a star only',
    (text) =>
      expect(
        checkPattern(text)
          .findings.map(({ message }) => message)
          .join(),
      ).not.toContain('supported list'),
  );
  it('that a port is missing where a second protocol begins', () => {
    expect(Object.keys(correctionsOf('https://http://app.example.com/cb'))).not.toContain('E014');
    expect(Object.keys(correctionsOf('https://app.example.com:/cb'))).toContain('E014');
  });
});
