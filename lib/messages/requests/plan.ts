import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  literal,
  maxLength,
  maxValue,
  pipe,
  strictObject,
  variant,
} from 'valibot';
import { entryText, MAX_CHUNK, MAX_ENTRIES, textRecord, wholeNumber } from '../../store/shapes.ts';
import type { PlanAsk } from '../plan-protocol.ts';

/** What may come over the plan port. */
export const planAsk: GenericSchema<unknown, PlanAsk> = variant('type', [
  strictObject({
    type: literal('start'),
    total: pipe(wholeNumber, maxValue(MAX_ENTRIES)),
    list: pipe(array(entryText), maxLength(MAX_ENTRIES)),
    supportedAllowed: exactOptional(boolean()),
  }),
  strictObject({
    type: literal('rows'),
    rows: pipe(
      array(strictObject({ line: wholeNumber, text: entryText, extra: textRecord(100, 4_096) })),
      maxLength(MAX_CHUNK),
    ),
  }),
  strictObject({ type: literal('end') }),
]);
