import { exactOptional, picklist, strictObject } from 'valibot';
import { journalRow, pauseReason, runKind, settledState } from '../../store/journal-records.ts';
import {
  cutText,
  listOf,
  MAX_CHUNK,
  MAX_ENTRIES,
  madeUpId,
  organizationId,
  wholeBetween,
  wholeNumber,
} from '../../store/shapes.ts';

const ofRun = { org: exactOptional(organizationId), run: madeUpId };
/** The random half of a lease's owner; the background adds the tab. */
const token = madeUpId;

/**
 * A run and its rows `first` to `first + rows.length - 1` of `total`. A long plan is sent in several messages;
 * the run can start when the last has been answered. Sending one again changes nothing.
 */
export const beginRequest = strictObject({
  ...ofRun,
  token,
  kind: runKind,
  file: cutText(255),
  path: cutText(2_048),
  undoes: exactOptional(madeUpId),
  first: wholeNumber,
  total: wholeNumber,
  rows: listOf(journalRow, MAX_CHUNK),
});

/** After an interruption one reading of the list may settle all rows at once. */
const settledRows = listOf(
  strictObject({ index: wholeNumber, state: settledState, words: exactOptional(cutText(2_000)) }),
  MAX_ENTRIES,
);

export const tryingRequest = strictObject({
  ...ofRun,
  token,
  index: wholeNumber,
  settled: exactOptional(settledRows),
});

export const untriedRequest = strictObject({ ...ofRun, token, index: wholeNumber });

export const settleRequest = strictObject({ ...ofRun, rows: settledRows });

export const pauseRequest = strictObject({ ...ofRun, reason: pauseReason });
export const resumeRequest = strictObject({ ...ofRun, token });
export const finishRequest = strictObject({ ...ofRun, state: picklist(['done', 'cancelled']) });
export const rowsRequest = strictObject({
  ...ofRun,
  first: wholeNumber,
  count: wholeBetween(0, MAX_CHUNK),
});

export const leaseRequest = strictObject({ org: exactOptional(organizationId), token });
