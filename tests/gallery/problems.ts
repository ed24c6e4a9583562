import { NEEDS_ADMIN, problem } from '../../lib/activity/problems.ts';
import type { Problem } from '../../lib/activity/types.ts';

/** All that stops the fetching of events, as the views are given it. */
export const stops: readonly Problem[] = [
  ...NEEDS_ADMIN.map(problem),
  ...(['server-error', 'timed-out', 'truncated', 'unexpected-answer'] as const).map(problem),
  ...(['session-withdrawn', 'key-locked'] as const).map(problem),
];
export const offline: Problem = problem('offline');
export const waiting: Problem = problem('rate-limited');
