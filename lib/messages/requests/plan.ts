import { boolean, exactOptional, type GenericSchema, picklist, strictObject } from 'valibot';
import {
  entryText,
  listOf,
  MAX_CHUNK,
  MAX_ENTRIES,
  textRecord,
  wholeBetween,
  wholeNumber,
} from '../../store/shapes.ts';
import type { PlanAsk } from '../plan-protocol.ts';

/** What may come over the plan port, by its type. */
export const PLAN_ASKS: {
  readonly [Type in PlanAsk['type']]: GenericSchema<unknown, Extract<PlanAsk, { type: Type }>>;
} = {
  start: strictObject({
    type: picklist(['start']),
    total: wholeBetween(0, MAX_ENTRIES),
    list: listOf(entryText, MAX_ENTRIES),
    supportedAllowed: exactOptional(boolean()),
  }),
  rows: strictObject({
    type: picklist(['rows']),
    rows: listOf(
      strictObject({ line: wholeNumber, text: entryText, extra: textRecord(100, 4_096) }),
      MAX_CHUNK,
    ),
  }),
  end: strictObject({ type: picklist(['end']) }),
  alive: strictObject({ type: picklist(['alive']) }),
};
