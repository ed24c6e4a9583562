import { DANGEROUS_SCHEMES } from '../../catalogue/known-schemes.ts';
import { inPath } from '../read/analysis.ts';
import { toUnicodeHost } from '../read/idn.ts';
import { registrableDomain } from '../suffixes/index.ts';
import { firstMember, hitHost, hitLabel, isLoopback, wildcardOf } from './hosts.ts';
import { findDotSegment, resolveDots } from './paths.ts';
import { ERROR, type Hit, type Rule, show, splice } from './rule.ts';
import { leadingScheme } from './scheme.ts';

/** Errors that would open the list to strangers, in the catalogue's order. */
export const SECURITY_ERRORS: readonly Rule[] = [
  {
    id: 'E010',
    ...ERROR,
    title: 'Wildcard host or top-level domain',
    message: {
      every: 'This would allow every site on the internet; name the host.',
      last: 'A star in the last part of the host allows names under every top-level domain, such as {example}; name the host.',
    },
    link: 'https://github.com/keycloak/keycloak/issues/48430',
    needs: 'star',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const wildcard = wildcardOf(m);
        if (wildcard?.tail !== '') return undefined;
        const every = m.labels.every((label) => label === '*');
        return { ...hitHost(a, m, { example: show(openedBy(m.name)) }), variant: every ? 'every' : 'last' };
      });
    },
    fix(a, hit) {
      // `https://example.com*/**`: the star was meant for the path.
      const host = a.text.slice(hit.start, hit.end);
      const name = host.replace(/\*+$/, '');
      if (a.braced || hit.variant === 'every' || registrableDomain(name.toLowerCase()) === undefined)
        return undefined;
      if (name.includes('*') || hit.end - hit.start !== host.length) return undefined;
      const path = a.text.slice(a.authorityEnd, a.coreEnd);
      return `${splice(a.text.slice(0, a.coreEnd), hit.start, a.coreEnd, name)}${a.authorityEnd === hit.end ? path || '/**' : a.text.slice(hit.end, a.coreEnd)}`;
    },
  },
  {
    id: 'E012',
    ...ERROR,
    title: 'Star glued to the registrable name',
    message: 'Also matches {example}, which anyone can buy.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.1.1',
    needs: 'star',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const wildcard = wildcardOf(m);
        if (!wildcard?.icann || wildcard.whole) return undefined;
        const label = (m.labels[wildcard.label] ?? '').replaceAll('*', 'evil');
        return hitLabel(a, m, wildcard.label, { example: show(toUnicodeHost(`${label}.${wildcard.tail}`)) });
      });
    },
    fix(a, hit) {
      // `*example.com` and `*-example.com` were meant as `*.example.com`; a star elsewhere says too little.
      const label = a.text.slice(hit.start, hit.end);
      if (a.braced || !/^\*+-?[^*-][^*]*$/.test(label) || hit.start !== a.authorityStart) return undefined;
      return splice(a.text, hit.start, hit.end, label.replace(/^\*+-?/, '*.'));
    },
  },
  {
    id: 'E013',
    ...ERROR,
    title: 'Wildcard over a public suffix',
    message:
      '{wildcard} takes in every site below .{suffix}, whoever owns it; put your own domain in its place.',
    link: 'https://publicsuffix.org/list/',
    needs: 'star',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const wildcard = wildcardOf(m);
        if (!wildcard?.icann || !wildcard.whole) return undefined;
        const suffix = show(wildcard.tail);
        return hitLabel(a, m, wildcard.label, { wildcard: `*.${suffix}`, suffix });
      });
    },
  },
  {
    id: 'E005',
    ...ERROR,
    title: 'Dangerous scheme',
    message:
      'The scheme {scheme} runs code or reads local data; no AI tool receives a sign-in there, so remove the entry.',
    link: 'https://developer.mozilla.org/docs/Web/URI/Reference/Schemes/javascript',
    needs: 'foreign',
    check(a) {
      const scheme = leadingScheme(a);
      if (!DANGEROUS_SCHEMES.has(scheme)) return undefined;
      return { start: a.coreStart, end: a.coreStart + scheme.length, params: { scheme } };
    },
  },
  {
    id: 'E007',
    ...ERROR,
    title: 'http outside the own computer',
    message:
      'Sign-in codes for {host} would travel unencrypted; http is only for localhost and 127.0.0.1, use https.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-2.6',
    needs: 'local',
    check(a) {
      if (a.scheme !== 'http') return undefined;
      return firstMember(a, (m) =>
        m.unclear || m.host === '' || isLoopback(m.name) ? undefined : hitHost(a, m, { host: show(m.name) }),
      );
    },
    fix(a) {
      if (a.authorities.some((m) => isLoopback(m.name))) return undefined;
      return splice(a.text, a.coreStart, a.coreStart + 4, 'https');
    },
  },
  {
    id: 'E025',
    ...ERROR,
    title: 'Dot segments',
    message: {
      resolved: 'Browsers resolve the dots in {segment} away and ask for {path} instead; write that.',
      open: 'Browsers resolve the dots in {segment} away, which leads out of the path that was meant.',
    },
    link: 'https://github.com/advisories/GHSA-8gcw-8ch3-fh9v',
    needs: 'dots',
    check(a): Hit | undefined {
      for (const path of a.paths) {
        const found = findDotSegment(path.text);
        if (!found) continue;
        const resolved = resolveDots(path.text);
        const segment = show(path.text.slice(found.at, found.at + found.length));
        return {
          ...inPath(a, path, found.at, found.length),
          params: { segment, path: show(resolved ?? '') },
          variant: resolved === undefined ? 'open' : 'resolved',
        };
      }
      return undefined;
    },
    fix(a, hit) {
      const path = a.text.slice(a.authorityEnd, a.coreEnd);
      const resolved = a.braced || hit.variant === 'open' ? undefined : resolveDots(path);
      return resolved === undefined ? undefined : splice(a.text, a.authorityEnd, a.coreEnd, resolved);
    },
  },
];

/** A host that stars open (R3): `evil.com` for `*com`, `example.com.evil.net` for `example.com*`. */
function openedBy(host: string): string {
  return host.replaceAll('*', (_, at: number) => {
    const [before = '.', after] = [host[at - 1], host[at + 1]];
    const head = before === '-' ? 'a.' : before === '.' ? '' : '.';
    const tail = after === '-' ? '.a' : after === '.' ? '' : '.';
    return `${head}evil${after === undefined ? '.net' : tail}`;
  });
}
