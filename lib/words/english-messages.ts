import english from '../../public/_locales/en/messages.json' with { type: 'json' };

/** The English texts from their file, for Node: unit tests, the gallery and benches. No bundle carries this. */
const texts: Readonly<Record<string, { message: string }>> = english;

/** As the browser's: one text with its placeholders; empty when there is none. */
export function getMessage(key: string): string {
  return Object.hasOwn(texts, key) ? (texts[key]?.message ?? '') : '';
}

/** As the browser's. */
export function uiLanguage(): string {
  return 'en';
}
