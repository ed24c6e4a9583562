import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toALabel, toULabel, toUnicodeHost } from '../../../../lib/patterns/read/idn.ts';

const LABELS = [
  ['b\u00FCcher', 'xn--bcher-kva'],
  ['fa\u00DF', 'xn--fa-hia'],
  ['\u65E5\u672C\u8A9E', 'xn--wgv71a119e'],
  ['\u043F\u0440\u0438\u043C\u0435\u0440', 'xn--e1afmkfd'],
  ['\u{1F600}', 'xn--e28h'],
  ['ma\u00F1ana', 'xn--maana-pta'],
] as const;

describe('labels', () => {
  it.each(LABELS)('%s is %s, both ways', (unicode, ascii) => {
    expect(toALabel(unicode)).toBe(ascii);
    expect(toULabel(ascii)).toBe(unicode);
  });

  it.each([
    '\uFF45xample',
    'a\uFE0Fb',
    '\u2460',
    'a\u3002b',
    'b\u00FC*',
    "b\u00FC'",
    'b\u00FC.x',
    '\uFB01x',
    '\u0300',
  ])('refuses %j', (label) => expect(toALabel(label)).toBeUndefined());

  it.each(['xn--', 'xn--a', 'xn--abc', 'xn---', 'xn--bcher-kv!', 'xn--99999999', 'xn--zzzzzzzzzzzzzzzzzzzz'])(
    'knows %s for no label',
    (label) => expect(toULabel(label)).toBeUndefined(),
  );

  // The first beyond Unicode, both ends of the surrogates, and what no number of 32 bits holds.
  it.each(['xn--en32g', 'xn--ib9b', 'xn--zy0c', 'xn--8016146o', 'xn--99999999999999999999a'])(
    'decodes %s to no character',
    (label) => expect(toULabel(label)).toBeUndefined(),
  );

  it('decodes what the platform encodes', () => {
    const letters = fc.stringMatching(/^[a-z\u00E0-\u00F6\u0430-\u044F\u4E00-\u4E40]{1,12}$/);
    fc.assert(
      fc.property(letters, (label) => {
        const ascii = toALabel(label);
        if (/^[a-z]*$/.test(label)) expect(ascii).toBeUndefined();
        else if (ascii !== undefined) expect(toULabel(ascii)).toBe(label);
      }),
      { numRuns: 500 },
    );
  });

  it('shows hosts', () => {
    expect(toUnicodeHost('app.xn--bcher-kva.example.com')).toBe('app.b\u00FCcher.example.com');
    expect(toUnicodeHost('xn--a.example.com')).toBe('xn--a.example.com');
    expect(toUnicodeHost('*.example.com')).toBe('*.example.com');
  });
});
