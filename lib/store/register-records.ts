import { array, exactOptional, type GenericSchema, object, picklist } from 'valibot';
import { FIELDS, LONGEST, type RegisterRecord } from '../register/types.ts';
import { cutText, entryText, instant, organizationId } from './shapes.ts';

/** What the admin wrote down about one entry. */
export const registerFields = {
  pattern: entryText,
  owner: exactOptional(cutText(LONGEST.owner)),
  reason: exactOptional(cutText(LONGEST.reason)),
  ticket: exactOptional(cutText(LONGEST.ticket)),
  reviewBy: exactOptional(cutText(LONGEST.reviewBy)),
  source: exactOptional(cutText(LONGEST.source)),
  // Added later: records from before lack it.
  earlier: exactOptional(array(object({ field: picklist(FIELDS), value: cutText(2_000) }))),
};
const { earlier: _earlier, ...withoutEarlier } = registerFields;
/** What may be typed: earlier values are kept by us. */
export const typedFields = withoutEarlier;
export interface StoredRegisterRecord extends RegisterRecord {
  org: string;
  updatedAt: number;
}
export const storedRegisterRecord: GenericSchema<unknown, StoredRegisterRecord> = object({
  ...registerFields,
  org: organizationId,
  updatedAt: instant,
});
