import { type Authority, readAuthority } from './authority.ts';
import {
  type BraceProblem,
  type BraceSequence,
  countMembers,
  expand,
  locate,
  MAX_MEMBERS,
  parseBraces,
} from './braces.ts';
import { peelMarkup } from './markup.ts';
import { trimmedRange } from './trim.ts';

/** Longer entries are not read (rule E028). */
export const MAX_LENGTH = 2048;

/** One member of the path's expansion. */
export interface PathMember {
  index: number;
  text: string;
}

/** Everything the rules ask about one entry, read once. Offsets count in `text` as given. */
export interface Analysis {
  text: string;
  /** What is left when white space at the ends is trimmed. */
  start: number;
  end: number;
  trimmed: string;
  /** What is left when pasted quotes and list marks are taken off as well. */
  coreStart: number;
  coreEnd: number;
  core: string;
  /** Offset of the first `://`, or -1. */
  separator: number;
  /** What stands before the separator, as written. */
  schemeText: string;
  /** Lower case; '' when there is none or it is not a legal one. */
  scheme: string;
  custom: boolean;
  authorityStart: number;
  /** Where the path starts; equal to `coreEnd` when there is none. */
  authorityEnd: number;
  authorityTree: BraceSequence;
  pathTree: BraceSequence;
  braced: boolean;
  braceProblem?: BraceProblem;
  /** How many members the whole entry has; may be `Infinity`. */
  members: number;
  /** Empty when scheme, braces or length forbid to read on. */
  authorities: Authority[];
  paths: PathMember[];
}

const HTTPS = 'https';
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;

/** Reads an entry of any kind. Never throws; linear in the length, and constant when the text is too long. */
export function analyse(text: string): Analysis {
  const { start, end } = trimmedRange(text);
  const a: Analysis = {
    text,
    start,
    end,
    trimmed: '',
    coreStart: start,
    coreEnd: end,
    core: '',
    separator: -1,
    schemeText: '',
    scheme: '',
    custom: false,
    authorityStart: end,
    authorityEnd: end,
    authorityTree: [],
    pathTree: [],
    braced: false,
    members: 1,
    authorities: [],
    paths: [],
  };
  if (end - start > MAX_LENGTH) return a;
  a.trimmed = start === 0 && end === text.length ? text : text.slice(start, end);
  const first = text.charCodeAt(start) | 0x20;
  const last = text.charCodeAt(end - 1);
  // Entries that start with a letter and end in a small one, a digit, `*`, `/` or `}` carry no markup: nearly all of them.
  if (first < 0x61 || first > 0x7a || !isPlainEnd(last)) {
    const core = peelMarkup(text, start, end);
    a.coreStart = core.start;
    a.coreEnd = core.end;
  }
  a.core = a.coreStart === 0 && a.coreEnd === text.length ? text : text.slice(a.coreStart, a.coreEnd);
  readScheme(a);
  if (a.scheme !== '' && a.separator >= 0) readComponents(a);
  return a;
}

function isPlainEnd(code: number): boolean {
  return (
    code === 0x2a ||
    code === 0x2f ||
    code === 0x7d ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

function readScheme(a: Analysis): void {
  // Nearly all entries, and the cheapest to tell.
  if (a.core.startsWith('https://')) {
    a.separator = a.coreStart + HTTPS.length;
    a.schemeText = HTTPS;
    a.scheme = HTTPS;
    return;
  }
  const at = a.core.indexOf('://');
  if (at < 0) {
    const colon = a.core.indexOf(':');
    const name = a.core.slice(0, Math.max(colon, 0));
    if (SCHEME.test(name)) a.schemeText = name;
    return;
  }
  a.separator = a.coreStart + at;
  a.schemeText = a.core.slice(0, at);
  if (!SCHEME.test(a.schemeText)) return;
  a.scheme = a.schemeText.toLowerCase();
  a.custom = a.scheme !== 'https' && a.scheme !== 'http';
}

function readComponents(a: Analysis): void {
  const { text, coreEnd } = a;
  a.authorityStart = a.separator + 3;
  a.braced = a.core.includes('{') || a.core.includes('}');
  a.authorityEnd = findAuthorityEnd(a);
  if (!a.braced) {
    a.authorities = [readAuthority(text.slice(a.authorityStart, a.authorityEnd), 0, a.custom)];
    a.paths = [{ index: 0, text: text.slice(a.authorityEnd, coreEnd) }];
    return;
  }
  const authority = parseBraces(text, a.authorityStart, a.authorityEnd, false);
  if (!Array.isArray(authority)) {
    a.braceProblem = authority;
    return;
  }
  const path = parseBraces(text, a.authorityEnd, coreEnd, true);
  if (!Array.isArray(path)) {
    a.braceProblem = path;
    return;
  }
  a.authorityTree = authority;
  a.pathTree = path;
  a.members = countMembers(authority) * countMembers(path);
  if (a.members > MAX_MEMBERS) return;
  a.authorities = distinct(expand(authority)).map(([member, index]) =>
    readAuthority(member, index, a.custom),
  );
  a.paths = distinct(expand(path)).map(([member, index]) => ({ index, text: member }));
}

/** The first slash outside braces; a backslash counts, since browsers read it as one (rule E019 refuses it). */
function findAuthorityEnd(a: Analysis): number {
  const { text, authorityStart, coreEnd, braced } = a;
  if (!braced && !a.core.includes('\\')) {
    const slash = text.indexOf('/', authorityStart);
    return slash < 0 || slash > coreEnd ? coreEnd : slash;
  }
  let depth = 0;
  for (let at = authorityStart; at < coreEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) depth++;
    else if (code === 0x7d) depth = Math.max(depth - 1, 0);
    else if (code === 0x2f || code === 0x5c) {
      // An opener that is never closed ends where the path starts, so that it is reported as unclosed.
      if (depth === 0 || !braced || text.indexOf('}', at) < 0) return at;
    }
  }
  return coreEnd;
}

function distinct(members: string[]): [string, number][] {
  const [first = '', second] = members;
  if (members.length === 1 || (members.length === 2 && first === second)) return [[first, 0]];
  if (members.length === 2 && second !== undefined)
    return [
      [first, 0],
      [second, 1],
    ];
  const seen = new Map<string, number>();
  for (let i = 0; i < members.length; i++) {
    const member = members[i] ?? '';
    if (!seen.has(member)) seen.set(member, i);
  }
  return [...seen];
}

/** Where `length` characters at `offset` of an authority's text stand in the entry. */
export function inAuthority(
  a: Analysis,
  member: Authority,
  offset: number,
  length: number,
): { start: number; end: number } {
  if (a.braced) return locate(a.authorityTree, member.index, offset, length);
  const start = a.authorityStart + offset;
  return { start, end: start + length };
}

/** Where `length` characters at `offset` of a path member stand in the entry. */
export function inPath(
  a: Analysis,
  member: PathMember,
  offset: number,
  length: number,
): { start: number; end: number } {
  if (a.braced) return locate(a.pathTree, member.index, offset, length);
  const start = a.authorityEnd + offset;
  return { start, end: start + length };
}
