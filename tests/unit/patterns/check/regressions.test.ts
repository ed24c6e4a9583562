import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';
import { compileHost, matchesGlob } from '../../../../lib/patterns/matcher/glob.ts';

/** What readers of the specification found to be wrong. */
const findingsOf = (text: string) => checkPattern(text).findings;
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

describe('an A-label', () => {
  it.each([
    ['https://app.exampxn--bcher-kvale.com/cb', []],
    ['https://app.xn--bcher-kva.com/cb', ['W111']],
  ])('is one only where a label starts so: %s', (text, rules) =>
    expect(findingsOf(text).map(({ rule }) => rule)).toEqual(rules),
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

describe('hosts of custom schemes are corrected as others are', () => {
  it.each([
    ['cursor://Any..Sphere/cb', 'E011', 'cursor://Any.Sphere/cb'],
    ['cursor://-X/cb', 'E011', 'cursor://X/cb'],
    ['cursor://a..1/cb', 'E011', 'cursor://a.1/cb'],
    ['cursor://a.b./cb', 'W212', 'cursor://a.b/cb'],
  ])('%j by %s to %j', (text, rule, fix) => expect(correctionsOf(text)[rule]).toBe(fix));
});

describe('a protocol with letters that may be missing is a bad scheme', () => {
  it.each([
    ['https?://app.example.com/**', 'https://app.example.com/**'],
    ['http[s]?://app.example.com/cb', 'https://app.example.com/cb'],
    ['http(s)?://localhost:3000/cb', 'http://localhost:3000/cb'],
    ['(http|https)?://app.example.com/cb', 'https://app.example.com/cb'],
    ['http*s?://app.example.com/cb', 'https://app.example.com/cb'],
    ['{http,https}?://app.example.com/cb', 'https://app.example.com/cb'],
    ['myapp?://x/cb', undefined],
  ])('%s', (text, fix) => {
    const found = findingsOf(text);
    expect(found.map(({ rule }) => rule)).toEqual(['E004', 'E017']);
    expect(found[0]?.fix).toBe(fix);
  });
  it.each(['app.example.com/cb?next=https://x.example.com', '?://app.example.com/cb', 'what?http://x.y/cb'])(
    'but not what holds an address in its query: %s',
    (text) => expect(Object.keys(correctionsOf(text))).not.toContain('E004'),
  );
});

describe('E010 names a host that the star opens', () => {
  it.each([
    ['*com', 'evil.com'],
    ['*.*com', 'evil.evil.com'],
    ['example.com*', 'example.com.evil.net'],
    ['example.*', 'example.evil.net'],
    ['example.c*m', 'example.c.evil.m'],
    ['*-x', 'evil.a-x'],
    ['example.com-*', 'example.com-a.evil.net'],
    ['app-*.x*', 'app-a.evil.x.evil.net'],
    ['**com', 'evil.com'],
  ])('%s: %s', (host, example) => {
    const [first] = findingsOf(`https://${host}/**`);
    expect([first?.rule, first?.params?.example]).toEqual(['E010', example]);
    expect(matchesGlob(compileHost(host), example)).toBe(true);
  });
});

describe('W226', () => {
  const saidOf = (text: string) => findingsOf(text).find(({ rule }) => rule === 'W226')?.message;
  it('says that stars may not match where one has to', () =>
    expect(saidOf('https://token.botframework.com/**')).toMatch(
      /^Some engines do not let stars match \.auth,/,
    ));
  it.each(['https://app.example.com/.auth/**', 'https://app.example.com/*/.auth'])(
    'says that stars would not do where the name is written out: %s',
    (text) => expect(saidOf(text)).toMatch(/^\.auth starts with a dot, .* keep it written out\.$/),
  );
  it('says nothing where there is no star', () =>
    expect(saidOf('https://app.example.com/.auth/cb')).toBeUndefined());
});

describe('W108', () => {
  const variantOf = (text: string) => findingsOf(text).find(({ rule }) => rule === 'W108')?.params?.variant;
  it.each([
    'https://www.make.com/oauth/cb',
    'https://oauth.n8n.cloud/oauth2/callback',
    'https://www.zendesk.com:*/cb',
  ])('takes nobody for a tenant of the vendor own host: %s', (text) =>
    expect(variantOf(text)).toBeUndefined(),
  );
  it.each(['https://acme.make.com/cb', 'https://acme.n8n.cloud/cb', 'https://www.acme.vercel.app/cb'])(
    'still does of others: %s',
    (text) => expect(variantOf(text)).toBe('tenant'),
  );
});

describe('letters beyond ASCII', () => {
  const braces = '{a,b}'.repeat(10);
  it('stay where A-labels would make the entry too long', () => {
    const { pattern } = checkPattern(`https://{\u0430b}${braces}.Example.com/**`);
    expect(pattern).toBe(`https://{\u0430b}${braces}.example.com/**`);
    expect(checkPattern(pattern ?? '').pattern).toBe(pattern);
  });
  it('become A-labels where there is room', () =>
    expect(checkPattern('https://{\u00fc,b}.example.com/**').pattern).toBe(
      'https://{xn--tda,b}.example.com/**',
    ));
});
