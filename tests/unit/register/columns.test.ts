import { describe, expect, it } from 'vitest';
import { registerFieldsIn } from '../../../lib/register/columns.ts';

describe('the register’s columns', () => {
  it('are found under their usual names', () => {
    expect(
      registerFieldsIn({
        Owner: ' Kim ',
        Why: 'CI bot',
        'Review-by': '2027-01-31',
        Jira: 'SEC-12',
        source: 'audit',
        other: 'x',
      }),
    ).toEqual({
      owner: 'Kim',
      reason: 'CI bot',
      reviewBy: '2027-01-31',
      ticket: 'SEC-12',
      source: 'audit',
    });
    expect(registerFieldsIn({ Besitzer: 'Kim', Grund: 'Test' })).toEqual({ owner: 'Kim', reason: 'Test' });
  });

  it.each(['31.01.2027', '2027-02-30', '01/02/2027', 'soon'])('keep the date %s as it is written', (text) => {
    expect(registerFieldsIn({ review_by: ` ${text}` })).toEqual({ reviewBy: text });
  });
});
