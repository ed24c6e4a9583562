import { expect, test } from 'vitest';
import { isMendedInOptions, isOffline } from '../../../../components/popup/next-step.ts';
import { NEEDS_ADMIN, problem } from '../../../../lib/activity/problems.ts';

test('what needs the admin leads to the options, but for a request that only we could mend', () => {
  const elsewhere = NEEDS_ADMIN.filter((code) => !isMendedInOptions(problem(code)));
  expect(elsewhere).toEqual(['bad-request']);
});

test('what passes by itself leads nowhere', () => {
  const passing = (['rate-limited', 'server-error', 'timed-out', 'offline', 'clock-skew'] as const).map(
    problem,
  );
  expect(passing.filter(isMendedInOptions)).toEqual([]);
  expect(passing.filter(isOffline).map(({ code }) => code)).toEqual(['offline']);
  expect([isMendedInOptions(undefined), isOffline(undefined)]).toEqual([false, false]);
});
