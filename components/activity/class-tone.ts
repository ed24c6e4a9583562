import type { ToolClass } from '../../lib/activity/types.ts';
import type { Tone } from '../controls/lozenge.tsx';

/** How much a class of tools changes, as a tone; the word beside it says the same. */
export const classTone: Record<ToolClass, Tone> = {
  read: 'neutral',
  search: 'neutral',
  write: 'information',
  delete: 'danger',
  manage: 'warning',
  meta: 'neutral',
  unknown: 'neutral',
};
