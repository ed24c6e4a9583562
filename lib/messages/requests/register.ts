import { exactOptional, picklist, strictObject } from 'valibot';
import { registerFields, typedFields } from '../../store/register-records.ts';
import { entryText, listOf, MAX_CHUNK, MAX_ENTRIES, organizationId } from '../../store/shapes.ts';

/** The register; with texts of the list, its records go by those that mean the same entry. */
export const registerGet = strictObject({
  org: exactOptional(organizationId),
  entries: exactOptional(listOf(entryText, MAX_ENTRIES)),
});

/** Asks under which texts entries are kept, so that a file can be held against the register. */
export const registerKeys = strictObject({ org: organizationId, patterns: listOf(entryText, MAX_ENTRIES) });

export const registerMerge = strictObject({
  org: exactOptional(organizationId),
  entries: listOf(strictObject(registerFields), MAX_CHUNK),
  /** Whose values stand where both are there; the given ones when absent. */
  winner: exactOptional(picklist(['mine', 'theirs'])),
});

/** The fields of one entry as they were typed; an empty one is cleared, one that is absent stays. */
export const registerEdit = strictObject({
  org: exactOptional(organizationId),
  entry: strictObject(typedFields),
});
