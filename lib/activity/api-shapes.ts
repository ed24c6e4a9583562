import {
  array,
  fallback,
  type GenericSchema,
  type InferOutput,
  maxLength,
  minLength,
  nullish,
  number,
  object,
  optional,
  pipe,
  string,
  transform,
  union,
  unknown,
} from 'valibot';

/**
 * What the Organizations API answers, as far as it is read. Required is only what an event can't do without; every
 * other field that has another form than expected is read as absent, so that a change at Atlassian costs a detail
 * and not the event. Fields that are not named here never get in.
 */

/** A field that is dropped when it doesn't have the expected form. */
const lenient = <T>(schema: GenericSchema<unknown, T>) =>
  optional(fallback(nullish(schema) as GenericSchema<unknown, T | null | undefined>, undefined));

const label: GenericSchema<unknown, string | number> = union([string(), number()]);
const attributes = lenient(unknown());

const auth = object({ authType: lenient(label), tokenLabel: lenient(label) });
const onBehalfOf = object({ id: lenient(label), name: lenient(label), email: lenient(label) });
const app = object({ id: lenient(label), type: lenient(label), attributes });
const actor = object({
  id: lenient(label),
  name: lenient(label),
  email: lenient(label),
  auth: lenient(auth),
  onBehalfOf: lenient(onBehalfOf),
  app: lenient(app),
});
const contextItem = object({ id: lenient(label), type: lenient(label), attributes });
const location = object({ countryName: lenient(label) });
const message = object({ content: lenient(unknown()) });

export const eventShape = object({
  id: pipe(label, transform(String), minLength(1), maxLength(512)),
  attributes: object({
    time: label,
    action: lenient(label),
    actor: lenient(actor),
    context: lenient(array(fallback(contextItem, {}))),
    container: lenient(array(fallback(contextItem, {}))),
    location: lenient(location),
    message: lenient(message),
  }),
  message: lenient(message),
});
export type EventShape = InferOutput<typeof eventShape>;

/** A page of events. The events are read one by one, so that a bad one doesn't cost the others. */
export const pageShape = object({
  data: array(unknown()),
  meta: lenient(object({ next: lenient(label) })),
  links: lenient(object({ next: lenient(string()) })),
});

export const actionsShape = object({
  data: array(
    fallback(
      object({
        id: optional(label),
        attributes: lenient(
          object({
            displayName: lenient(label),
            groupDisplayName: lenient(label),
            groupDisplayNames: lenient(array(label)),
          }),
        ),
      }),
      {},
    ),
  ),
});
