import { say } from '../../words/say.ts';
import type { Problems } from '../problems.ts';
import type { LineEnds } from './next-of.ts';

/** Says afterwards when a file had line ends that editors may have garbled (I405). */
export function noteLineEnds({ seen }: LineEnds, problems: Problems): void {
  if (seen.mac) {
    problems.note('lineEndings', undefined, say('file_name_macLineEnds'));
  } else if (seen.windows && seen.unix) {
    problems.note('lineEndings', undefined, say('file_name_mixedLineEnds'));
  }
}
