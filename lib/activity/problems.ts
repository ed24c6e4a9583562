import type { Problem } from './types.ts';

/** Everything that can go wrong with a source of events, as a code and a sentence for the admin. */
export type ProblemCode =
  | 'unauthorised'
  | 'forbidden'
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
  | 'file-unreadable'
  | 'file-too-large';

const SENTENCES: Readonly<Record<ProblemCode, string>> = {
  unauthorised:
    'Atlassian did not accept the key. It may be expired, revoked, or a user’s or site’s token: create an organization API key with the scope read:events:admin and save it in the options.',
  forbidden:
    'The key may not read audit events. It lacks the scope read:events:admin, or the organization’s plan has no audit log API: check the key’s scopes in Settings > API keys.',
  'not-found':
    'Atlassian knows no such organization for this key. Check the organization id in the options: it stands in the console’s address after /o/.',
  'bad-request':
    'Atlassian refused the query as invalid. The API may have changed: update Gatehouse; what was fetched before is kept.',
  'rate-limited':
    'Atlassian asked to slow down. Gatehouse waits as long as it was told and goes on by itself.',
  'server-error': 'Atlassian’s API had an error. Gatehouse tries again by itself, at growing intervals.',
  offline:
    'Atlassian’s API could not be reached. The figures are those of the last sync; Gatehouse goes on when the connection is back.',
  'timed-out':
    'Atlassian’s API did not answer in time. Gatehouse tries again by itself, at growing intervals.',
  truncated:
    'An answer of Atlassian’s API broke off. Nothing of it was used; Gatehouse asks again by itself.',
  'unexpected-answer':
    'Atlassian’s API answered in a form that Gatehouse does not know. Nothing of it was used; if this goes on, update Gatehouse.',
  'clock-skew':
    'This computer’s clock differs from Atlassian’s by more than five minutes. Gatehouse reckons with Atlassian’s time; set the clock right.',
  'session-withdrawn':
    'The console did not answer as expected with your own session, so Gatehouse has stopped asking it. Use an organization API key or an exported audit log.',
  'file-unreadable':
    'This is no audit log that Gatehouse can read: a CSV needs the columns activity, date and actor, a JSON a list of events. Nothing was taken from it.',
  'file-too-large':
    'The file is larger than 100 MB. Export a shorter period and try again; nothing was taken from it.',
};

export function problem(code: ProblemCode): Problem & { code: ProblemCode } {
  return { code, message: SENTENCES[code] };
}

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(SENTENCES, code);
}
