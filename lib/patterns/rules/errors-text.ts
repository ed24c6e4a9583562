import type { Analysis } from '../read/analysis.ts';
import {
  INVISIBLE,
  isLoneSurrogate,
  LOOKALIKE_STAR,
  SPACE_OR_CONTROL,
  UNENCODABLE,
} from '../read/characters.ts';
import { firstMember, hitHost } from './hosts.ts';
import { codeName, ERROR, type Hit, type Rule, SUPPORT, show, splice } from './rule.ts';
import { botchedSeparator, hasForeignScheme, isOptional, secondSeparator } from './scheme.ts';

const RFC3986 = 'https://www.rfc-editor.org/rfc/rfc3986';
const QUOTES = /["`“”„«»]/g;

/** White space that stands next to no punctuation: it may be meant as a dot, a hyphen, `%20` or a comment. */
const BETWEEN_WORDS = new RegExp(
  SPACE_OR_CONTROL.source.replace(/^\[(.*)\]$/, '[^/:.,{}$1][$1]+[^/:.,{}$1]'),
);

const SPACE = SPACE_OR_CONTROL.source;
const IN_SCHEME = new RegExp(`[^${SPACE.slice(1)}${SPACE}`);
const AT_COMMA = new RegExp(`[,;]${SPACE}|${SPACE}[,;]`);
const AT_SENTENCE = new RegExp(`\\.${SPACE}|${SPACE}/${SPACE}`);

/**
 * Whether white space parts one address from another, from a word in front or from a sentence behind: then joining the
 * two would make an address that nobody wrote.
 */
function mayBeSeveral({ core, coreStart, separator, authorityEnd }: Analysis): boolean {
  const inScheme = separator < 0 ? '' : core.slice(0, separator - coreStart).trim();
  return (
    IN_SCHEME.test(inScheme) ||
    AT_COMMA.test(core.replace(/\{[^{}]*\}/g, '')) ||
    AT_SENTENCE.test(core.slice(authorityEnd - coreStart))
  );
}

/**
 * Errors that say the text is not one clean address. They come before all others, in this order, since what the other
 * rules read depends on them.
 */
export const TEXT_ERRORS: readonly Rule[] = [
  {
    id: 'E021',
    ...ERROR,
    needs: 'odd',
    title: 'Invisible or bidirectional character',
    message:
      'There is an invisible character, {code}, at position {position}; it makes the entry another one than it looks like.',
    link: 'https://www.unicode.org/reports/tr36/',
    check(a) {
      const found = a.trimmed.search(INVISIBLE);
      if (found < 0) return undefined;
      const at = a.start + found;
      return { start: at, end: at + 1, params: { code: codeName(a.text.charCodeAt(at)), position: at + 1 } };
    },
    fix(a) {
      return a.text.replace(new RegExp(INVISIBLE, 'g'), '') || undefined;
    },
  },
  {
    id: 'E020',
    ...ERROR,
    needs: 'odd',
    title: 'Space or control character',
    message:
      'There is a space or control character, {code}, inside the entry; no address holds one, and two entries need two rows.',
    link: `${RFC3986}#section-2`,
    check(a) {
      const at = a.core.search(SPACE_OR_CONTROL);
      if (at < 0) return undefined;
      const start = a.coreStart + at;
      return { start, end: start + 1, params: { code: codeName(a.text.charCodeAt(start)) } };
    },
    fix(a) {
      if (secondSeparator(a) >= 0 || BETWEEN_WORDS.test(a.core) || mayBeSeveral(a)) return undefined;
      const core = a.core.replace(new RegExp(SPACE_OR_CONTROL, 'g'), '');
      return core === '' ? undefined : splice(a.text, a.coreStart, a.coreEnd, core);
    },
  },
  {
    id: 'E030',
    ...ERROR,
    needs: 'odd',
    title: 'Character that can not be encoded',
    message: 'The character {code} at position {position} was lost in copying and stands for nothing.',
    link: 'https://encoding.spec.whatwg.org/#utf-8-decoder',
    check(a) {
      if (a.trimmed.search(UNENCODABLE) < 0) return undefined;
      for (const { index } of a.text.matchAll(UNENCODABLE)) {
        const code = a.text.charCodeAt(index);
        if (code >= 0xd800 && code <= 0xdfff && !isLoneSurrogate(a.text, index)) continue;
        return { start: index, end: index + 1, params: { code: codeName(code), position: index + 1 } };
      }
      return undefined;
    },
    fix(a) {
      const kept = a.text.replace(UNENCODABLE, (c, at: number) =>
        c >= '\uD800' && c <= '\uDFFF' && !isLoneSurrogate(a.text, at) ? c : '',
      );
      return kept || undefined;
    },
  },
  {
    id: 'E019',
    ...ERROR,
    needs: 'odd',
    title: 'Backslash',
    message: 'Browsers read \\ as /, other programs do not, so the two may see different hosts; write /.',
    link: 'https://url.spec.whatwg.org/#authority-state',
    check(a) {
      const at = a.core.indexOf('\\');
      return at < 0 ? undefined : { start: a.coreStart + at, end: a.coreStart + at + 1 };
    },
    fix(a) {
      // `/\*\*` comes from escaped Markdown: there the backslash is to go, not to be turned round.
      const core = a.core.replace(
        /(^|[/*])((?:\\\*)+)/g,
        (_, before: string, stars: string) => before + stars.replaceAll('\\', ''),
      );
      return splice(a.text, a.coreStart, a.coreEnd, core.replaceAll('\\', '/'));
    },
  },
  {
    id: 'E031',
    ...ERROR,
    title: 'Several patterns in one row',
    message: 'A second address starts at position {position}; give each its own row.',
    link: SUPPORT,
    needs: 'colon',
    check(a) {
      const at = secondSeparator(a);
      if (at < 0) return undefined;
      const word = /[a-z][a-z0-9+.-]*$/i.exec(a.core.slice(Math.max(0, at - 40), at));
      const start = a.coreStart + at - (word?.[0].length ?? 0);
      return { start, end: a.coreStart + at + 3, params: { position: start + 1 } };
    },
  },
  {
    id: 'E032',
    ...ERROR,
    needs: 'odd',
    title: 'Quotes or markup',
    message: 'Quotes, brackets or a list mark were pasted with the pattern; keep only {pattern}.',
    link: SUPPORT,
    check(a): Hit | undefined {
      if (a.coreStart > a.start)
        return { start: a.start, end: a.coreStart, params: { pattern: show(a.core) } };
      if (a.coreEnd < a.end) return { start: a.coreEnd, end: a.end, params: { pattern: show(a.core) } };
      const at = a.core.search(QUOTES);
      if (at < 0) return undefined;
      const start = a.coreStart + at;
      return { start, end: start + 1, params: { pattern: show(a.core.replace(QUOTES, '')) } };
    },
    fix(a) {
      return a.core.replace(QUOTES, '') || undefined;
    },
  },
  {
    id: 'E033',
    ...ERROR,
    needs: 'odd',
    title: 'Look-alike asterisk',
    message: '{code} at position {position} only looks like an asterisk; type *.',
    link: 'https://www.unicode.org/reports/tr39/',
    check(a) {
      const at = a.core.search(LOOKALIKE_STAR);
      if (at < 0) return undefined;
      const start = a.coreStart + at;
      return {
        start,
        end: start + 1,
        params: { code: codeName(a.text.charCodeAt(start)), position: start + 1 },
      };
    },
    fix(a) {
      return splice(a.text, a.coreStart, a.coreEnd, a.core.replace(new RegExp(LOOKALIKE_STAR, 'g'), '*'));
    },
  },
  {
    id: 'E002',
    ...ERROR,
    title: 'Protocol missing',
    message: 'Every pattern starts with a protocol: https://, or http:// for localhost and 127.0.0.1.',
    link: SUPPORT,
    needs: 'foreign',
    check(a) {
      if (a.scheme !== '') return undefined;
      if (a.core === '' ? a.coreStart === a.start : botchedSeparator(a) || hasForeignScheme(a))
        return undefined;
      if (a.separator >= 0 && a.schemeText !== '') {
        if (!/[/?#]/.test(a.schemeText) || isOptional(a.schemeText)) return undefined;
      }
      return { start: a.coreStart, end: a.coreStart };
    },
    fix(a) {
      const rest = a.core.replace(/^:?\/\//, '');
      if (a.core.includes('://') && !a.core.startsWith('://')) return undefined;
      const host = /^[^/:]*/.exec(rest)?.[0] ?? '';
      // Without a dot it may be anything, a note or a placeholder as well as a host.
      if (/^(?:localhost|127\.0\.0\.1)$/i.test(host))
        return splice(a.text, a.coreStart, a.coreEnd, `http://${rest}`);
      return /^[\w*{},-]+(?:\.[\w*{},-]+)+$/.test(host)
        ? splice(a.text, a.coreStart, a.coreEnd, `https://${rest}`)
        : undefined;
    },
  },
  {
    id: 'E003',
    ...ERROR,
    title: 'Malformed protocol',
    message: {
      followed: 'The protocol must be followed by ://, here it is followed by {found}.',
      nothing: 'The protocol must be followed by ://, here nothing follows it.',
    },
    link: `${RFC3986}#section-3`,
    needs: 'foreign',
    check(a): Hit | undefined {
      const found = botchedSeparator(a);
      if (!found || hasForeignScheme(a)) return undefined;
      const written = show(a.text.slice(found.start, found.end));
      return written === '' ? { ...found, variant: 'nothing' } : { ...found, params: { found: written } };
    },
    fix(a, hit) {
      if (a.separator >= 0) {
        const inner = a.core.slice(hit.start - a.coreStart + 1);
        return /^[a-z][a-z0-9+.-]*:\/\//i.test(inner)
          ? splice(a.text, a.coreStart, a.coreEnd, inner)
          : undefined;
      }
      // What is marked is the first odd sign; plain ones may stand before it.
      const scheme = a.text.slice(a.coreStart, hit.start).replace(/:?\/?$/, '');
      const rest = a.text.slice(hit.start, a.coreEnd).replace(/^[:;,.：﹕∶꞉ː]?[/\\／⁄∕⧸]*/, '');
      if (rest === '') return undefined;
      return splice(a.text, a.coreStart, a.coreEnd, `${scheme}://${rest}`);
    },
  },
  {
    id: 'E016',
    ...ERROR,
    needs: 'odd',
    title: 'Sign-in data in the address',
    message: 'Everything before the @ is a user name; the host that would be allowed is {host}.',
    link: 'https://nvd.nist.gov/vuln/detail/CVE-2024-8883',
    check(a) {
      return firstMember(a, (m) => {
        if (m.hostAt === 0) return undefined;
        return hitHost(a, m, { host: show(m.host) }, -m.hostAt, m.hostAt);
      });
    },
    fix(a, hit) {
      // Where a host stands in front of the @ as well, only the admin knows which of the two was meant.
      const named = /[.]|localhost/i.test(a.text.slice(hit.start, hit.end));
      return a.braced || named ? undefined : splice(a.text, hit.start, hit.end, '');
    },
  },
];
