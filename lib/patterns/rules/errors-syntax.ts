import { NON_REDIRECT_SCHEMES } from '../../catalogue/known-schemes.ts';
import { type Analysis, inAuthority } from '../read/analysis.ts';
import { type Authority, normalPort, readAuthority } from '../read/authority.ts';
import { INVISIBLE, SPACE_OR_CONTROL } from '../read/characters.ts';
import { canonicalIpv4 } from '../read/ip.ts';
import { isPrivateName } from '../suffixes/index.ts';
import { bareName, firstMember, hitHost, isNamed, suffixOf } from './hosts.ts';
import { ERROR, type Hit, type Params, type Rule, SUPPORT, show, splice } from './rule.ts';
import { isOptional, leadingScheme } from './scheme.ts';

const RFC3986 = 'https://www.rfc-editor.org/rfc/rfc3986';
/** Glob and expression syntax that is refused in front of, in and behind the host. A plus may stand in a scheme. */
const GLOB_IN_SCHEME = /[()[\]!|^$<>@]/;

/** Reported by E023, E026, E017 and E018. */
const GLOB_IN_PORT = /[()[\]!+@|^$<>%?#]/;

/** Errors of scheme, host and port, in the catalogue's order. */
export const SYNTAX_ERRORS: readonly Rule[] = [
  {
    id: 'E001',
    ...ERROR,
    title: 'Empty',
    message: 'There is nothing here; write a pattern such as https://claude.ai/**.',
    link: SUPPORT,
    needs: 'foreign',
    check(a) {
      return a.start === a.end ? { start: 0, end: a.text.length } : undefined;
    },
  },
  {
    id: 'E004',
    ...ERROR,
    title: 'Bad scheme',
    message:
      'The protocol {scheme} is none: it starts with a letter and has only letters, digits, +, - and .; write one rule for each protocol.',
    link: `${RFC3986}#section-3.1`,
    needs: 'foreign',
    check(a) {
      if (a.separator < 0 || a.scheme !== '' || a.schemeText === '') return undefined;
      const { schemeText } = a;
      // Other rules name what stands in these.
      if (!isOptional(schemeText)) {
        if (/[/?#:\\]/.test(schemeText) || GLOB_IN_SCHEME.test(schemeText)) return undefined;
        if (SPACE_OR_CONTROL.test(schemeText) || INVISIBLE.test(schemeText)) return undefined;
      }
      return { start: a.coreStart, end: a.separator, params: { scheme: show(schemeText) } };
    },
    fix(a) {
      const plain = a.schemeText.toLowerCase().replace(/[*{},?()[\]|]/g, '');
      if (!['', 'http', 'https', 'httphttps', 'httpshttp'].includes(plain)) return undefined;
      const loopback = /^:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/i.test(a.core.slice(a.schemeText.length));
      return splice(a.text, a.coreStart, a.separator, loopback ? 'http' : 'https');
    },
  },
  {
    id: 'E006',
    ...ERROR,
    title: 'Not an OAuth redirect scheme',
    message: 'No sign-in can be sent to {scheme}; use the https address of the AI tool.',
    link: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2',
    needs: 'foreign',
    check(a) {
      const scheme = leadingScheme(a);
      if (!NON_REDIRECT_SCHEMES.has(scheme)) return undefined;
      return { start: a.coreStart, end: a.coreStart + scheme.length, params: { scheme: `${scheme}:` } };
    },
    fix(a) {
      if (a.scheme === '' || !/^(?:ftps?|wss?)$/.test(a.scheme)) return undefined;
      return splice(a.text, a.coreStart, a.separator, 'https');
    },
  },
  {
    id: 'E008',
    ...ERROR,
    title: 'No host',
    message: 'There is no host between :// and what follows; add the host of the AI tool.',
    link: SUPPORT,
    needs: 'unusual',
    check(a) {
      return firstMember(a, (m) => (m.host === '' && !m.unclear ? hitHost(a, m, {}) : undefined));
    },
    fix(a) {
      // `https:///app.example.com`: the host is there, behind one slash too many.
      const rest = a.braced ? '' : a.text.slice(a.authorityStart, a.coreEnd);
      const trimmed = rest.replace(/^\/+/, '');
      if (a.custom || trimmed === rest || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/]|$)/i.test(trimmed))
        return undefined;
      return splice(a.text, a.authorityStart, a.coreEnd, trimmed);
    },
  },
  {
    id: 'E009',
    ...ERROR,
    title: 'Top-level domain missing',
    message: {
      single: 'Atlassian needs a full domain; {host} has no top-level domain such as .com.',
      suffix: '{host} is a public suffix, not a domain; put the name of the AI tool in front of it.',
    },
    link: SUPPORT,
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m) || m.name.includes('*')) return undefined;
        const name = bareName(m);
        const single = !name.includes('.');
        if (single ? name === 'localhost' : suffixOf(m) !== name || isPrivateName(name)) return undefined;
        return { ...hitHost(a, m, { host: show(m.host) }), variant: single ? 'single' : 'suffix' };
      });
    },
  },
  {
    id: 'E011',
    ...ERROR,
    title: 'Illegal host label',
    message: {
      empty: 'The host {host} has two dots in a row or one in front; there is an empty label.',
      'long-label': 'The label {label} has more than 63 characters.',
      'long-host': 'The host has more than 253 characters.',
      hyphen: 'The label {label} starts or ends with a hyphen, which no host name may.',
      character: 'The character {character} can not stand in a host.',
      idn: 'The label {label} is not a valid internationalised name.',
      ipv4: '{host} looks like an IP address but is not one in its plain form; browsers read it as something else.',
      ipv6: '{host} is not an IPv6 address.',
    },
    link: 'https://www.rfc-editor.org/rfc/rfc1123#section-2',
    needs: 'unusual',
    check(a) {
      return firstMember(a, (m) => {
        const { fault } = m;
        if (!fault) return undefined;
        const character = show(m.host.slice(fault.at, fault.at + 1));
        const params = { host: show(m.host), label: show(fault.label), character };
        return { ...hitHost(a, m, params, fault.at, fault.length), variant: fault.kind };
      });
    },
    fix(a) {
      const [m] = a.authorities;
      if (a.braced || !m) return undefined;
      const host = cleanHost(m.host, a.custom);
      return host === undefined
        ? undefined
        : splice(
            a.text,
            a.authorityStart,
            a.authorityStart + m.text.length,
            m.text.slice(0, m.hostAt) + host + m.text.slice(m.hostAt + m.host.length),
          );
    },
  },
  {
    id: 'E014',
    ...ERROR,
    title: 'Bad port',
    message: {
      bad: '{port} is no port; write a number from 1 to 65535, or * for any.',
      empty: 'There is a colon but no port behind it.',
    },
    link: `${RFC3986}#section-3.2.3`,
    needs: 'colon',
    check(a) {
      return firstMember(a, (m) => {
        if (m.port === undefined || normalPort(a.scheme, m.port) !== undefined) return undefined;
        // A second protocol begins here, which E031 tells.
        if (m.port === '' && a.text.startsWith('//', a.authorityEnd)) return undefined;
        if (m.port.includes('*') || GLOB_IN_PORT.test(m.port)) return undefined;
        const variant = m.port === '' ? 'empty' : 'bad';
        return { ...hitPort(a, m, { port: show(m.port) }), variant };
      });
    },
    fix(a, hit) {
      const [m] = a.authorities;
      if (a.braced || m?.port === undefined) return undefined;
      if (m.port === '') return splice(a.text, hit.start - 1, hit.end, '');
      const digits = m.port.replace(/^0+/, '');
      return normalPort(a.scheme, digits) === undefined
        ? undefined
        : splice(a.text, hit.start, hit.end, digits);
    },
  },
  {
    id: 'E015',
    ...ERROR,
    title: 'Partial port wildcard',
    message:
      'A star can stand for the whole port only, not for a part of {port}; write :* or list the ports, :{3000,3001}.',
    link: SUPPORT,
    needs: 'colon',
    check(a) {
      return firstMember(a, (m) =>
        m.port?.includes('*') && !/^\*+$/.test(m.port) && !GLOB_IN_PORT.test(m.port)
          ? hitPort(a, m, { port: show(m.port) })
          : undefined,
      );
    },
  },
];

function hitPort(a: Analysis, m: Authority, params: Params): Hit {
  return { ...inAuthority(a, m, m.portAt, m.port?.length ?? 0), params };
}

/** A legal host that is clearly what was meant, or undefined. */
function cleanHost(host: string, custom: boolean): string | undefined {
  if (!custom && /^[\da-fx.]+$/i.test(host) && /(?:^|\.)(?:\d+|0x[\da-f]*)$/i.test(host))
    return canonicalIpv4(host);
  const cleaned = host
    .normalize('NFKC')
    // What a word processor makes of a hyphen.
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .split('.')
    .map((label) => label.replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '')
    .join('.');
  const again = readAuthority(cleaned, 0, custom);
  return cleaned === host || again.fault || again.unclear || again.port !== undefined || cleaned === ''
    ? undefined
    : cleaned;
}
