import { expect, test } from 'vitest';
import { judgeFindings } from '../../../lib/posture/accept.ts';
import type { Acceptance, PostureFinding } from '../../../lib/posture/types.ts';

const TODAY = '2026-11-25';
const about = (...evidence: string[]): PostureFinding => ({
  rule: 'P102',
  level: 'error',
  link: 'https://support.example/',
  evidence,
  params: { count: evidence.length },
});
const accepted = (changes: Partial<Acceptance> = {}): Acceptance => ({
  rule: 'P102',
  until: '2026-12-31',
  reason: 'Under contract',
  evidence: ['a', 'b'],
  at: 1,
  ...changes,
});

test('an acceptance takes the finding out until its day is over', () => {
  const whole = { until: '2026-12-31', reason: 'Under contract', at: 1 };
  expect(judgeFindings([about('a', 'b')], [accepted()], TODAY)).toEqual([
    { ...about('a', 'b'), accepted: whole },
  ]);
  expect(judgeFindings([about('a')], [accepted({ until: TODAY })], TODAY)[0]?.accepted).toBeDefined();
  expect(
    judgeFindings([about('a')], [accepted({ until: '2026-11-24' })], TODAY)[0]?.accepted,
  ).toBeUndefined();
});

test('what came later is shown again, alone', () => {
  const [fresh, covered] = judgeFindings([about('b', 'c')], [accepted()], TODAY);
  expect(fresh).toEqual(about('c'));
  expect(covered).toMatchObject({ evidence: ['b'], params: { count: 1 }, accepted: { until: '2026-12-31' } });
});

test('a finding about a single fact is accepted as a whole, other rules are not touched', () => {
  const fact: PostureFinding = {
    rule: 'P201',
    level: 'warn',
    link: 'https://support.example/',
    evidence: [],
    params: {},
  };
  const judged = judgeFindings([about('a'), fact], [accepted({ rule: 'P201', evidence: [] })], TODAY);
  expect(judged.map((one) => [one.rule, one.accepted !== undefined])).toEqual([
    ['P102', false],
    ['P201', true],
  ]);
});
