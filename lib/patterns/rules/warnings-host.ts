import { knownCallback } from '../../catalogue/known-callbacks.ts';
import { inAuthority, inPath } from '../read/analysis.ts';
import { normalPort } from '../read/authority.ts';
import { isPrivateName } from '../suffixes/index.ts';
import { firstMember, hitHost, hitLabel, isLoopback, isNamed, registrableOf, suffixOf } from './hosts.ts';
import { INFO, MEDIUM, type Rule, SUPPORT, show, splice } from './rule.ts';

const WILDCARD_ADVICE = 'https://auth0.com/docs/get-started/applications/wildcards-for-subdomains';

/** What a host or a port lets in beyond what was meant, in the catalogue's order. */
export const HOST_WARNINGS: readonly Rule[] = [
  {
    id: 'W104',
    ...MEDIUM,
    title: 'Wildcard inside a label',
    message:
      'A star inside {label} is not documented and may also match names with dots; list the names in braces.',
    link: SUPPORT,
    needs: 'star',
    check(a) {
      return firstMember(a, (m) => {
        if (!/[^.]\*|\*[^.]/.test(m.name)) return undefined;
        const label = m.labels.findIndex((one) => one !== '*' && one.includes('*'));
        return label < 0 ? undefined : hitLabel(a, m, label, { label: show(m.labels[label] ?? '') });
      });
    },
  },
  {
    id: 'W105',
    ...MEDIUM,
    title: 'Wildcard not in front',
    message:
      'The star is not the first part of the host; other sign-in services refuse that, and it is unknown whether Atlassian reads it.',
    link: WILDCARD_ADVICE,
    needs: 'star',
    check(a) {
      return firstMember(a, (m) => {
        if (!m.name.includes('*', m.name.indexOf('.'))) return undefined;
        const fixed = m.labels.findIndex((one) => !one.includes('*'));
        const label = fixed < 0 ? -1 : m.labels.findIndex((one, i) => i > fixed && one.includes('*'));
        return label < 0 ? undefined : hitLabel(a, m, label, {});
      });
    },
  },
  {
    id: 'W106',
    ...MEDIUM,
    title: 'Several host wildcards',
    message: 'The host has {count} stars; one is as much as other sign-in services allow.',
    link: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/',
    needs: 'star',
    check(a) {
      return firstMember(a, (m) => {
        const first = m.name.indexOf('*');
        if (first < 0 || m.name.indexOf('*', first + 1) < 0) return undefined;
        return hitHost(a, m, { count: m.name.split('*').length - 1 });
      });
    },
  },
  {
    id: 'W107',
    ...MEDIUM,
    title: 'Two stars in the host',
    message:
      'Two stars in a host mean the same as one here, but some engines let them run on into the path; write one.',
    link: 'https://github.com/gobwas/glob#readme',
    needs: 'star',
    check(a) {
      return firstMember(a, (m) => {
        // A host of stars only is W102.
        const at = /^[*.]+$/.test(m.host) ? -1 : m.host.indexOf('**');
        return at < 0 ? undefined : hitHost(a, m, {}, at, 2);
      });
    },
    fix(a) {
      const [m] = a.authorities;
      if (a.braced || !m) return undefined;
      const start = a.authorityStart + m.hostAt;
      return splice(a.text, start, start + m.host.length, m.host.replace(/\*{2,}/g, '*'));
    },
  },
  {
    id: 'W109',
    ...MEDIUM,
    title: 'Any port on a public host',
    message:
      'Ports other than the usual one of {host} are often development servers; list the ports that the tool uses.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3',
    needs: 'colon',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (normalPort(a.scheme, m.port) !== '*' || isLoopback(m.name)) return undefined;
        if (isPrivateName(m.name) || (m.ip && isPrivateAddress(m.name))) return undefined;
        return {
          ...inAuthority(a, m, m.portAt - 1, (m.port?.length ?? 0) + 1),
          params: { host: show(m.name) },
        };
      });
    },
  },
  {
    id: 'W110',
    ...MEDIUM,
    title: 'IP address',
    message:
      'Only 127.0.0.1 is documented as an address; {host} may be refused and may belong to another computer tomorrow.',
    link: SUPPORT,
    needs: 'unusual',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) =>
        m.ip && m.name !== '127.0.0.1' ? hitHost(a, m, { host: show(m.name) }) : undefined,
      );
    },
  },
  {
    id: 'W229',
    ...MEDIUM,
    title: 'Brace glued to the domain',
    message:
      'The braces make several different domains, {first} and {second}, which may belong to different owners.',
    link: 'https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html',
    needs: 'brace',
    check(a) {
      if (a.custom || !a.braced) return undefined;
      const group = a.authorityTree.find(
        (node) =>
          node.kind === 'group' && (isHostLetter(a.text[node.start - 1]) || isHostLetter(a.text[node.end])),
      );
      if (!group) return undefined;
      const domains = new Map<string, string>();
      for (const m of a.authorities) {
        if (!isNamed(m)) continue;
        const domain = registrableOf(m);
        const suffix = suffixOf(m);
        if (domain === undefined || suffix === undefined) continue;
        // `example.{com,org}` is plain: only names under one suffix are easily taken for one owner's.
        const first = domains.get(suffix);
        if (first !== undefined && first !== domain)
          return { start: group.start, end: group.end, params: { first: show(first), second: show(domain) } };
        domains.set(suffix, domain);
      }
      return undefined;
    },
    fix(a, hit) {
      // `{dev,x}corp.com`: a dot was left out.
      const glued =
        isHostLetter(a.text[hit.end]) && hit.start === a.authorityStart && a.text.indexOf('{', hit.end) < 0;
      return glued ? splice(a.text, hit.end, hit.end, '.') : undefined;
    },
  },
  {
    id: 'W230',
    ...INFO,
    title: 'Whole site although the callback is known',
    message:
      'The tool on {host} is known to use {callback}; the exact address is safer, since an open redirect elsewhere on the host would leak codes.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.11',
    needs: 'stars',
    check(a) {
      const path = a.paths.find((one) => one.text === '/**');
      if (a.custom || !path) return undefined;
      return firstMember(a, (m) => {
        const callback =
          isNamed(m) && normalPort(a.scheme, m.port) === '' ? knownCallback(m.name) : undefined;
        if (callback === undefined) return undefined;
        return { ...inPath(a, path, 0, 3), params: { host: show(m.name), callback } };
      });
    },
    fix(a, hit) {
      const callback = String(hit.params?.callback);
      return a.braced ? undefined : splice(a.text, a.coreStart, a.coreEnd, callback);
    },
  },
];

function isHostLetter(c: string | undefined): boolean {
  return c !== undefined && /[a-z0-9-]/i.test(c);
}

/** RFC 1918, link-local and IPv6 loopback, link-local and unique local: not reachable for the public. */
function isPrivateAddress(address: string): boolean {
  return /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.|\[::1\]|\[f[cd]|\[fe[89ab])/.test(
    address,
  );
}
