import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markText, SHOWN_LENGTH, visibleText } from '../../../../components/on-page/visible-text.ts';

test('what cannot be seen is spelled out', () => {
  expect(visibleText('a\u200bb\u202ec\n')).toBe('a‹U+200B›b‹U+202E›c‹U+000A›');
});

test('a long text is cut', () => {
  const shown = visibleText('x'.repeat(100_000));
  expect(shown).toBe(`${'x'.repeat(SHOWN_LENGTH)}…`);
});

test('a caret between two characters marks nothing', () => {
  expect(markText('https//a', 5, 5)).toEqual({ before: 'https', marked: '', after: '//a' });
});

test('marking loses nothing of a short printable text, whatever the offsets', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-ascii', maxLength: 50 }),
      fc.integer({ min: -5, max: 60 }),
      fc.integer({ min: -5, max: 60 }),
      (text, start, end) => {
        const { before, marked, after } = markText(text, start, end);
        expect(before + marked + after).toBe(text);
      },
    ),
  );
});

test('nothing shown is longer than the caps allow, nor direction-changing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.nat(2000), fc.nat(2000), (text, a, b) => {
      const parts = Object.values(markText(text, Math.min(a, b), Math.max(a, b)));
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(180 * 8 + 2);
        expect(part).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
      }
    }),
  );
});
