import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layered } from '../../../lib/register/layers.ts';
import { editRecord } from '../../../lib/register/merge.ts';
import { FIELDS } from '../../../lib/register/types.ts';
import { record } from './arbitrary.ts';

const pattern = 'https://ours.example/**';

describe('a register over one to start with', () => {
  it('shows the lower one where nothing was written down', () => {
    expect(layered([], [{ pattern, owner: 'Policy' }])).toEqual([{ pattern, owner: 'Policy' }]);
    expect(layered([{ pattern, reason: 'Mine' }], [{ pattern, owner: 'Policy', reason: 'Theirs' }])).toEqual([
      { pattern, owner: 'Policy', reason: 'Mine' },
    ]);
  });

  it('leaves cleared what the admin cleared', () => {
    const lower = { pattern, owner: 'Policy', ticket: 'SEC-1' };
    const edited = editRecord(lower, { pattern, owner: '' });
    expect(layered([edited], [lower])).toEqual([edited]);
    expect(edited).toMatchObject({ ticket: 'SEC-1' });
    expect(edited.owner).toBeUndefined();
  });

  it('never overwrites and never loses a field', () => {
    const records = fc.uniqueArray(record, { selector: (one) => one.pattern });
    fc.assert(
      fc.property(records, records, (upper, lower) => {
        const shown = new Map(layered(upper, lower).map((one) => [one.pattern, one]));
        expect(new Set(shown.keys())).toEqual(new Set([...upper, ...lower].map((one) => one.pattern)));
        for (const own of upper) {
          for (const field of FIELDS) {
            if (own[field] !== undefined) expect(shown.get(own.pattern)?.[field]).toBe(own[field]);
          }
        }
      }),
    );
  });
});
