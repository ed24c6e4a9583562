import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';
import { compileHost, matchesGlob } from '../../../../lib/patterns/matcher/glob.ts';

/** What the readings of the specification had left over. */
const findingsOf = (text: string) => checkPattern(text).findings;
const fixesOf = (text: string) => Object.fromEntries(findingsOf(text).map(({ rule, fix }) => [rule, fix]));

describe('hosts of custom schemes are corrected as others are', () => {
  it.each([
    ['cursor://Any..Sphere/cb', 'E011', 'cursor://Any.Sphere/cb'],
    ['cursor://-X/cb', 'E011', 'cursor://X/cb'],
    ['cursor://a..1/cb', 'E011', 'cursor://a.1/cb'],
    ['cursor://a.b./cb', 'W212', 'cursor://a.b/cb'],
  ])('%j by %s to %j', (text, rule, fix) => expect(fixesOf(text)[rule]).toBe(fix));
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
    (text) => expect(Object.keys(fixesOf(text))).not.toContain('E004'),
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
