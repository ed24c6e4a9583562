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
    ['r1sk', 'rlsk'],
    ['\u0430\u03B1', 'aa'],
    ['\u0441\u03F2\u0501', 'ccd'],
    ['\u0435\u04BD\u0261\u04BB', 'eegh'],
    ['\u0456\u0131\u0269\u03B9', 'iiii'],
    ['\u0458\u03F3\u04CF\u0578', 'jjln'],
    ['\u043E\u03BF\u0585\u0440\u03C1', 'ooopp'],
    ['\u051B\u0455\u03C5\u057D', 'qsuu'],
    ['\u0475\u03BD\u051D\u0445', 'vvwx'],
    ['\u0443\u03B3', 'yy'],
  ])('%s looks like %s', (name, alike) => expect(skeleton(name)).toBe(skeleton(alike)));

  it.each([
    ['claude', 'claude'],
    ['0l1', 'oll'],
    ['barn', 'bam'],
    ['rn', 'm'],
    ['nr', 'nr'],
    ['vv', 'w'],
    ['v', 'v'],
    ['vnv', 'vnv'],
    ['nn', 'nn'],
    ['\u0433', '\u0433'],
    ['\u007F', '\u007F'],
  ])('%j is folded to %j', (name, folded) => expect(skeleton(name)).toBe(folded));
});

describe('isConfusable', () => {
  it.each([
    'cl\u0430ude',
    '\u0430\u0440\u0440\u04CF\u0435',
    'g\u03BFogle',
    '\u03BF',
    'p\u0430yp\u0430l',
    '\u0561a',
    '\u0430-1',
    '\u0430\u65E5',
    'a\u0430\u65E5',
    '\u05D0a',
    '\u0627a',
    '\u13A0a',
    '\u10D0a',
    '\u0E01a',
    '\u0905a',
  ])('%s is', (label) => expect(isConfusable(label)).toBe(true));
  it.each([
    'b\u00FCcher',
    '\u043F\u0440\u0438\u043C\u0435\u0440',
    '\u65E5\u672C',
    'sony\u65E5\u672C',
    '\u03B5\u03BB\u03BB\u03AC\u03B4\u03B1',
    'abc',
    '123-4',
    'a1',
    '1\u0436',
    '\u0430\u0436',
    '\u0436\u0430',
  ])('%s is not', (label) => expect(isConfusable(label)).toBe(false));
});

describe('resembled', () => {
  it.each([
    ['cluade.ai', 'cluade.ai', 'claude.ai'],
    ['app.cluade.ai', 'cluade.ai', 'claude.ai'],
    ['c1aude.ai', 'c1aude.ai', 'claude.ai'],
    ['app.wrlter.com', 'wrlter.com', 'app.writer.com'],
    ['chatgpt.co', 'chatgpt.co', 'chatgpt.com'],
    [undefined, 'cluade.ai', 'claude.ai'],
    ['claude.a1', undefined, 'claude.ai'],
    ['xlaude.ai', 'xlaude.ai', 'claude.ai'],
    ['claude.aj', 'claude.aj', 'claude.ai'],
    ['dynatracc.com', 'dynatracc.com', 'dynatrace.com'],
  ] as const)('%s resembles a supported name', (host, domain, target) =>
    expect(resembled(host, domain)).toBe(target),
  );

  it.each([
    ['claude.ai', 'claude.ai'],
    ['app.claude.ai', 'claude.ai'],
    ['us-east-2.quicksight.aws.amazon.com', 'amazon.com'],
    ['ww.canva.com', 'canva.com'],
    ['app.example.com', 'example.com'],
    ['cloud.example.ai', 'example.ai'],
    [undefined, undefined],
    [undefined, 'example.com'],
    ['cluade.ao', 'cluade.ao'],
    ['xlaude.aj', 'xlaude.aj'],
  ] as const)('%s does not', (host, domain) => expect(resembled(host, domain)).toBeUndefined());
});

describe('isSchemeTypo', () => {
  it.each(['htps', 'htpps', 'httpss', 'hxxps', 'hxxp', 'ttps', 'htp', 'shttp', 'httsp', 'nttps'])(
    '%s',
    (scheme) => expect(isSchemeTypo(scheme)).toBe(true),
  );
  it.each(['cursor', 'myapp', 'ht', 'hello', 'hxxpx', 'htttpss'])('%s is none', (scheme) =>
    expect(isSchemeTypo(scheme)).toBe(false),
  );
});

describe('a host that looks like a supported one by several letters', () => {
  it.each([
    ['app.vvriter.com', 'app.writer.com'],
    ['1ovab1e.dev', 'lovable.dev'],
    ['0auth.pstmn.i0', 'oauth.pstmn.io'],
    ['integrations.z00rn.us', 'integrations.zoom.us'],
    ['claude.corn', 'claude.com'],
    ['c1aude.c0rn', 'claude.com'],
    ['\u0441l\u0430ude.ai', 'claude.ai'],
    ['\u0441h\u0430tgpt.com', 'chatgpt.com'],
  ])('%s is told from %s', (host, target) => expect(resembled(host, undefined)).toBe(target));
  it.each([
    'lovable.example',
    'app.waiver.com',
    '1ovab1e.dex',
    'oauth.postman.io',
    'z00rn.us',
    'claudia.com',
  ])('%s looks like none', (host) => expect(resembled(host, undefined)).toBeUndefined());
});
