import { afterEach, describe, expect, test, vi } from 'vitest';

/** Plurals, numbers and times in the languages that consoles have, whatever their texts are. */

afterEach(() => {
  vi.doUnmock('#messages');
  vi.resetModules();
});

/** The words as a browser of this language has them; a text for each of its plurals, none for others. */
async function inLanguage(ui: string, tag = ui) {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const texts: Record<string, string> = { language: tag };
  for (const form of forms) texts[`options_records_${form}`] = `{count} ${form}`;
  vi.resetModules();
  vi.doMock('#messages', () => ({ getMessage: (key: string) => texts[key] ?? '', uiLanguage: () => ui }));
  const [{ plural }, figures, { language }] = await Promise.all([
    import('../../../lib/words/say.ts'),
    import('../../../lib/words/figures.ts'),
    import('../../../lib/words/language.ts'),
  ]);
  return { plural, language, forms, ...figures };
}

describe.each([
  ['de', '12.345', '45 %', 'vor 3 Stunden'],
  ['fr', '12 345', '45 %', 'il y a 3 heures'],
  ['es', '12.345', '45 %', 'hace 3 horas'],
  ['pt-BR', '12.345', '45%', 'há 3 horas'],
  ['ja', '12,345', '45%', '3 時間前'],
])('%s', (tag, number, percent, age) => {
  // Which kind of space stands there differs between versions of the data.
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test('writes numbers, shares and ages as it does', async () => {
    const { figure, share, ageInWords } = await inLanguage(tag);
    expect([figure(12_345), share(0.45), ageInWords(0, 3 * 3_600_000)].map(plain)).toEqual([
      number,
      percent,
      age,
    ]);
  });

  test('writes days as it does', async () => {
    const { moment } = await inLanguage(tag);
    const time = Date.UTC(2026, 2, 1, 12);
    const wanted = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
    expect(moment(time, 'minute')).toBe(wanted);
  });

  test('takes the form that its own rules name for each number', async () => {
    const { plural, forms, figure } = await inLanguage(tag);
    const rules = new Intl.PluralRules(tag);
    const used = new Set<string>();
    for (const count of [0, 1, 2, 5, 11, 21, 100, 1_000_000, 2_000_000]) {
      const form = rules.select(count);
      used.add(form);
      expect(plural('options_records', count)).toBe(`${figure(count)} ${form}`);
    }
    expect([...used].sort()).toEqual([...forms].sort());
  });
});

test('a region of the browser keeps its dates, and another language than the texts takes theirs', async () => {
  expect((await inLanguage('de-CH', 'de')).language()).toBe('de-CH');
  expect((await inLanguage('pl', 'en')).language()).toBe('en');
});
