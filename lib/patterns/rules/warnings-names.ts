import { isPrivateName } from '../suffixes/index.ts';
import { isOneEdit } from './edit.ts';
import {
  bareName,
  firstMember,
  hitHost,
  hitLabel,
  isAtlassians,
  isLoopback,
  isNamed,
  suffixOf,
} from './hosts.ts';
import { MEDIUM, type Rule, SUPPORT, show, splice } from './rule.ts';
import { isSchemeTypo } from './scheme.ts';

/** Where unknown top-level domains are compared: the ones that AI tools and their customers use most. */
const COMMON_TLDS = [
  'com',
  'ai',
  'app',
  'dev',
  'io',
  'net',
  'org',
  'cloud',
  'co',
  'uk',
  'de',
  'us',
  'eu',
  'tech',
  'site',
  'info',
];

/** Names that nobody may find: top-level domains and protocols, in the catalogue's order. */
export const NAME_WARNINGS: readonly Rule[] = [
  {
    id: 'W214',
    ...MEDIUM,
    title: 'Private top-level domain',
    message: '{host} exists only inside your own network; that is fine if your users’ browsers resolve it.',
    link: 'https://www.rfc-editor.org/rfc/rfc6761',
    needs: 'listed',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m) || isLoopback(m.name) || !isPrivateName(bareName(m))) return undefined;
        return hitHost(a, m, { host: show(m.name) });
      });
    },
  },
  {
    id: 'W215',
    ...MEDIUM,
    title: 'Unknown top-level domain',
    message: {
      unknown: 'There is no top-level domain .{tld}.',
      near: 'There is no top-level domain .{tld}; did you mean .{nearest}?',
    },
    link: 'https://publicsuffix.org/list/',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (!isNamed(m) || isLoopback(m.name) || suffixOf(m) !== undefined || isPrivateName(bareName(m)))
          return undefined;
        const last = m.labels.length - 1;
        const tld = m.labels[last] ?? '';
        const nearest = COMMON_TLDS.find((one) => isOneEdit(one, tld)) ?? '';
        const params = { tld: show(tld), nearest };
        return { ...hitLabel(a, m, last, params), variant: nearest === '' ? 'unknown' : 'near' };
      });
    },
    fix(a, hit) {
      const nearest = String(hit.params?.nearest ?? '');
      return a.braced || nearest === '' ? undefined : splice(a.text, hit.start, hit.end, nearest);
    },
  },
  {
    id: 'W216',
    ...MEDIUM,
    title: 'Mistyped protocol',
    message: 'The protocol {scheme} is most likely https mistyped.',
    link: SUPPORT,
    needs: 'foreign',
    check(a) {
      if (!a.custom || !isSchemeTypo(a.scheme)) return undefined;
      return { start: a.coreStart, end: a.separator, params: { scheme: show(a.schemeText) } };
    },
    fix(a) {
      const local = a.authorities.length > 0 && a.authorities.every((m) => isLoopback(m.host.toLowerCase()));
      return splice(a.text, a.coreStart, a.separator, local ? 'http' : 'https');
    },
  },
];

/** Names that are Atlassian's own; these come behind the ones about braces. */
export const OWN_NAME_WARNINGS: readonly Rule[] = [
  {
    id: 'W224',
    ...MEDIUM,
    title: "Atlassian's own host",
    message:
      "{host} is Atlassian's own address; list the address of the AI tool that asks for access instead.",
    link: SUPPORT,
    needs: 'listed',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const own = isNamed(m) && isAtlassians(bareName(m));
        return own ? hitHost(a, m, { host: show(m.name) }) : undefined;
      });
    },
  },
];
