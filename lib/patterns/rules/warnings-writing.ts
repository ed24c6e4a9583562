import { inAuthority, inPath } from '../read/analysis.ts';
import { normalPort } from '../read/authority.ts';
import { normalise } from '../read/normalise.ts';
import { firstMember, hitHost, hitLabel } from './hosts.ts';
import { LOW, MEDIUM, type Rule, SUPPORT, show, splice } from './rule.ts';

const RFC3986 = 'https://www.rfc-editor.org/rfc/rfc3986';

/** How host, port and path are written, in the catalogue's order. */
export const WRITING_WARNINGS: readonly Rule[] = [
  {
    id: 'W211',
    ...LOW,
    title: 'Upper case',
    message: 'Scheme and host are kept in lower case, as {normalised}, since browsers send them so.',
    link: `${RFC3986}#section-6.2.2.1`,
    needs: 'unusual',
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
    needs: 'unusual',
    check(a) {
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
    needs: 'colon',
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
    needs: 'colon',
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
    needs: 'odd',
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
    needs: 'slashes',
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
    needs: 'odd',
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
    needs: 'unusual',
    check(a) {
      if (a.custom) return undefined;
      return firstMember(a, (m) => {
        const label = m.name.includes('_') ? m.labels.findIndex((one) => one.includes('_')) : -1;
        return label < 0 ? undefined : hitLabel(a, m, label, { label: show(m.labels[label] ?? '') });
      });
    },
  },
];
