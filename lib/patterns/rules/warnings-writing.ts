import { inAuthority, inPath } from '../read/analysis.ts';
import { normalPort } from '../read/authority.ts';
import { type BraceGroup, expand, groupsOf, optionsOf } from '../read/braces.ts';
import { normalise } from '../read/normalise.ts';
import { isPrivateName } from '../suffixes/index.ts';
import { isOneEdit } from './edit.ts';
import { bareName, firstMember, hitHost, hitLabel, isLoopback, isNamed, suffixOf } from './hosts.ts';
import { LOW, MEDIUM, type Rule, SUPPORT, show, splice } from './rule.ts';
import { isSchemeTypo } from './scheme.ts';

const RFC3986 = 'https://www.rfc-editor.org/rfc/rfc3986';
const BASH = 'https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html';
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

/** How the entry is written, in the catalogue's order. */
export const WRITING_WARNINGS: readonly Rule[] = [
  {
    id: 'W211',
    ...LOW,
    title: 'Upper case',
    message: 'Scheme and host are kept in lower case, as {normalised}, since browsers send them so.',
    link: `${RFC3986}#section-6.2.2.1`,
    check(a) {
      const end = a.custom ? a.separator : a.authorityEnd;
      const at = a.text.slice(a.coreStart, end).search(/\p{Lu}/u);
      if (at < 0) return undefined;
      const start = a.coreStart + at;
      return { start, end: start + 1, params: { normalised: show(normalise(a)) } };
    },
    fix(a) {
      const end = a.custom ? a.separator : a.authorityEnd;
      return splice(a.text, a.coreStart, end, a.text.slice(a.coreStart, end).toLowerCase());
    },
  },
  {
    id: 'W212',
    ...MEDIUM,
    title: 'Trailing dot',
    message: 'With a dot at its end the host is another origin, which no tool uses; remove the dot.',
    link: `${RFC3986}#section-3.2.2`,
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => (m.trailingDot ? hitHost(a, m, {}, m.host.length - 1, 1) : undefined));
    },
    fix(a, hit) {
      return a.braced ? undefined : splice(a.text, hit.start, hit.end, '');
    },
  },
  {
    id: 'W213',
    ...LOW,
    title: 'Default port',
    message: 'Port {port} is the usual one of {scheme} and browsers leave it out; so does the list.',
    link: `${RFC3986}#section-6.2.3`,
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        if (m.port === undefined || normalPort(a.scheme, m.port) !== '') return undefined;
        return {
          ...inAuthority(a, m, m.portAt - 1, m.port.length + 1),
          params: { port: m.port, scheme: a.scheme },
        };
      });
    },
    fix(a, hit) {
      return a.braced ? undefined : splice(a.text, hit.start, hit.end, '');
    },
  },
  {
    id: 'W217',
    ...LOW,
    title: 'Two stars as the port',
    message: ':** means the same as :*, which is the usual way to write any port.',
    link: SUPPORT,
    check(a) {
      return firstMember(a, (m) => (m.port === '**' ? inAuthority(a, m, m.portAt, 2) : undefined));
    },
    fix(a, hit) {
      return a.braced ? undefined : splice(a.text, hit.start, hit.end, '*');
    },
  },
  {
    id: 'W220',
    ...LOW,
    odd: true,
    title: 'Letters in the path that are not ASCII',
    message:
      'Browsers send {character} percent-encoded, so an engine that compares the text will not match it.',
    link: `${RFC3986}#section-2.5`,
    check(a) {
      const at = a.text.slice(a.authorityEnd, a.coreEnd).search(/[^\0-\x7F]/);
      if (at < 0) return undefined;
      const start = a.authorityEnd + at;
      const character = String.fromCodePoint(a.text.codePointAt(start) ?? 0);
      return { start, end: start + character.length, params: { character: show(character) } };
    },
    fix(a) {
      const path = a.text.slice(a.authorityEnd, a.coreEnd).replace(/[^\0-\x7F]+/g, encodeURIComponent);
      return splice(a.text, a.authorityEnd, a.coreEnd, path);
    },
  },
  {
    id: 'W221',
    ...LOW,
    title: 'Two slashes in the path',
    message: 'Two slashes in a row are another address than one; most likely one was meant.',
    link: `${RFC3986}#section-3.3`,
    check(a) {
      for (const path of a.paths) {
        const at = path.text.indexOf('//');
        if (at >= 0) return inPath(a, path, at, 2);
      }
      return undefined;
    },
    fix(a) {
      const path = a.text.slice(a.authorityEnd, a.coreEnd);
      // Next to a star the empty part keeps addresses out that would come in without it.
      if (a.braced || /\*\/\/|\/\/\*/.test(path)) return undefined;
      return splice(a.text, a.authorityEnd, a.coreEnd, path.replace(/\/{2,}/g, '/'));
    },
  },
  {
    id: 'W223',
    ...LOW,
    odd: true,
    title: 'Space at the ends',
    message: 'There is white space before or behind the entry; it is left out.',
    link: `${RFC3986}#appendix-C`,
    check(a) {
      if (a.start > 0) return { start: 0, end: a.start };
      return a.end < a.text.length ? { start: a.end, end: a.text.length } : undefined;
    },
    fix(a) {
      return a.trimmed;
    },
  },
  {
    id: 'W227',
    ...LOW,
    title: 'Underscore in the host',
    message:
      '{label} holds an underscore, which is legal in DNS but not in host names; some services refuse it.',
    link: 'https://www.rfc-editor.org/rfc/rfc1123#section-2',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const label = m.name.includes('_') ? m.labels.findIndex((one) => one.includes('_')) : -1;
        return label < 0 ? undefined : hitLabel(a, m, label, { label: show(m.labels[label] ?? '') });
      });
    },
  },
  {
    id: 'W214',
    ...MEDIUM,
    title: 'Private top-level domain',
    message: '{host} exists only inside your own network; that is fine if your users’ browsers resolve it.',
    link: 'https://www.rfc-editor.org/rfc/rfc6761',
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
    check(a) {
      if (!a.custom || !isSchemeTypo(a.scheme)) return undefined;
      return { start: a.coreStart, end: a.separator, params: { scheme: show(a.schemeText) } };
    },
    fix(a) {
      const local = a.authorities.length > 0 && a.authorities.every((m) => isLoopback(m.host.toLowerCase()));
      return splice(a.text, a.coreStart, a.separator, local ? 'http' : 'https');
    },
  },
  {
    id: 'W218',
    ...LOW,
    title: 'Braces that say nothing',
    message: {
      one: 'Braces around one value are taken literally by some engines; write the value alone.',
      empty: 'One of the values is empty, which some engines take literally.',
      repeated: 'The value {value} stands in these braces twice.',
    },
    link: BASH,
    check(a) {
      if (!a.braced) return undefined;
      for (const group of groupsOf([...a.authorityTree, ...a.pathTree])) {
        if (group.range) continue;
        const place = { start: group.start, end: group.end };
        if (group.options.length === 1) return { ...place, variant: 'one' };
        const values = optionTexts(a.text, group);
        if (values.includes('')) return { ...place, variant: 'empty' };
        const value = values.find((one, i) => values.indexOf(one) !== i);
        if (value !== undefined) return { ...place, params: { value: show(value) }, variant: 'repeated' };
      }
      return undefined;
    },
    fix(a) {
      const tail = a.text.slice(a.authorityStart, a.coreEnd);
      const fixed = tail.replace(/\{([^{}]*)\}/g, (whole, inner: string) => {
        if (/^[^,]*\.\.[^,]*$/.test(inner)) return whole;
        const values = [...new Set(inner.split(','))];
        return values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`;
      });
      const clean = fixed !== tail && !/\{,|,\}|,,/.test(fixed) && !/\{[^{}]*\{/.test(tail);
      return clean ? splice(a.text, a.authorityStart, a.coreEnd, fixed) : undefined;
    },
  },
  {
    id: 'W219',
    ...MEDIUM,
    title: 'Range in braces',
    message: 'Ranges are not documented; {range} is read as {list} here, so write the list.',
    link: BASH,
    check(a) {
      if (!a.braced) return undefined;
      const group = groupsOf([...a.authorityTree, ...a.pathTree]).find((one) => one.range);
      if (!group) return undefined;
      const range = show(a.text.slice(group.start, group.end));
      return { start: group.start, end: group.end, params: { range, list: show(listOf(group)) } };
    },
    fix(a) {
      // From behind, so that the offsets of the ones before stay right.
      const ranges = groupsOf([...a.authorityTree, ...a.pathTree]).filter((one) => one.range);
      return ranges
        .sort((x, y) => y.start - x.start)
        .reduce((text, group) => splice(text, group.start, group.end, listOf(group)), a.text);
    },
  },
  {
    id: 'W224',
    ...MEDIUM,
    title: "Atlassian's own host",
    message:
      "{host} is Atlassian's own address; list the address of the AI tool that asks for access instead.",
    link: SUPPORT,
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const own = isNamed(m) && /(?:^|[.*])(?:atlassian\.(?:net|com)|jira\.com)\.?$/.test(m.name);
        return own ? hitHost(a, m, { host: show(m.name) }) : undefined;
      });
    },
  },
  {
    id: 'W228',
    ...LOW,
    title: 'Braces in braces',
    message: 'Not every engine reads braces inside braces; write one list.',
    link: BASH,
    check(a) {
      if (!a.braced) return undefined;
      const inner = groupsOf([...a.authorityTree, ...a.pathTree]).find((group) => group.depth > 0);
      return inner && { start: inner.start, end: inner.end };
    },
    fix(a) {
      const outer = [...a.authorityTree, ...a.pathTree].filter(
        (node): node is BraceGroup =>
          node.kind === 'group' && node.options.some((option) => groupsOf(option).length > 0),
      );
      return outer
        .reverse()
        .reduce((text, group) => splice(text, group.start, group.end, listOf(group)), a.text);
    },
  },
];

/** A group written as one plain list; a single value stands alone. */
function listOf(group: BraceGroup): string {
  const values = [...new Set(optionsOf(group).flatMap(expand))];
  return values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`;
}

/** What stands between the commas of a group, as written. */
function optionTexts(text: string, group: BraceGroup): string[] {
  let start = group.start + 1;
  return group.options.map((option, i) => {
    const end = i === group.options.length - 1 ? group.end - 1 : (option.at(-1)?.end ?? start);
    const value = text.slice(start, end);
    start = end + 1;
    return value;
  });
}
