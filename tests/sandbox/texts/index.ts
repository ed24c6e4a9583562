import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { ptBR } from './pt-br.ts';
import { sv } from './sv.ts';
import type { Texts } from './texts.ts';
import { zhHans } from './zh-hans.ts';

export type { Texts } from './texts.ts';

const tables = { en, de, fr, es, 'pt-BR': ptBR, it, nl, pl, sv, ja, ko, 'zh-Hans': zhHans } as const;

/** The console's language as a BCP 47 tag. */
export type Language = keyof typeof tables;
export const LANGUAGES = Object.keys(tables) as Language[];

export function textsOf(language: Language): Texts {
  return tables[language];
}

/** Puts values into `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place));
}
