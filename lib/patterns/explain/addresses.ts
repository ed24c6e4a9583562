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
/** Nor so many separators, with or without an address around them. */
const MOST_SEPARATORS = 5000;
/** So deep are addresses inside parameters of others looked for. */
const MOST_LAYERS = 4;

/** What follows a scheme, also where the address was encoded, up to four times. */
const SEPARATOR = /:\/\/|%(?:25){0,3}3a%(?:25){0,3}2f%(?:25){0,3}2f/gi;
/** Where an address ends: white space, quotes, angle brackets, the punctuation of other scripts, a terminal's colours. */
const END =
  /[\s"<>`\u2018-\u201F\u00AB\u00BB\u2039\u203A\u3001\u3002\uFF0C\uFF1B\uFF08\uFF09\u300C\u300D\u3010\u3011\0\x07\x1B]/;
const END_OR_APOSTROPHE = new RegExp(`${END.source}|'`);
const END_OR_BAR = new RegExp(`${END.source}|\\|`);
const REDIRECT_PARAMETER = /^(?:redirect|callback|return)[_-]?(?:ur[il]|to)?$/i;
/** What an authorization server adds to a redirect URI (RFC 6749, RFC 9207, OpenID Connect); it is no part of it. */
const RESPONSE_PARAMETERS =
  /^(?:code|state|error|error_description|error_uri|iss|session_state|scope|authuser|prompt|hd)$/;

/** All addresses of a text, also those inside parameters of others and in rewritten links, in the order of the text. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  const separator = new RegExp(SEPARATOR);
  for (let seen = 0; seen < MOST_SEPARATORS && found.length < MOST_ADDRESSES; seen++) {
    const match = separator.exec(text);
    if (!match) break;
    const start = match.index - schemeLength(text, match.index);
    if (start === match.index) continue;
    const word = wordFrom(text, start);
    separator.lastIndex = start + word.length;
    const front = text.slice(Math.max(0, start - 60), start);
    const named = /([\w-]+)=$/.exec(front)?.[1];
    let address = trimPunctuation(word, text.charAt(start - 1));
    // A parameter that was not encoded ends where the next one begins, unless it has a query of its own.
    if (named !== undefined && match[0] === '://') address = address.replace(/^([^?&]*)&.*/s, '$1');
    for (let mark = match[0]; mark !== '://'; mark = decode(mark)) {
      const decoded = decode(cutParameter(address));
      // The parameters behind it belonged to the text that was encoded along with it.
      address = decoded.includes('?') ? decoded : cutParameter(decoded);
    }
    collect(address, start, front.toLowerCase(), REDIRECT_PARAMETER.test(named ?? ''), 0, found);
  }
  return found;
}

/** How many characters in front of a separator are a scheme; 0 when there is none. */
function schemeLength(text: string, separator: number): number {
  if (!/[a-z\d+.-]/i.test(text.charAt(separator - 1))) return 0;
  const front = text.slice(Math.max(0, separator - 60), separator);
  // Whatever is glued to the front (`blocked.https`, the digits of `%3Dhttps`) is no part of it.
  const scheme = /https?$/i.exec(front) ?? /[a-z][a-z\d+.-]*$/i.exec(front);
  return scheme?.[0].length ?? 0;
}

/** The text up to where an address must end; in `<address|label>`, `[address|label]` and tables that is the bar. */
function wordFrom(text: string, start: number): string {
  const rest = `${text.slice(start, start + 8192)} `;
  if (text.charAt(start - 1) === "'") return rest.slice(0, rest.search(END_OR_APOSTROPHE));
  return rest.slice(0, rest.search(/[<[|]/.test(text.charAt(start - 1)) ? END_OR_BAR : END));
}

/** An encoded address ends where the parameter that holds it does. */
function cutParameter(word: string): string {
  return word.replace(/&.*/s, '');
}

/** Takes punctuation of the sentence off the end, and brackets that were not opened inside. */
function trimPunctuation(text: string, before: string): string {
  // A Markdown link whose label is the address.
  const word = text.replace(/\]\(.*/s, '');
  const surplus = new Map(
    PAIRS.map(([opener, closer]) => [closer, word.split(closer).length - word.split(opener).length]),
  );
  for (let end = word.length; ; end--) {
    const last = word.charAt(end - 1);
    const extra = surplus.get(last) ?? 0;
    surplus.set(last, extra - 1);
    const emphasis = last === before && /[*_~]/.test(last);
    if (extra <= 0 && !emphasis && !/[.,;:!?'\\]/.test(last)) return word.slice(0, end);
  }
}

const PAIRS: readonly [opener: string, closer: string][] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

function collect(
  address: string,
  at: number,
  before: string,
  parameter: boolean,
  layer: number,
  found: FoundAddress[],
): void {
  if (layer > MOST_LAYERS || address.endsWith('://')) return;
  const wrapped = unwrapLink(address);
  if (wrapped !== undefined) {
    collect(wrapped, at, before, parameter, layer + 1, found);
    return;
  }
  const parameters = parametersOf(address);
  found.push({ address: withoutResponse(address, parameters), at, parameter, before });
  for (const [name, value] of parameters) {
    const inner = /^[^:]*%3a/i.test(value) ? decode(value) : value;
    if (!/^[a-z][a-z\d+.-]*:\//i.test(inner)) continue;
    collect(inner, at, before, REDIRECT_PARAMETER.test(name), layer + 1, found);
  }
}

/** A callback that was already called carries the answer's parameters: only the address in front was registered. */
function withoutResponse(address: string, parameters: readonly [string, string][]): string {
  const answered = parameters.some(([name]) => name === 'code' || name === 'error');
  return answered && parameters.every(([name]) => RESPONSE_PARAMETERS.test(name))
    ? address.slice(0, address.search(/[?#]/))
    : address;
}
