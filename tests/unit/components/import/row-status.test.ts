import { expect, test } from 'vitest';
import { offeredFix, rowStatus, type ShownRow } from '../../../../components/import/row-status.ts';

const row = (more: Partial<ShownRow>): ShownRow => ({
  line: 1,
  text: 'https://a.com/**',
  pattern: 'https://a.com/**',
  extra: {},
  plan: 'add',
  level: 'ok',
  needsTick: false,
  findings: [],
  ...more,
});
const warning = {
  rule: 'W101',
  level: 'warn',
  severity: 'high',
  message: 'Shared host.',
  start: 0,
  end: 1,
} as const;

test('the plan gives its reason before any finding does', () => {
  const status = rowStatus(
    row({ plan: 'covered', by: 'https://*.a.com/**', findings: [warning] }),
    'review',
    false,
    undefined,
  );
  expect(status.word).toBe('Covered');
  expect(status.message).toContain('https://*.a.com/**');
});

test('a row with a high warning asks for a decision until it is ticked, and is left out once the run began', () => {
  const risky = row({ level: 'warn', needsTick: true, findings: [warning] });
  expect(rowStatus(risky, 'review', false, undefined)).toMatchObject({
    word: 'Decide',
    message: 'Shared host.',
    level: 'warn',
  });
  expect(rowStatus(risky, 'review', true, undefined).word).toBe('Add');
  expect(rowStatus(risky, 'done', false, undefined).word).toBe('Left out');
});

test('a refusal carries the page’s own words', () => {
  const status = rowStatus(row({}), 'done', true, { outcome: 'failed', words: 'Domain already exists.' });
  expect(status).toMatchObject({ word: 'Refused', tone: 'danger', level: 'error' });
  expect(status.message).toContain('Domain already exists.');
});

test('after a run nothing of the review is claimed for a row that was added', () => {
  const status = rowStatus(row({ level: 'warn', findings: [warning] }), 'done', true, { outcome: 'added' });
  expect(status).toEqual({ word: 'Added', tone: 'success', message: '' });
});

test.each(['add', 'covered', 'invalid', 'present', 'duplicate'] as const)(
  'a fix is offered where it can come into the list: %s',
  (plan) => {
    const finding = {
      rule: 'W001',
      level: 'warn',
      severity: 'low',
      message: '',
      start: 0,
      end: 1,
      fix: 'b',
    } as const;
    const row = { line: 1, text: 'a', pattern: 'a', extra: {}, level: 'warn', needsTick: false } as const;
    const gone = plan === 'present' || plan === 'duplicate';
    expect(offeredFix({ ...row, plan, findings: [finding] })).toBe(gone ? undefined : 'b');
  },
);
