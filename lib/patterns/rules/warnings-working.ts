import { knownCallback } from '../../catalogue/known-callbacks.ts';
import { supportedHostFor } from '../../catalogue/supported-domains.ts';
import { type Analysis, inAuthority, inPath, type PathMember } from '../read/analysis.ts';
import { type Authority, normalPort } from '../read/authority.ts';
import { firstMember, hitHost, isLoopback, wildcardOf } from './hosts.ts';
import { type Hit, INFO, LOW, MEDIUM, type Rule, SUPPORT, show, splice } from './rule.ts';

const GUIDES = 'https://github.com/atlassian/atlassian-mcp-server/issues/254';
const RFC3986 = 'https://www.rfc-editor.org/rfc/rfc3986#section-6.2.1';

/** Whether the tool will get through: warnings about path and port, in the catalogue's order. */
export const WORKING_WARNINGS: readonly Rule[] = [
  {
    id: 'W201',
    ...MEDIUM,
    title: 'No path',
    message:
      'Valid, but several guides say the callback is then refused; write the exact callback, or /** for every path of {host}.',
    link: GUIDES,
    needs: 'slashes',
    check(a) {
      const path = a.paths.find((one) => one.text === '');
      if (!path || isWholeScheme(a)) return undefined;
      return { start: a.coreEnd, end: a.coreEnd, params: { host: show(a.authorities[0]?.host ?? '') } };
    },
    fix(a) {
      return a.authorityEnd === a.coreEnd ? splice(a.text, a.coreEnd, a.coreEnd, '/**') : undefined;
    },
  },
  {
    id: 'W202',
    ...MEDIUM,
    title: 'Root only',
    message: 'The path / allows the front page only; write the exact callback, or /** for every path.',
    link: GUIDES,
    needs: 'slashes',
    check(a) {
      const path = a.paths.find((one) => one.text === '/');
      return path && inPath(a, path, 0, 1);
    },
    fix(a) {
      return a.text.slice(a.authorityEnd, a.coreEnd) === '/'
        ? splice(a.text, a.coreEnd, a.coreEnd, '**')
        : undefined;
    },
  },
  {
    id: 'W203',
    ...MEDIUM,
    title: 'Single star',
    message:
      'One star stands for one part of the path, so deeper callbacks are refused; /** would allow everything below.',
    link: 'https://github.com/isaacs/minimatch#readme',
    needs: 'stars',
    check(a) {
      return firstPath(a, (path) =>
        path.text.endsWith('/*') ? inPath(a, path, path.text.length - 1, 1) : undefined,
      );
    },
    fix(a) {
      return a.core.endsWith('/*') ? splice(a.text, a.coreEnd, a.coreEnd, '*') : undefined;
    },
  },
  {
    id: 'W206',
    ...MEDIUM,
    title: 'Two stars inside the path',
    message:
      'Many engines read ** as everything below only where it is the whole last part of the path; put /** at the end.',
    link: 'https://github.com/micromatch/picomatch/issues/121',
    needs: 'stars',
    check(a) {
      return firstPath(a, (path) => {
        const at = path.text.indexOf('**');
        if (at < 0 || (at === path.text.length - 2 && path.text[at - 1] === '/')) return undefined;
        return inPath(a, path, at, 2);
      });
    },
    fix(a) {
      if (a.braced) return undefined;
      const path = a.text.slice(a.authorityEnd, a.coreEnd);
      // `/app**` as `/app/**` and `/**/**` as `/**`; a `**` before other parts has no narrower form.
      const fixed = path.replace(/(?:\/\*\*)+$/, '/**').replace(/([^/*])\*\*$/, '$1/**');
      return fixed !== path && fixed.indexOf('**') === fixed.length - 2
        ? splice(a.text, a.authorityEnd, a.coreEnd, fixed)
        : undefined;
    },
  },
  {
    id: 'W207',
    ...MEDIUM,
    title: 'https on the own computer',
    message:
      "Atlassian's built-in rule for {host} is http only, so this address needs this entry of its own; most local tools use http.",
    link: 'https://www.rfc-editor.org/rfc/rfc8252#section-7.3',
    needs: 'local',
    check(a) {
      if (a.scheme !== 'https') return undefined;
      return firstMember(a, (m) => (isLoopback(m.name) ? hitHost(a, m, { host: m.name }) : undefined));
    },
    fix(a) {
      if (!a.authorities.every((m) => isLoopback(m.name))) return undefined;
      return splice(a.text, a.coreStart, a.coreStart + a.schemeText.length, 'http');
    },
  },
  {
    id: 'W208',
    ...MEDIUM,
    title: 'Own computer without a port',
    message: 'Tools on this computer use a new port each time; write {host}:* for any port.',
    link: 'https://www.rfc-editor.org/rfc/rfc8252#section-7.3',
    needs: 'local',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) =>
        isLoopback(m.name) && normalPort(a.scheme, m.port) === ''
          ? hitHost(a, m, { host: m.name })
          : undefined,
      );
    },
    fix(a, hit) {
      const [m] = a.authorities;
      if (a.braced || !m) return undefined;
      return splice(a.text, hit.end, hit.end + (m.port === undefined ? 0 : m.port.length + 1), ':*');
    },
  },
  {
    id: 'W204',
    ...LOW,
    title: 'Trailing slash',
    message: 'Only the address with the slash at its end is allowed; most callbacks have none.',
    link: RFC3986,
    needs: 'slashes',
    check(a) {
      return firstPath(a, (path) =>
        path.text.length > 1 && path.text.endsWith('/')
          ? inPath(a, path, path.text.length - 1, 1)
          : undefined,
      );
    },
    fix(a) {
      const path = a.text.slice(a.authorityEnd, a.coreEnd);
      const fixed = path.replace(/\/+$/, '');
      // Behind a star the slash keeps addresses out.
      return a.braced || fixed === '' || fixed.endsWith('*')
        ? undefined
        : splice(a.text, a.authorityEnd, a.coreEnd, fixed);
    },
  },
  {
    id: 'W205',
    ...INFO,
    title: 'Folder without its own address',
    message: 'Whether {path} itself is allowed too is not sure; only what lies below it is.',
    link: 'https://github.com/micromatch/picomatch#readme',
    needs: 'stars',
    check(a) {
      return firstPath(a, (path) => {
        const length = path.text.length - 3;
        if (length <= 0 || !path.text.endsWith('/**')) return undefined;
        return { ...inPath(a, path, length, 3), params: { path: show(path.text.slice(0, length)) } };
      });
    },
  },
  {
    id: 'W210',
    ...INFO,
    title: 'Domain itself not included',
    message: 'A star stands for at least one name, so {domain} itself is not allowed.',
    link: 'https://auth0.com/docs/get-started/applications/wildcards-for-subdomains',
    needs: 'star',
    check(a, { list }) {
      if (a.custom) return undefined;
      const names = new Set(a.authorities.map((m) => m.name));
      return firstMember(a, (m) => {
        const tail = m.name.startsWith('*.') ? wildcardOf(m)?.tail : undefined;
        if (tail === undefined || m.name !== `*.${tail}` || names.has(tail)) return undefined;
        if (list?.has(`${a.scheme}://${tail}${a.core.slice(a.authorityEnd - a.coreStart)}`)) return undefined;
        return hitHost(a, m, { domain: show(tail) }, 0, 1);
      });
    },
  },
  {
    id: 'W226',
    ...INFO,
    title: 'Name that starts with a dot',
    message: {
      matched:
        'Some engines do not let stars match {segment}, because it starts with a dot; the exact address is safer.',
      written:
        '{segment} starts with a dot, so in some engines a star would not match it; keep it written out.',
    },
    link: 'https://github.com/isaacs/minimatch#dot',
    needs: 'stars',
    check(a) {
      const named = firstPath(a, (path) => {
        const found = path.text.includes('*') ? /\/(\.[^/]*)/.exec(path.text) : null;
        return found?.[1] === undefined
          ? undefined
          : {
              ...inPath(a, path, found.index + 1, found[1].length),
              params: { segment: show(found[1]) },
              variant: 'written',
            };
      });
      const whole = named ? undefined : a.paths.find((path) => path.text === '/**');
      if (!whole) return named;
      return firstMember(a, (m) => {
        const segment = /\/(\.[^/]*)/.exec(knownCallback(m.name) ?? '')?.[1];
        return segment === undefined ? undefined : { ...inPath(a, whole, 1, 2), params: { segment } };
      });
    },
  },
  {
    id: 'W209',
    ...INFO,
    title: 'Only one of the names of the own computer',
    message: 'Some tools say {other} instead of {host}; they need an entry of their own.',
    link: 'https://github.com/anthropics/claude-code/issues/82096',
    needs: 'local',
    check(a, { list }) {
      if (a.scheme !== 'http') return undefined;
      const names = new Set(a.authorities.map((m) => m.name));
      return firstMember(a, (m) => {
        const other = m.name === 'localhost' ? '127.0.0.1' : 'localhost';
        if (!isLoopback(m.name) || names.has(other)) return undefined;
        if (
          list?.has(
            splice(
              a.core,
              a.authorityStart - a.coreStart,
              a.authorityStart - a.coreStart + m.host.length,
              other,
            ),
          )
        )
          return undefined;
        return hitHost(a, m, { host: m.name, other });
      });
    },
  },
  {
    id: 'W225',
    ...INFO,
    title: 'Already supported',
    message:
      "{host} is on Atlassian's supported list, which is switched on; this entry only matters when it is switched off.",
    link: SUPPORT,
    needs: 'listed',
    check(a, { supportedAllowed, list }) {
      // In a list the same is R304.
      return supportedAllowed && !list?.everyRow ? hitSupported(a) : undefined;
    },
  },
];

function firstPath(a: Analysis, check: (path: PathMember) => Hit | undefined): Hit | undefined {
  for (const path of a.paths) {
    const hit = check(path);
    if (hit) return hit;
  }
  return undefined;
}

/** `cursor://**`, where a path would say nothing more. */
function isWholeScheme(a: Analysis): boolean {
  return a.custom && a.authorities.every((m) => /^[*.]+$/.test(m.host));
}

/** Where Atlassian's own list takes in everything that the entry does. */
export function hitSupported(a: Analysis): Hit | undefined {
  const covers = (m: Authority) => supportedHostFor(a.scheme, m.name, normalPort(a.scheme, m.port) ?? '');
  const [first] = a.authorities;
  const host = first && covers(first);
  if (!first || host === undefined || !a.authorities.every(covers)) return undefined;
  return { ...inAuthority(a, first, first.hostAt, first.host.length), params: { host: show(host) } };
}
