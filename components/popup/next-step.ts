/** What asking again doesn't help, by the problem's code: the next step is in the options. */
const MENDED_IN_OPTIONS: readonly string[] = [
  'key-locked',
  'unauthorised',
  'forbidden',
  'scope-missing',
  'plan-missing',
  'permission-missing',
  'not-found',
  'session-withdrawn',
];

export function isMendedInOptions(problem: { code: string } | undefined): boolean {
  return problem !== undefined && MENDED_IN_OPTIONS.includes(problem.code);
}

/** Nothing is wrong but the connection: said calmly, since the stored figures are there. */
export function isOffline(problem: { code: string } | undefined): boolean {
  return problem?.code === 'offline';
}
