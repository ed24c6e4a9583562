import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';
import { analyse, MAX_LENGTH } from '../../../../lib/patterns/read/analysis.ts';
import { ERRORS } from '../../../../lib/patterns/rules/errors.ts';
import { REMARKS, RULES } from '../../../../lib/patterns/rules/index.ts';
import { needsMetBy, RuleChoice } from '../../../../lib/patterns/rules/needs.ts';
import { ALONE, type Need } from '../../../../lib/patterns/rules/rule.ts';
import { readTable } from '../check/table.ts';

/** The catalogue in its own order. W222 is a matcher's reason only; R309 and R311 are about a list as a whole. */
const CATALOGUE = {
  first: 'E021 E020 E030 E019 E031 E032 E033 E002 E003 E016',
  errors:
    'E010 E012 E013 E005 E007 E025 E001 E004 E006 E008 E009 E011 E014 E015 E017 E018 E022 E023 E024 E026 E027 E028',
  high: 'W101 W112 W113 W114',
  medium:
    'W102 W103 W104 W105 W106 W107 W109 W110 W229 W201 W202 W203 W206 W207 W208 W212 W214 W215 W216 W219 W224 R301 R302 R303 R307',
  low: 'W111 W204 W211 W213 W217 W220 W221 W223 W227 W218 W228',
  info: 'W108 W230 W205 W210 W226 W209 W225 R304 R305 R306 R308 R310',
};

const ids = (text: string): string[] => text.split(' ');

describe('the rule table', () => {
  it('reports errors in the order of the catalogue', () => {
    expect(ERRORS.map((rule) => rule.id)).toEqual(ids(`${CATALOGUE.first} ${CATALOGUE.errors}`));
  });

  it('reports the rest by severity, then in the order of the catalogue', () => {
    const { high, medium, low, info } = CATALOGUE;
    expect(REMARKS.map((rule) => rule.id)).toEqual(ids(`${high} ${medium} ${low} ${info}`));
  });

  it.each(RULES)('$id has a title, a message and a public reason', (rule) => {
    expect(rule.title).toMatch(/^[A-Zh].{3,60}$/);
    expect(new URL(rule.link).protocol).toBe('https:');
    const messages = typeof rule.message === 'string' ? [rule.message] : Object.values(rule.message);
    for (const message of messages) expect(message).toMatch(/[.?]$/);
    if (rule.level === 'error') expect(rule.severity).toBe('high');
    if (rule.level === 'info') expect(rule.severity).toBe('low');
  });

  it('misses nothing where rules are passed over that the entry has nothing for', () => {
    const needing = (need: Need) => RULES.filter((rule) => rule.needs === need).map((rule) => rule.id);
    expect(needing('odd')).toEqual(ids('E021 E020 E030 E019 E032 E033 E016 E017 E018 E026 E028 W220 W223'));
    expect(needing('star')).toEqual(ids('E010 E012 E013 W101 W104 W105 W106 W107 W210'));
    expect(needing('colon')).toEqual(ids('E031 E014 E015 W109 W213 W217'));
    expect(needing('foreign')).toEqual(ids('E002 E003 E005 E001 E004 E006 W102 W103 W216'));
    expect(needing('brace')).toEqual(ids('E022 E023 E027 W229 W218 W219 W228'));
    expect(needing('unusual')).toEqual(ids('E008 E011 W112 W111 W110 W211 W212 W227'));
    expect(needing('local')).toEqual(ids('E007 W207 W208 W209'));
    expect(needing('stars')).toEqual(ids('E024 W230 W203 W206 W205 W226'));
    expect(needing('slashes')).toEqual(ids('W201 W202 W204 W221'));
    expect(needing('dots')).toEqual(ids('E025'));
    expect(needing('listed')).toEqual(ids('W114 W225 W214 W224'));
    const choice = new RuleChoice(RULES);
    const rows = ['validate.tsv', 'more-validate.tsv', 'edge-validate.tsv'].flatMap(readTable);
    const some = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('https://', 'https://*.', 'http://', 'cursor://', 'https://{a,b}.'),
          fc.constantFrom(
            'databricks.com',
            'x.ngrok.io',
            'atlassian.net',
            'a.lan',
            'vscode.dev',
            'cursor.mcp',
            'home.arpa',
          ),
          fc.stringMatching(/^[.:*/]{0,3}$/),
        )
        .map((parts) => parts.join('')),
      fc.stringMatching(/^[A-Za-z0-9._~/:*{},-]{0,30}$/),
      fc.stringMatching(
        /^https?:\/\/[a-z0-9A.*_-]{0,9}(localhost|127\.0\.0\.1|\.com)?(:[\d*]{0,2})?[a/.*{},:-]{0,9}$/,
      ),
      fc.constantFrom(...rows).map(({ pattern }) => pattern),
      fc.constantFrom(...rows).map(({ pattern }) => pattern.replace(/[^A-Za-z0-9._~/:*{},-]/g, '')),
    );
    fc.assert(
      fc.property(some, (text) => {
        const a = analyse(text);
        fc.pre(a.end - a.start <= MAX_LENGTH);
        const all = RULES.filter((rule) => rule.check(a, ALONE)).map((rule) => rule.id);
        const asked = choice.for(needsMetBy(a));
        expect(asked.first(a, ALONE)?.id).toBe(all[0]);
        expect(asked.rules.filter((rule) => rule.check(a, ALONE)).map((rule) => rule.id)).toEqual(all);
      }),
      { numRuns: 6000 },
    );
  });

  it('is exercised by the tables of verdicts, wholly but for the list rules', () => {
    const rows = ['validate.tsv', 'more-validate.tsv', 'edge-validate.tsv'].flatMap(readTable);
    const found = new Set(
      rows.flatMap(({ pattern }) => checkPattern(pattern).findings.map((finding) => finding.rule)),
    );
    const missing = RULES.map((rule) => rule.id).filter((id) => !id.startsWith('R') && !found.has(id));
    expect(missing).toEqual([]);
  });

  it('fills in every placeholder of a message', () => {
    for (const { pattern } of ['validate.tsv', 'more-validate.tsv', 'edge-validate.tsv'].flatMap(readTable)) {
      for (const { rule, message, params } of checkPattern(pattern).findings) {
        const template = RULES.find((one) => one.id === rule)?.message ?? '';
        const text =
          typeof template === 'string'
            ? template
            : (template[String(params?.variant ?? Object.keys(template)[0])] ?? '');
        expect([rule, params?.variant, text]).not.toEqual([rule, params?.variant, '']);
        for (const [, name = ''] of text.matchAll(/\{([a-z]+)\}/g)) expect(params).toHaveProperty(name);
        expect(message.length).toBeLessThan(500);
      }
    }
  });
});

describe('messages', () => {
  it.each([
    ['https://*example.com/**', 'Also matches evilexample.com, which anyone can buy.'],
    ['https://me@app.example.com/**', /the host that would be allowed is app\.example\.com/],
    ['https://cluade.ai/**', /did you mean claude\.ai\?/],
    ['https://app.example.com/a/../b', /ask for \/b instead/],
    ['https://app.example.com/**\u200B', /U\+200B, at position 27/],
    ['https://{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}.example.com/**', /2048 addresses/],
    ['https://b\u00FCcher.com/cb', /b\u00FCcher\.com is kept as xn--bcher-kva\.com/],
    ['https://app{1..3}.example.com/cb', /\{1\.\.3\} is read as \{1,2,3\}/],
    ['https://app-.example.com/**', /The label app- starts or ends with a hyphen/],
    ['https://256.1.1.1/**', /256\.1\.1\.1 looks like an IP address/],
    ['https://*.databricks.com/**', /^databricks\.com is on Atlassian's supported list, but all customers/],
    ['http://app.example.com/**', /Sign-in codes for app\.example\.com would travel unencrypted/],
  ])('says of %j what is wrong with it', (entry, message) => {
    const [first] = checkPattern(entry).findings;
    if (typeof message === 'string') expect(first?.message).toBe(message);
    else expect(first?.message).toMatch(message);
  });

  it('never shows invisible characters of the entry as they are', () => {
    const entry = 'https://\u202Eevil\u200B\u0000@x.example.com/{..\u2066}/cb';
    for (const { message } of checkPattern(entry).findings) {
      expect(message).not.toMatch(/[\u0000-\u001F\u200B-\u200F\u202A-\u202E\u2060-\u206F]/);
    }
  });

  it('cuts long names short', () => {
    const [first] = checkPattern(`http://${'long-label.'.repeat(22)}example.com/**`).findings;
    expect(first?.rule).toBe('E007');
    expect(first?.message).toContain('…');
    expect(first?.message.length).toBeLessThan(250);
  });
});

describe('W108', () => {
  it.each([
    ['https://*.databricks.com/**', 'supported'],
    ['https://global.consent.azure-apim.net/redirect', 'supported'],
    ['https://acme.vercel.app/cb', 'tenant'],
    ['https://*.example.com/cb', 'wide'],
    ['https://*.acme.vercel.app/cb', 'wide'],
    ['https://app.example.com/cb', undefined],
    ['https://app.databricks.com/cb', undefined],
    ['https://vercel.app/cb', undefined],
  ])('%s: %s', (entry, variant) => {
    const { findings } = checkPattern(entry, { supportedAllowed: false });
    expect(findings.find((finding) => finding.rule === 'W108')?.params?.variant).toBe(variant);
  });
});
