/**
 * The texts as the browser has them: `public/_locales/<language>/messages.json`, with English where a language lacks a
 * text. This stands in every bundle, so that no bundle carries a text. See `imports` in package.json.
 */
interface I18n {
  getMessage(key: string): string;
  getUILanguage(): string;
}

function i18n(): I18n | undefined {
  const { browser, chrome } = globalThis as { browser?: { i18n?: I18n }; chrome?: { i18n?: I18n } };
  // Where there is no `browser`, an element of the page with that id stands in its place.
  return typeof browser?.i18n?.getMessage === 'function' ? browser.i18n : chrome?.i18n;
}

/** One text with its placeholders; empty when there is none, and in a page that was open while we were updated. */
export function getMessage(key: string): string {
  try {
    return i18n()?.getMessage(key) ?? '';
  } catch {
    return '';
  }
}

/** The language of the browser, for example `de-CH`. */
export function uiLanguage(): string {
  try {
    return i18n()?.getUILanguage() ?? 'en';
  } catch {
    return 'en';
  }
}
