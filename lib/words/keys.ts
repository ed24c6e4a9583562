import type english from '../../public/_locales/en/messages.json';

/** The keys of all texts, from the English file. */
type Key = keyof typeof english;

/** A text with a form for each plural is named without the ending. */
export type PluralKey = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;
export type MessageKey = Exclude<Key, `${PluralKey}_${'one' | 'other'}`>;

/** What a text's `{name}` stands for; numbers are written as the language writes them. */
export type Params = Readonly<Record<string, string | number>>;
