import { analyse } from '../read/analysis.ts';
import type { CheckContext, Grade, Verdict } from '../types.ts';
import { grade, judge } from './judge.ts';
import { ListIndex } from './list-view.ts';

type GradeContext = Pick<CheckContext, 'supportedAllowed'>;

export { checkList, checkRedirects, type ListContext } from './list.ts';

/**
 * Judges one entry.
 * @param text the entry exactly as typed or read; any string at all.
 * @param context the other entries of the list and the state of the supported list.
 * @returns the verdict with all findings, most important first. Never throws; linear in the length.
 */
export function checkPattern(text: string, context: CheckContext = {}): Verdict {
  const supportedAllowed = context.supportedAllowed ?? true;
  const { existing } = context;
  if (!existing || existing.length === 0) return judge(analyse(text), { supportedAllowed });
  return judge(analyse(text), { supportedAllowed, list: indexOf(existing).outside() });
}

/**
 * What a whole check of the entry by itself comes to: cheaper, since no sentence is made and the first finding decides, for
 * lists that are too long to be read.
 * @returns level and severity of the first finding that `checkPattern` would have. Never throws; linear in the length.
 */
export function gradePattern(text: string, { supportedAllowed = true }: GradeContext = {}): Grade {
  return grade(analyse(text), { supportedAllowed });
}

let lately: ListIndex | undefined;

/**
 * The index of the list asked about last. While an admin types, the list stays the same, but it comes as a new array
 * with each message: so it is compared by what it holds.
 */
function indexOf(existing: readonly string[]): ListIndex {
  const same =
    lately?.patterns.length === existing.length && lately.patterns.every((text, i) => text === existing[i]);
  if (!same || !lately) lately = new ListIndex([...existing]);
  return lately;
}
