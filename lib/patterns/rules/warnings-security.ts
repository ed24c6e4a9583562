import { inspectionHost } from '../../catalogue/inspection-hosts.ts';
import { knownCallback } from '../../catalogue/known-callbacks.ts';
import { CLIENT_SCHEMES } from '../../catalogue/known-schemes.ts';
import { endsLike, lastLabels } from '../../catalogue/last-labels.ts';
import { supportedHostFor } from '../../catalogue/supported-domains.ts';
import { toULabel, toUnicodeHost } from '../read/idn.ts';
import { icannSuffix, sharedSuffix } from '../suffixes/index.ts';
import { SUPPORTED_SHARED } from '../suffixes/supplement.ts';
import { bareName, firstMember, hitHost, hitLabel, isNamed, registrableOf, wildcardOf } from './hosts.ts';
import { isConfusable, meant, resembled, skeleton } from './lookalike.ts';
import { HIGH, INFO, LOW, MEDIUM, type Rule, show, splice } from './rule.ts';
import { isSchemeTypo } from './scheme.ts';

const RFC8252 = 'https://www.rfc-editor.org/rfc/rfc8252';
const UTS39 = 'https://www.unicode.org/reports/tr39/';

/** Who else might receive a sign-in: warnings about names, in the catalogue's order. */
export const SECURITY_WARNINGS: readonly Rule[] = [
  {
    id: 'W101',
    ...HIGH,
    title: 'Shared hosting suffix',
    message:
      'Any {vendor} customer can get a name that {wildcard} matches; name your own host below {suffix}.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.1.1',
    needs: 'star',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const wildcard = wildcardOf(m);
        if (!wildcard?.shared) return undefined;
        const { suffix, vendor } = wildcard.shared;
        const written = show(`${m.labels[wildcard.label]}.${wildcard.tail}`);
        return hitLabel(a, m, wildcard.label, { vendor, suffix, wildcard: written });
      });
    },
  },
  {
    id: 'W112',
    ...HIGH,
    title: 'Mixed-script name',
    message:
      '{name} is not written in plain letters, it is {ascii}, but looks like {lookalike}; type the name in ASCII if you meant that.',
    link: UTS39,
    needs: 'unusual',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m) || !hasALabel(m.name)) return undefined;
        // A name under a top-level domain of its own script is what that script is for.
        const ownScript = m.labels.at(-1)?.startsWith('xn--') === true;
        for (let i = 0; i < m.labels.length; i++) {
          const ascii = m.labels[i] ?? '';
          const name = ascii.startsWith('xn--') ? toULabel(ascii) : undefined;
          if (name === undefined || !isConfusable(name)) continue;
          if (ownScript && !/[a-z]/.test(name)) continue;
          return hitLabel(a, m, i, { name, ascii, lookalike: skeleton(name) });
        }
        return undefined;
      });
    },
    fix(a, hit) {
      const lookalike = String(hit.params?.lookalike ?? '');
      return a.braced || !/^[a-z0-9-]+$/.test(lookalike)
        ? undefined
        : splice(a.text, hit.start, hit.end, lookalike);
    },
  },
  {
    id: 'W113',
    ...HIGH,
    title: 'Resembles a supported domain',
    message: '{host} is not {target} but looks like it; did you mean {target}?',
    link: UTS39,
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m)) return undefined;
        const wildcard = wildcardOf(m);
        const name = wildcard ? wildcard.tail : bareName(m);
        const registrable = registrableOf(m);
        const shown = m.usual ? (one: string) => one : toUnicodeHost;
        // No supported host has more labels, and look-alikes have as many.
        const bare = bareName(m);
        const host = lastLabels(bare, 6) === bare ? shown(name) : undefined;
        const target = resembled(host, registrable === undefined ? undefined : shown(registrable));
        if (target === undefined) return undefined;
        return hitHost(a, m, { host: show(toUnicodeHost(m.name)), target });
      });
    },
    fix(a, hit) {
      const [m] = a.authorities;
      const target = String(hit.params?.target);
      if (a.braced || !m || m.host.includes('*')) return undefined;
      return splice(a.text, hit.start, hit.end, meant(m.host, target));
    },
  },
  {
    id: 'W114',
    ...HIGH,
    title: 'Request inspection or tunnel',
    message:
      'Whoever holds the bucket or tunnel at {service} reads the sign-in codes; remove the entry after the test.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.1',
    needs: 'listed',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m)) return undefined;
        const service = inspectionHost(wildcardOf(m)?.tail ?? bareName(m));
        return service === undefined ? undefined : hitHost(a, m, { service });
      });
    },
  },
  {
    id: 'W102',
    ...MEDIUM,
    title: 'Whole custom scheme',
    message:
      'This allows everything that any app receives under {scheme}://; add the host that the AI tool uses.',
    link: `${RFC8252}#section-8.1`,
    needs: 'foreign',
    check(a) {
      if (!a.custom) return undefined;
      return firstMember(a, (m) =>
        /^[*.]+$/.test(m.host) ? hitHost(a, m, { scheme: show(a.scheme) }) : undefined,
      );
    },
  },
  {
    id: 'W103',
    ...MEDIUM,
    title: 'Unowned custom scheme',
    message:
      'Any app can claim the scheme {scheme}; one that is a domain turned round, such as com.example.app, belongs to somebody.',
    link: `${RFC8252}#section-7.1`,
    needs: 'foreign',
    check(a) {
      if (!a.custom || CLIENT_SCHEMES.has(a.scheme) || isReverseDomain(a.scheme) || isSchemeTypo(a.scheme))
        return undefined;
      return { start: a.coreStart, end: a.separator, params: { scheme: show(a.scheme) } };
    },
  },
  {
    id: 'W111',
    ...LOW,
    title: 'Internationalised name',
    message: '{name} is kept as {ascii}; check that it is the name you mean.',
    link: 'https://www.unicode.org/reports/tr46/',
    needs: 'unusual',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m) || !hasALabel(m.name)) return undefined;
        return hitHost(a, m, { name: show(toUnicodeHost(m.name)), ascii: show(m.name) });
      });
    },
  },
  {
    id: 'W108',
    ...INFO,
    title: 'Wide subdomain rule or tenant host',
    message: {
      wide: 'This takes in every name below {domain}, also forgotten ones that somebody else could take over.',
      tenant:
        '{host} belongs to you only as long as you rent it at {suffix}; remove the entry when you give it up.',
      supported:
        "{domain} is on Atlassian's supported list, but all customers of its vendor share it; name your own host there if you have one.",
    },
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.1.1',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m)) return undefined;
        const wildcard = wildcardOf(m);
        const domain = wildcard?.whole ? wildcard.tail : bareName(m);
        if (isSupportedShared(domain, wildcard?.whole === true))
          return { ...hitHost(a, m, { domain }), variant: 'supported' };
        if (wildcard?.whole && !wildcard.shared)
          return { ...hitHost(a, m, { domain: show(wildcard.tail) }), variant: 'wide' };
        const shared = wildcard ? undefined : tenantSuffix(bareName(m));
        return shared === undefined
          ? undefined
          : { ...hitHost(a, m, { host: show(m.name), suffix: shared }), variant: 'tenant' };
      });
    },
  },
];

/** In the middle of a label the sign says nothing. */
const hasALabel = (name: string): boolean => name.startsWith('xn--') || name.includes('.xn--');

/** `com.example.app` read from behind is a name under a public suffix. */
function isReverseDomain(scheme: string): boolean {
  if (!scheme.includes('.')) return false;
  const host = scheme.split('.').reverse().join('.');
  return !host.includes('..') && icannSuffix(host) !== undefined && icannSuffix(host) !== host;
}

const mayBeSupportedShared = endsLike(SUPPORTED_SHARED);

/** Most of them are on the list with a star only, which does not take in the domain itself. */
function isSupportedShared(domain: string, starred: boolean): boolean {
  if (!mayBeSupportedShared(domain) || !SUPPORTED_SHARED.has(domain)) return false;
  return starred || supportedHostFor('https', domain, '') !== undefined;
}

/** The shared suffix that a host is a tenant of; undefined when it is the vendor's own or has its domain alone. */
function tenantSuffix(host: string): string | undefined {
  const suffix = sharedSuffix(host)?.suffix;
  if (suffix === undefined || suffix === host) return undefined;
  return host === `www.${suffix}` || knownCallback(host) !== undefined ? undefined : suffix;
}
