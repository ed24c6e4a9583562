import { strictObject } from 'valibot';
import { calendarDay, cutText, entryText, listOf, MAX_ENTRIES, organizationId } from '../../store/shapes.ts';

/** What our own pages say of a finding: known, until that day, for this reason, in what it was found then. */
export const acceptRequest = strictObject({
  org: organizationId,
  rule: cutText(16),
  until: calendarDay,
  reason: cutText(2_000),
  evidence: listOf(entryText, MAX_ENTRIES),
});

export const withdrawRequest = strictObject({ org: organizationId, rule: cutText(16) });
