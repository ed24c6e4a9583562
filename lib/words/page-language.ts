import { language } from './language.ts';

/** Scripts that are written from right to left, by the language's tag. */
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi|ps|sd|ug|dv|ckb)\b/;

/** Marks an element as written in the reader's language, for assistive technology, hyphenation and direction. */
export function markLanguage(element: HTMLElement): void {
  element.lang = language();
  element.dir = RIGHT_TO_LEFT.test(element.lang) ? 'rtl' : 'ltr';
}
