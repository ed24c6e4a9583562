import type { MessageKey } from '../words/keys.ts';
import { say } from '../words/say.ts';
import type { Problem } from './types.ts';

/** Everything that can go wrong with a source of events, as a code and a sentence for the admin. */
export type ProblemCode =
  | 'unauthorised'
  | 'forbidden'
  | 'scope-missing'
  | 'plan-missing'
  | 'permission-missing'
  | 'not-found'
  | 'bad-request'
  | 'rate-limited'
  | 'server-error'
  | 'offline'
  | 'timed-out'
  | 'truncated'
  | 'unexpected-answer'
  | 'clock-skew'
  | 'session-withdrawn'
  | 'key-locked'
  | 'file-unreadable'
  | 'file-too-large';

const SENTENCES: Readonly<Record<ProblemCode, MessageKey>> = {
  unauthorised: 'activityProblem_unauthorised',
  forbidden: 'activityProblem_forbidden',
  'scope-missing': 'activityProblem_scopeMissing',
  'plan-missing': 'activityProblem_planMissing',
  'permission-missing': 'activityProblem_permissionMissing',
  'not-found': 'activityProblem_notFound',
  'bad-request': 'activityProblem_badRequest',
  'rate-limited': 'activityProblem_rateLimited',
  'server-error': 'activityProblem_serverError',
  offline: 'activityProblem_offline',
  'timed-out': 'activityProblem_timedOut',
  truncated: 'activityProblem_truncated',
  'unexpected-answer': 'activityProblem_unexpectedAnswer',
  'clock-skew': 'activityProblem_clockSkew',
  'session-withdrawn': 'activityProblem_sessionWithdrawn',
  'key-locked': 'activityProblem_keyLocked',
  'file-unreadable': 'activityProblem_fileUnreadable',
  'file-too-large': 'activityProblem_fileTooLarge',
};

/** The problem with its sentence. */
export function problem(code: ProblemCode): Problem & { code: ProblemCode } {
  return { code, message: say(SENTENCES[code]) };
}

/** Whether something that was stored is the code of a problem that this build knows. */
export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(SENTENCES, code);
}

/** Answers that say the key itself is of no use for this organization; after any other it is worth trying again. */
const REFUSALS: readonly ProblemCode[] = [
  'unauthorised',
  'forbidden',
  'scope-missing',
  'plan-missing',
  'not-found',
];

export function isRefusal(code: string): boolean {
  return (REFUSALS as readonly string[]).includes(code);
}

/** These don't go away by asking again: nothing more is asked before the admin has done something. */
export const NEEDS_ADMIN: readonly ProblemCode[] = [...REFUSALS, 'permission-missing', 'bad-request'];
