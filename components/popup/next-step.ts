import type { ProblemCode } from '../../lib/activity/problems.ts';

/**
 * What asking again doesn't help: the next step is in the options. The codes that need the admin, but for `bad-request`,
 * which nothing in the options mends; a test holds the two lists together.
 */
const MENDED_IN_OPTIONS: readonly string[] = [
  'key-locked',
  'unauthorised',
  'forbidden',
  'scope-missing',
  'plan-missing',
  'permission-missing',
  'not-found',
  'session-withdrawn',
] satisfies ProblemCode[];

export function isMendedInOptions(problem: { code: string } | undefined): boolean {
  return problem !== undefined && MENDED_IN_OPTIONS.includes(problem.code);
}

/** Nothing is wrong but the connection: said calmly, since the stored figures are there. */
export function isOffline(problem: { code: string } | undefined): boolean {
  return problem?.code === 'offline';
}
