import { type Analysis, inAuthority, inPath, MAX_LENGTH } from '../read/analysis.ts';
import { groupsOf, MAX_MEMBERS } from '../read/braces.ts';
import { firstMember } from './hosts.ts';
import { ERROR, type Hit, type Rule, SUPPORT, show, splice } from './rule.ts';

const RFC3986 = 'https://www.rfc-editor.org/rfc/rfc3986';
/** A plus may stand in a scheme; an @ elsewhere is sign-in data. */
const GLOB_IN_SCHEME = /[()[\]!|^$<>@]/;
const GLOB_IN_HOST = /[()[\]!+|^$<>]|@(?=\()/;
/** `+ @ $ ! ( )` are legal in a path as long as they do not open an extended glob. */
const GLOB_IN_PATH = /[[\]^|<>]|[!+@*](?=\()/;
const THREE_STARS = /\*{3,}/;
const BAD_PERCENT = /%(?![\da-f]{2})/i;

/** Errors of pattern syntax, path and size, in the catalogue's order. */
export const GRAMMAR_ERRORS: readonly Rule[] = [
  {
    id: 'E017',
    ...ERROR,
    needs: 'odd',
    title: 'Query or question mark',
    message:
      'A rule can not hold a ?: to some engines it is a wildcard, to others the start of a query; end the rule before it.',
    link: 'https://nvd.nist.gov/vuln/detail/CVE-2026-12985',
    check(a) {
      const at = a.core.indexOf('?');
      return at < 0 ? undefined : { start: a.coreStart + at, end: a.coreStart + at + 1 };
    },
    fix(a, hit) {
      return cutAt(a, hit);
    },
  },
  {
    id: 'E018',
    ...ERROR,
    needs: 'odd',
    title: 'Fragment',
    message: 'A redirect address can not have a fragment; end the rule before the #.',
    link: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2',
    check(a) {
      const at = a.core.indexOf('#');
      return at < 0 ? undefined : { start: a.coreStart + at, end: a.coreStart + at + 1 };
    },
    fix(a, hit) {
      return cutAt(a, hit);
    },
  },
  {
    id: 'E022',
    ...ERROR,
    title: 'Braces',
    message: {
      unclosed: 'This brace is never closed.',
      stray: 'This brace was never opened.',
      empty: 'These braces are empty.',
      slash: 'Braces in the host can not hold a slash; write one rule for each address.',
    },
    link: 'https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html',
    needs: 'brace',
    check(a) {
      const problem = a.braceProblem;
      if (!problem) return undefined;
      const end = problem.at + (problem.kind === 'empty' ? 2 : 1);
      return { start: problem.at, end, variant: problem.kind };
    },
    fix(a, hit) {
      if (hit.variant === 'empty' || hit.variant === 'stray') return splice(a.text, hit.start, hit.end, '');
      // Only one that opens in the path has one clear place to be closed.
      if (hit.variant !== 'unclosed' || hit.start < a.authorityEnd) return undefined;
      const opened = a.text.slice(hit.start + 1, a.coreEnd);
      return /^[^{}/*]+$/.test(opened) ? splice(a.text, a.coreEnd, a.coreEnd, '}') : undefined;
    },
  },
  {
    id: 'E023',
    ...ERROR,
    title: 'Undocumented glob or expression syntax',
    message: '{found} is syntax of other pattern languages; only *, ** and {a,b} are documented here.',
    link: SUPPORT,
    needs: 'brace',
    check(a): Hit | undefined {
      const hit = (start: number): Hit => ({
        start,
        end: start + 1,
        params: { found: a.text.charAt(start) },
      });
      if (a.separator >= 0 && a.scheme === '') {
        const at = /[/?#]/.test(a.schemeText) ? -1 : a.schemeText.search(GLOB_IN_SCHEME);
        return at < 0 ? undefined : hit(a.coreStart + at);
      }
      if (a.scheme === '') return undefined;
      const authority = a.text.slice(a.authorityStart, a.authorityEnd);
      if (GLOB_IN_HOST.test(authority)) {
        const inHost = firstMember(a, (m) => {
          // The brackets of an IPv6 address are none of ours.
          const from = m.ip === 'v6' ? m.portAt : m.hostAt;
          const at = m.text.slice(from).search(GLOB_IN_HOST);
          return at < 0 ? undefined : hit(inAuthority(a, m, from + at, 1).start);
        });
        if (inHost) return inHost;
      }
      const at = a.text.slice(a.authorityEnd, a.coreEnd).search(GLOB_IN_PATH);
      return at < 0 ? undefined : hit(a.authorityEnd + at);
    },
    fix(a, hit) {
      // `(a|b)` and `@(a|b)` say the same as `{a,b}`, which is documented.
      const list = /@?\(([\w.-]+(?:\|[\w.-]+)+)\)/g;
      const tail = a.text.slice(a.authorityStart, a.coreEnd);
      const fixed = tail.replace(list, (_, options: string) => `{${options.replaceAll('|', ',')}}`);
      if (hit.start < a.authorityStart || fixed === tail || /[()[\]!+@|^$<>]/.test(fixed)) return undefined;
      return splice(a.text, a.authorityStart, a.coreEnd, fixed);
    },
  },
  {
    id: 'E024',
    ...ERROR,
    title: 'Three stars',
    message: 'Three stars in a row mean nothing in any pattern language; write ** or *.',
    link: 'https://git-scm.com/docs/gitignore#_pattern_format',
    needs: 'stars',
    check(a): Hit | undefined {
      if (a.separator < 0) return undefined;
      const from = a.separator - a.coreStart + 3;
      const written = THREE_STARS.exec(a.core.slice(from));
      if (written) {
        const start = a.coreStart + from + written.index;
        return { start, end: start + written[0].length };
      }
      if (!a.braced) return undefined;
      for (const m of a.authorities) {
        const found = THREE_STARS.exec(m.text);
        if (found) return inAuthority(a, m, found.index, found[0].length);
      }
      for (const path of a.paths) {
        const found = THREE_STARS.exec(path.text);
        if (found) return inPath(a, path, found.index, found[0].length);
      }
      return undefined;
    },
    fix(a) {
      const tail = a.text.slice(a.separator, a.coreEnd);
      const fixed = tail.replace(/\*{3,}/g, '**');
      return fixed === tail ? undefined : splice(a.text, a.separator, a.coreEnd, fixed);
    },
  },
  {
    id: 'E026',
    ...ERROR,
    needs: 'odd',
    title: 'Percent-encoding',
    message: {
      host: 'A host can not hold percent-encoded characters; write them plainly.',
      path: '{found} is not a percent-encoded character; write %25 for a percent sign.',
    },
    link: 'https://url.spec.whatwg.org/#host-parsing',
    check(a): Hit | undefined {
      if (!a.core.includes('%')) return undefined;
      const inHost = firstMember(a, (m) => {
        const at = m.text.indexOf('%', m.hostAt);
        return at < 0
          ? undefined
          : { ...inAuthority(a, m, at, Math.min(3, m.text.length - at)), variant: 'host' };
      });
      if (inHost) return inHost;
      for (const path of a.paths) {
        const at = path.text.search(BAD_PERCENT);
        if (at < 0) continue;
        const found = path.text.slice(at, at + 3);
        return { ...inPath(a, path, at, found.length), params: { found: show(found) }, variant: 'path' };
      }
      return undefined;
    },
    fix(a, hit) {
      if (a.braced) return undefined;
      const from = hit.variant === 'host' ? a.authorityStart : a.authorityEnd;
      const to = hit.variant === 'host' ? a.authorityEnd : a.coreEnd;
      const part = a.text.slice(from, to);
      if (hit.variant === 'path')
        return splice(a.text, from, to, part.replace(new RegExp(BAD_PERCENT, 'gi'), '%25'));
      const plain = part.replace(/%(2e|2d|5f|3\d|[46][1-9a-f]|[57][0-9a])/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      return /^[a-z0-9._*:-]+$/i.test(plain) ? splice(a.text, from, to, plain) : undefined;
    },
  },
  {
    id: 'E027',
    ...ERROR,
    title: 'Expansion too large',
    message: {
      counted:
        'The braces stand for {count} addresses; more than {limit} are not read, so split the rule or use a wildcard.',
      countless:
        'The braces stand for more addresses than can be counted; more than {limit} are not read, so split the rule or use a wildcard.',
    },
    link: SUPPORT,
    needs: 'brace',
    check(a) {
      if (a.members <= MAX_MEMBERS) return undefined;
      const groups = [...groupsOf(a.authorityTree), ...groupsOf(a.pathTree)];
      const place = { start: groups[0]?.start ?? a.coreStart, end: groups.at(-1)?.end ?? a.coreEnd };
      return Number.isSafeInteger(a.members)
        ? { ...place, params: { count: a.members, limit: MAX_MEMBERS } }
        : { ...place, params: { limit: MAX_MEMBERS }, variant: 'countless' };
    },
  },
  {
    id: 'E028',
    ...ERROR,
    title: 'Too long',
    message: 'The entry has {length} characters; more than {limit} are not read.',
    link: `${RFC3986}#section-3`,
    needs: 'odd',
    check(a) {
      if (a.end - a.start <= MAX_LENGTH) return undefined;
      return {
        start: a.start + MAX_LENGTH,
        end: a.end,
        params: { length: a.end - a.start, limit: MAX_LENGTH },
      };
    },
  },
];

/** The entry up to a query or a fragment that stands behind a whole host. */
function cutAt(a: Analysis, hit: Hit): string | undefined {
  const host = a.authorities[0];
  if (a.braced || a.scheme === '' || !host || host.host === '') return undefined;
  // `https://app?.example.com`: a wildcard in the host, not the end of one.
  if (
    hit.start < a.authorityEnd &&
    (/[.*]/.test(a.text.slice(hit.start, a.authorityEnd)) || !host.host.includes('.'))
  )
    return undefined;
  return splice(a.text, hit.start, a.coreEnd, '');
}
