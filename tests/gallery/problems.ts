import { type ProblemCode, problem } from '../../lib/activity/problems.ts';
import type { Problem } from '../../lib/activity/types.ts';
import { say } from '../../lib/words/say.ts';

/** All that stops the fetching of events, as the views are given it. */
const STOPS: readonly ProblemCode[] = [
  'unauthorised',
  'forbidden',
  'scope-missing',
  'plan-missing',
  'permission-missing',
  'not-found',
  'bad-request',
  'server-error',
  'timed-out',
  'truncated',
  'unexpected-answer',
  'session-withdrawn',
];

export const stops: readonly Problem[] = [
  ...STOPS.map(problem),
  { code: 'key-locked', message: say('activityProblem_keyLocked') },
];
export const offline: Problem = problem('offline');
export const waiting: Problem = problem('rate-limited');
