import { type BraceGroup, expand, groupsOf, optionsOf } from '../read/braces.ts';
import { LOW, MEDIUM, type Rule, show, splice } from './rule.ts';

const BASH = 'https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html';

/** How braces are written, in the catalogue's order. */
export const BRACE_WARNINGS: readonly Rule[] = [
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
    needs: 'brace',
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
    needs: 'brace',
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
    id: 'W228',
    ...LOW,
    title: 'Braces in braces',
    message: 'Not every engine reads braces inside braces; write one list.',
    link: BASH,
    needs: 'brace',
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
