import { isDay, isOverdue } from '../../calendar/day.ts';
import { normalisePattern } from '../../patterns/index.ts';
import type { RegisterRecord } from '../../register/types.ts';
import { DOMAINS_LINK } from '../links.ts';
import type { Hit, PostureInput, PostureRule } from '../types.ts';

/** An entry as the register names it: by its normalised form where it has one. */
function keyOf(entry: string): string {
  return normalisePattern(entry) ?? entry;
}

/** The register's data of each entry of the list; undefined where nothing was written down. */
function pairs({ entries, register }: PostureInput): [entry: string, known: RegisterRecord | undefined][] {
  const byKey = new Map(register.map((known) => [keyOf(known.pattern), known]));
  return [...new Set(entries ?? [])].map((entry) => [entry, byKey.get(keyOf(entry))]);
}

/** The entries of the list of which this holds. Without a list nothing can be said. */
function entriesWhere(
  input: PostureInput,
  holds: (known: RegisterRecord | undefined) => boolean,
): Hit | undefined {
  const evidence = pairs(input).flatMap(([entry, known]) => (holds(known) ? [entry] : []));
  return evidence.length > 0 ? { evidence } : undefined;
}

/** Rules about what is written down beside the list. Silent while the register is empty: it need not be used. */
export const REGISTER_RULES: readonly PostureRule[] = [
  {
    id: 'P301',
    level: 'warn',
    link: DOMAINS_LINK,
    check: (input) => entriesWhere(input, (known) => isOverdue(known?.reviewBy, input.today)),
  },
  {
    id: 'P302',
    level: 'info',
    link: DOMAINS_LINK,
    check: (input) =>
      input.register.length > 0 ? entriesWhere(input, (known) => !known?.owner?.trim()) : undefined,
  },
  {
    id: 'P303',
    level: 'info',
    link: DOMAINS_LINK,
    check: (input) =>
      input.register.length > 0 ? entriesWhere(input, (known) => !isDay(known?.reviewBy ?? '')) : undefined,
  },
  {
    id: 'P304',
    level: 'info',
    link: DOMAINS_LINK,
    check({ entries, register }) {
      if (!entries) return undefined;
      const listed = new Set(entries.map(keyOf));
      const evidence = register
        .map(({ pattern }) => pattern)
        .filter((pattern) => !listed.has(keyOf(pattern)));
      return evidence.length > 0 ? { evidence } : undefined;
    },
  },
];
