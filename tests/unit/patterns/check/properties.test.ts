import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPattern,
  compareCoverage,
  createMatcher,
  gradePattern,
  readPattern,
} from '../../../../lib/patterns/index.ts';
import { toUnicodeHost } from '../../../../lib/patterns/read/idn.ts';
import { anyEntry, webHost } from './arbitraries.ts';

describe('checkPattern', () => {
  it('answers any string, with positions inside it and sorted findings', () => {
    fc.assert(
      fc.property(anyEntry, (text) => {
        const { level, pattern, findings } = checkPattern(text);
        expect(pattern === undefined).toBe(level === 'error');
        const rank = { error: 0, warn: 3, info: 6 };
        const severity = { high: 0, medium: 1, low: 2 };
        let before = 0;
        for (const finding of findings) {
          expect(finding.start).toBeGreaterThanOrEqual(0);
          expect(finding.end).toBeGreaterThanOrEqual(finding.start);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          expect(finding.message).not.toMatch(/\{[a-z]+\}$|undefined/);
          const here = rank[finding.level] + severity[finding.severity];
          expect(here).toBeGreaterThanOrEqual(before);
          before = here;
        }
        const worst = findings[0]?.level;
        expect(level).toBe(worst === 'error' || worst === 'warn' ? worst : 'ok');
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to what gradePattern says without a word', () => {
    fc.assert(
      fc.property(anyEntry, fc.boolean(), (text, supportedAllowed) => {
        const { findings, pattern } = checkPattern(text, { supportedAllowed });
        const { level = 'ok', severity } = findings[0] ?? {};
        expect(gradePattern(text, { supportedAllowed })).toEqual({
          level,
          ...(severity && { severity }),
          ...(pattern !== undefined && { pattern }),
        });
      }),
      { numRuns: 4000 },
    );
  });

  it('normalises its own result to itself', () => {
    fc.assert(
      fc.property(anyEntry, (text) => {
        const { pattern } = checkPattern(text);
        if (pattern === undefined) return;
        expect(checkPattern(pattern).pattern).toBe(pattern);
        expect(readPattern(pattern)?.alternatives).toEqual(readPattern(text)?.alternatives);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with readPattern on what is valid', () => {
    fc.assert(
      fc.property(anyEntry, (text) => {
        const verdict = checkPattern(text);
        const model = readPattern(text);
        expect(model === undefined).toBe(verdict.level === 'error');
        expect(model?.normalised).toBe(verdict.pattern);
      }),
      { numRuns: 2000 },
    );
  });

  it('offers only corrections that remove what they correct', () => {
    fc.assert(
      fc.property(anyEntry, (text) => {
        for (const { rule, fix } of checkPattern(text).findings) {
          if (fix === undefined) continue;
          expect(fix).not.toBe(text);
          expect(checkPattern(fix).findings.map((finding) => finding.rule)).not.toContain(rule);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

/** Corrections that allow more than the entry did, and what their message says about it. */
const WIDENING: Readonly<Record<string, RegExp>> = {
  W201: /every path of/,
  W202: /\/\*\* for every path/,
  W203: /\/\*\* would allow everything below/,
  W208: /for any port/,
};

describe('corrections', () => {
  it('allow no more than the entry did, unless the message says so', () => {
    fc.assert(
      fc.property(anyEntry, (text) => {
        for (const { level, rule, fix, message } of checkPattern(text).findings) {
          if (level === 'error' || fix === undefined) continue;
          const relation = compareCoverage(text, fix);
          if (relation === 'subset')
            expect([rule, message]).toEqual([rule, expect.stringMatching(WIDENING[rule] ?? /^$/)]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('equivalent spellings', () => {
  it('reads upper and lower case hosts and schemes the same', () => {
    fc.assert(
      fc.property(webHost, (host) => {
        const entry = `https://${host}/Path/**`;
        const upper = `HTTPS://${host.toUpperCase()}/Path/**`;
        expect(readPattern(upper)).toEqual(readPattern(entry));
      }),
    );
  });

  it('reads an explicit default port as none', () => {
    fc.assert(
      fc.property(webHost, (host) => {
        expect(readPattern(`https://${host}:443/cb`)).toEqual(readPattern(`https://${host}/cb`));
      }),
    );
  });

  it('reads U-labels and A-labels the same, in every answer', () => {
    const letters = [
      /^[a-zà-öø-ÿ]{1,10}$/,
      /^[а-я]{1,10}$/,
      /^[α-ωά]{1,8}$/,
      /^[一-十日本語]{1,6}$/,
      /^[ぁ-ん]{1,6}$/,
    ];
    const label = fc.oneof(...letters.map((expression) => fc.stringMatching(expression)));
    fc.assert(
      fc.property(label, webHost, (word, host) => {
        const ascii = new URL(`https://${word}.example`).hostname.split('.')[0] ?? '';
        // What the platform writes otherwise (ς, combining letters) is another name.
        fc.pre(toUnicodeHost(ascii) === word);
        const unicode = `https://${word}.${host}/**`;
        const other = `https://${ascii}.${host}/**`;
        expect(readPattern(unicode)).toEqual(readPattern(other));
        const [one, two] = [checkPattern(unicode), checkPattern(other)];
        expect([one.level, one.pattern]).toEqual([two.level, two.pattern]);
        expect(one.findings.map(({ rule }) => rule)).toEqual(two.findings.map(({ rule }) => rule));
        expect(compareCoverage(unicode, other)).toBe(one.level === 'error' ? 'unknown' : 'equal');
        const address = (name: string) => `https://${name}.${host}/cb`;
        const answers = [unicode, other].flatMap((entry) => {
          const matcher = createMatcher([entry]);
          return [word, ascii].map((name) => matcher.match(address(name)).allowed);
        });
        expect(new Set(answers).size).toBe(1);
      }),
    );
  });

  it.each([
    ['bücher.example.com', 'xn--bcher-kva.example.com'],
    ['BÜCHER.example.com', 'xn--bcher-kva.example.com'],
    ['app.faß.de', 'app.xn--fa-hia.de'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['日本語.jp', 'xn--wgv71a119e.jp'],
    ['*.mañana.com', '*.xn--maana-pta.com'],
    ['bu\u0308cher.de', 'xn--bcher-kva.de'],
  ])('reads %s as %s', (unicode, ascii) => {
    const model = readPattern(`https://${unicode}/**`);
    expect(model).toBeDefined();
    expect(model).toEqual(readPattern(`https://${ascii}/**`));
    expect(model?.normalised).toBe(`https://${ascii}/**`);
  });
});
