import { decode, parametersOf, unwrapLink } from './unwrap.ts';

/** An address that stands in a text. */
export interface FoundAddress {
  address: string;
  /** Offset in the text that was searched; addresses inside another one have its offset. */
  at: number;
  /** How it was found: as a parameter that names a redirect, or standing in the text. */
  parameter: boolean;
  /** Up to 60 characters in front of it, in lower case. */
  before: string;
}

/** No text that people paste holds more; what follows is not looked at. */
const MOST_ADDRESSES = 200;
const MOST_LAYERS = 4;

/** Where an address ends: white space, quotes, angle brackets, and the punctuation of other scripts. */
const END =
  /[\s"<>`\u2018-\u201F\u00AB\u00BB\u2039\u203A\u3001\u3002\uFF0C\uFF1B\uFF08\uFF09\u300C\u300D\u3010\u3011\0]/;
const END_OR_BAR = new RegExp(`${END.source}|\\|`);
const REDIRECT_PARAMETER =
  /^(?:redirect[_-]?ur[il]|redirect|callback(?:[_-]?ur[il])?|return[_-]?(?:to|ur[il]))$/i;
/** What an authorization server adds to a redirect URI (RFC 6749, RFC 9207, OpenID Connect); it is no part of it. */
const RESPONSE_PARAMETERS =
  /^(?:code|state|error|error_description|error_uri|iss|session_state|scope|authuser|prompt|hd)$/;

/** All addresses of a text, also those inside parameters of others and in rewritten links, in the order of the text. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  const separator = /:\/\/|%3a%2f%2f|%253a%252f%252f/gi;
  let end = 0;
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    if (match.index < end) continue;
    if (found.length >= MOST_ADDRESSES) break;
    const start = schemeStart(text, match.index, end);
    if (start < 0) continue;
    const word = wordFrom(text, start);
    end = start + Math.max(word.length, 1);
    separator.lastIndex = Math.max(end, match.index + match[0].length);
    let address = trimPunctuation(word, text[start - 1] ?? '');
    for (let layer = 0; layer < MOST_LAYERS && !address.slice(0, 60).includes('://'); layer++) {
      const decoded = decode(cutEncoded(address));
      if (decoded === address) break;
      // The parameters behind it belonged to the text that was encoded along with it.
      address = decoded.includes('?') ? decoded : cutEncoded(decoded);
    }
    collect(address, start, text.slice(Math.max(0, start - 60), start).toLowerCase(), false, 0, found);
  }
  return found;
}

/** Walks back over the scheme's letters. @returns -1 when there are none. */
function schemeStart(text: string, separator: number, from: number): number {
  let at = separator;
  const least = Math.max(from, separator - 60);
  while (at > least && /[A-Za-z0-9+.-]/.test(text[at - 1] ?? '')) at--;
  // Whatever is glued to the front (`blocked.https`, the digits of `%3Dhttps`) is no part of it.
  const web = /https?$/i.exec(text.slice(at, separator));
  if (web) return separator - web[0].length;
  while (at < separator && !/[A-Za-z]/.test(text[at] ?? '')) at++;
  return at < separator ? at : -1;
}

/** The text up to where an address must end; in `<address|label>` that is the bar. */
function wordFrom(text: string, start: number): string {
  const rest = text.slice(start, start + 8192);
  const end = rest.search(text[start - 1] === '<' ? END_OR_BAR : END);
  return end < 0 ? rest : rest.slice(0, end);
}

/** An encoded address ends where the parameter that holds it does. */
function cutEncoded(word: string): string {
  const end = word.search(/&/);
  return end < 0 ? word : word.slice(0, end);
}

/** Takes punctuation of the sentence off the end, and brackets that were not opened inside. */
function trimPunctuation(word: string, before: string): string {
  const markdown = word.indexOf('](');
  let end = markdown > 0 ? markdown : word.length;
  const surplus: Record<string, number> = {};
  for (const [closer, opener] of PAIRS) {
    surplus[closer] = countOf(word, closer, end) - countOf(word, opener, end);
  }
  for (; end > 0; end--) {
    const last = word[end - 1] ?? '';
    if (/[.,;:!?'\\]/.test(last)) continue;
    if (/[*_~]/.test(last) && before === last) continue;
    const extra = surplus[last] ?? 0;
    if (extra <= 0) break;
    surplus[last] = extra - 1;
  }
  return word.slice(0, end);
}

const PAIRS = [
  [')', '('],
  [']', '['],
  ['}', '{'],
] as const;

function countOf(text: string, character: string, end: number): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0 && at < end; at = text.indexOf(character, at + 1)) found++;
  return found;
}

function collect(
  address: string,
  at: number,
  before: string,
  parameter: boolean,
  layer: number,
  found: FoundAddress[],
): void {
  if (found.length >= MOST_ADDRESSES || layer > MOST_LAYERS || address.endsWith('://')) return;
  const wrapped = unwrapLink(address);
  if (wrapped !== undefined) {
    collect(wrapped, at, before, parameter, layer + 1, found);
    return;
  }
  const parameters = parametersOf(address);
  found.push({ address: withoutResponse(address, parameters), at, parameter, before });
  for (const [name, value] of parameters) {
    if (!/^[a-z][a-z0-9+.-]{0,40}:\/|^[a-z]{2,10}%3a/i.test(value)) continue;
    const inner = value.includes(':/') ? value : decode(value);
    collect(inner, at, before, REDIRECT_PARAMETER.test(name), layer + 1, found);
  }
}

/** A callback that was already called carries the answer's parameters: only the address in front was registered. */
function withoutResponse(address: string, parameters: readonly [string, string][]): string {
  const start = address.search(/[?#]/);
  const answered = parameters.some(([name]) => name === 'code' || name === 'error');
  return start > 0 && answered && parameters.every(([name]) => RESPONSE_PARAMETERS.test(name))
    ? address.slice(0, start)
    : address;
}
