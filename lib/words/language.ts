import { uiLanguage } from '#messages';
import { written } from './written.ts';

const base = (language: string) => language.split(/[-_]/)[0];

/**
 * The language that texts, numbers and dates are written in. The browser's own where its texts exist, so that
 * an English of Australia has its dates; else English, since a Polish date in an English sentence helps nobody.
 */
export function language(): string {
  const ui = uiLanguage();
  const texts = written('language') || 'en';
  return base(ui) === base(texts) ? ui : texts;
}

/** Makes a formatter once, when it is first needed. */
export function once<T>(make: (language: string) => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make(language());
    return made;
  };
}
