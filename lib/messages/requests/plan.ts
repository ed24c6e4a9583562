import { boolean, custom, type GenericSchema, picklist, pipe, strictObject, transform } from 'valibot';
import { entryText, listOf, MAX_CHUNK, MAX_ENTRIES, MAX_ENTRY, wholeBetween } from '../../store/shapes.ts';
import type { PlanAsk } from '../plan-protocol.ts';

/** Texts of rows, cut as entries are. By hand, since a schema for each of 100,000 costs a tenth of judging them. */
const cutTexts = pipe(
  custom<string[]>(
    (value) =>
      Array.isArray(value) && value.length <= MAX_CHUNK && value.every((text) => typeof text === 'string'),
  ),
  transform((texts) => texts.map((text) => (text.length > MAX_ENTRY ? text.slice(0, MAX_ENTRY) : text))),
);

/** What there is to say of rows, each by itself. */
export const findingsRequest = strictObject({ texts: cutTexts, supportedAllowed: boolean() });

/** What may come over the plan port, by its type. */
export const PLAN_ASKS: {
  readonly [Type in PlanAsk['type']]: GenericSchema<unknown, Extract<PlanAsk, { type: Type }>>;
} = {
  start: strictObject({
    type: picklist(['start']),
    total: wholeBetween(0, MAX_ENTRIES),
    supportedAllowed: boolean(),
  }),
  rows: strictObject({
    type: picklist(['rows']),
    texts: cutTexts,
  }),
  end: strictObject({ type: picklist(['end']), list: listOf(entryText, MAX_ENTRIES) }),
  alive: strictObject({ type: picklist(['alive']) }),
};
