import type { Problems } from '../problems.ts';
import type { LineEnds } from './next-of.ts';

/** Says afterwards when a file had line ends that editors may have garbled (I405). */
export function noteLineEnds({ seen }: LineEnds, problems: Problems): void {
  if (seen.mac) {
    problems.note('lineEndings', undefined, 'line ends of old Mac programs (a lone carriage return)');
  } else if (seen.windows && seen.unix) {
    problems.note('lineEndings', undefined, 'mixed line ends (Windows and Unix)');
  }
}
