import type { Analysis } from '../read/analysis.ts';
import type { FindingLevel, Severity } from '../types.ts';

/** What all errors share. */
export const ERROR = { level: 'error', severity: 'high' } as const;

export const HIGH = { level: 'warn', severity: 'high' } as const;
export const MEDIUM = { level: 'warn', severity: 'medium' } as const;
export const LOW = { level: 'warn', severity: 'low' } as const;
export const INFO = { level: 'info', severity: 'low' } as const;

/** Atlassian's own page about entries and what they must look like. */
export const SUPPORT =
  'https://support.atlassian.com/security-and-access-policies/docs/available-atlassian-rovo-mcp-server-domains/';

export type Params = Readonly<Record<string, string | number>>;

/** Where a rule found something. Offsets count in the text as given. */
export interface Hit {
  start: number;
  end: number;
  /** What the message's placeholders stand for. */
  params?: Params;
  /** Which of the rule's messages fits, where it has several. */
  variant?: string;
}

/** What surrounds the entry. */
export interface RuleContext {
  /** Whether Atlassian's supported list is switched on. */
  supportedAllowed: boolean;
  /** The list around the entry; absent when the entry is judged alone. */
  list?: ListView;
}

/** What rules ask about the list around one entry. "Others" never means the entry itself. */
export interface ListView {
  /** True when every row of a list is judged, false when one entry is judged against the others. */
  everyRow: boolean;
  /** Whether an entry with this normalised text is among the others. */
  has(normalised: string): boolean;
  /** Another entry with this very text; of several equal rows only the later ones have one. */
  sameText(text: string): string | undefined;
  /** Another entry that is normalised to this text, under the same condition. */
  sameNormalised(normalised: string): string | undefined;
  /** Another entry that covers this one under both readings. */
  coveredBy(text: string, normalised: string): string | undefined;
  /** Others that cover this one only together. */
  coveredByUnion(text: string, normalised: string): string[] | undefined;
  /** Another entry that shares some addresses with this one, when none covers it. */
  overlapping(text: string, normalised: string): string | undefined;
  /** Entries, this one among them, that one rule with braces could replace. */
  foldable(normalised: string): { count: number; pattern: string } | undefined;
  /** Whether another entry of the same scheme, host and port has a path. */
  hasPathFor(origin: string): boolean;
  /** Whether a recorded redirect address needs this entry; undefined when none are recorded. */
  isNeeded(text: string): boolean | undefined;
}

/** The context of an entry that stands alone. */
export const ALONE: RuleContext = { supportedAllowed: true };

/**
 * What an entry must have for a rule to say anything about it. Most have one or two of these, and need not be looked
 * through for the rules of the others.
 */
export type Need =
  /** Characters that stand in no plain entry, markup around it, or more of them than are read. */
  | 'odd'
  /** A star in front of the path. */
  | 'star'
  /** A colon behind the scheme's own. */
  | 'colon'
  | 'brace'
  /** A scheme other than http and https, or none. */
  | 'foreign'
  /** A host that is not simply small letters, digits, hyphens and stars in lawful labels, or a scheme in capitals. */
  | 'unusual'
  /** A host of the own computer, or another scheme than https. */
  | 'local'
  /** A host that ends as a name in one of the tables does, or an unusual one. */
  | 'listed'
  /** A star in the path, or stars next to each other. */
  | 'stars'
  /** No path, or one with a slash at its end or two in a row. */
  | 'slashes'
  /** A part of the path that starts with a dot. */
  | 'dots';

/** One row of the rule table. */
export interface Rule {
  id: string;
  level: FindingLevel;
  severity: Severity;
  /** A few words for headings. */
  title: string;
  /** English templates with `{param}` placeholders; the first fits a hit without a variant. */
  message: Readonly<Record<string, string>> | string;
  /** Public text that gives the reason. */
  link: string;
  /** A short cut only: `check` is right without it, since corrections are tried on the rule alone. */
  needs?: Need;
  /** The first place where the rule applies, or undefined. Must not throw, and must be linear. Errors know no context. */
  check(a: Analysis, context: RuleContext): Hit | undefined;
  /** The whole corrected text, where a correction is clear. */
  fix?(a: Analysis, hit: Hit): string | undefined;
}

/** `text` with `[start, end)` replaced. */
export function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

const UNSHOWABLE =
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFD\uD800-\uDFFF]|\u034F/g;

/** A piece of hostile text as a message may show it: at most 80 characters, invisible ones by their number. */
export function show(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return short.replace(UNSHOWABLE, (c, at: number) => {
    const code = short.codePointAt(at) ?? 0;
    if (code > 0xffff) return c;
    const low = c >= '\uDC00' && c <= '\uDFFF' && at > 0 && (short.codePointAt(at - 1) ?? 0) > 0xffff;
    return low ? c : codeName(code);
  });
}

/** `U+200B`. */
export function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
