import type { Analysis } from '../read/analysis.ts';
import { normalise } from '../read/normalise.ts';
import { type Hit, INFO, MEDIUM, type Params, type Rule, SUPPORT, show } from './rule.ts';
import { hitSupported } from './warnings-working.ts';

const GUIDES = 'https://github.com/atlassian/atlassian-mcp-server/issues/254';

/** What an entry adds to the others of its list, in the catalogue's order. R309 and R311 are about the list as a whole. */
export const LIST_RULES: readonly Rule[] = [
  {
    id: 'R301',
    ...MEDIUM,
    title: 'Duplicate',
    message: 'The same entry is already in the list.',
    link: SUPPORT,
    check(a, { list }) {
      return list?.sameText(a.text) === undefined ? undefined : whole(a, {});
    },
  },
  {
    id: 'R302',
    ...MEDIUM,
    title: 'Duplicate in another spelling',
    message: '{other} is already in the list and is the same entry written in another way.',
    link: 'https://www.rfc-editor.org/rfc/rfc3986#section-6.2',
    check(a, { list }) {
      const other = list?.sameNormalised(normalise(a));
      return other === undefined || list?.sameText(a.text) !== undefined
        ? undefined
        : whole(a, { other: show(other) });
    },
  },
  {
    id: 'R303',
    ...MEDIUM,
    title: 'Covered by another entry',
    message:
      '{other} already allows everything that this entry does, however the list is read; it can be removed.',
    link: SUPPORT,
    check(a, { list }) {
      const normalised = normalise(a);
      if (!list || list.sameNormalised(normalised) !== undefined) return undefined;
      const other = list.coveredBy(a.text, normalised);
      return other === undefined ? undefined : whole(a, { other: show(other) });
    },
  },
  {
    id: 'R304',
    ...INFO,
    title: 'Covered by a supported domain',
    message:
      "{host} is on Atlassian's supported list, which is switched on; this entry only matters when it is switched off.",
    link: SUPPORT,
    check(a, { supportedAllowed, list }) {
      return supportedAllowed && list?.everyRow ? hitSupported(a) : undefined;
    },
  },
  {
    id: 'R305',
    ...INFO,
    title: 'Partial overlap',
    message: '{other} allows some of the addresses that this entry allows; look whether both are meant.',
    link: SUPPORT,
    check(a, { list }) {
      const other = list?.overlapping(a.text, normalise(a));
      return other === undefined ? undefined : whole(a, { other: show(other) });
    },
  },
  {
    id: 'R306',
    ...INFO,
    title: 'Several entries fold into one',
    message: '{count} entries differ in one place only; {pattern} says the same in one row.',
    link: SUPPORT,
    check(a, { list }) {
      const folded = list && !a.braced ? list.foldable(normalise(a)) : undefined;
      return folded && whole(a, { count: folded.count, pattern: show(folded.pattern) });
    },
  },
  {
    id: 'R307',
    ...MEDIUM,
    title: 'Covered by several entries together',
    message: 'Other entries together, {others}, already allow everything that this entry does.',
    link: SUPPORT,
    check(a, { list }) {
      const others = list?.coveredByUnion(a.text, normalise(a));
      return others && whole(a, { others: show(others.join(', ')) });
    },
  },
  {
    id: 'R308',
    ...INFO,
    title: 'Not needed by any recorded address',
    message: 'None of the recorded redirect addresses needs this entry.',
    link: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3',
    check(a, { list }) {
      return list?.isNeeded(a.text) === false ? whole(a, {}) : undefined;
    },
  },
  {
    id: 'R310',
    ...INFO,
    title: 'Only the form without a path',
    message:
      'There is no entry with a path for {origin}; if its callback is refused, add the exact callback, or {origin}/**.',
    link: GUIDES,
    check(a, { list }) {
      if (!list || a.custom || a.authorityEnd < a.coreEnd) return undefined;
      const origin = normalise(a);
      return list.hasPathFor(origin) ? undefined : whole(a, { origin: show(origin) });
    },
  },
];

function whole(a: Analysis, params: Params): Hit {
  return { start: a.coreStart, end: a.coreEnd, params };
}
