import { safeParse } from 'valibot';
import { type EventShape, eventShape } from './api-shapes.ts';
import { type LabelledText, recogniseTool } from './recognise.ts';
import { cleanText, MAX_NAME } from './text.ts';
import { readTime } from './time.ts';
import type { Actor, ActorKind, AuditCall, SourceName } from './types.ts';

/** How deep and how far an event's free attributes are read; the rest is left out. */
const MAX_DEPTH = 4;
const MAX_TEXTS = 200;
const MAX_TEXT = 4_000;

/** Sign-in kinds of apps and services; nobody sits behind them. */
const SERVICE_AUTH = /^(?:container-token|connect-token|auth-token-for-2LO)$/i;
const SERVICE_MAIL = /@(?:serviceaccount|connect|bot)\.atlassian\.com$/i;

export interface NormaliseContext {
  org: string;
  source: SourceName;
  /** Action id to display name, from the catalogue of actions. */
  actionNames?: ReadonlyMap<string, string>;
}

export type Normalised = { ok: true; call: AuditCall } | { ok: false; field: string };

/** All texts of a value with the keys they stand under; `{name: 'tool', value: 'x'}` reads as `tool: x`. */
function collect(value: unknown, key: string, into: LabelledText[], depth = 0): void {
  if (into.length >= MAX_TEXTS || depth > MAX_DEPTH) return;
  if (typeof value === 'string') {
    if (value !== '') into.push({ key, text: value.slice(0, MAX_TEXT).trim() });
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_TEXTS)) collect(item, key, into, depth + 1);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  const name = fields.name ?? fields.key;
  const labelled = typeof name === 'string' && 'value' in fields ? name.slice(0, 100) : undefined;
  for (const [field, inner] of Object.entries(fields).slice(0, MAX_TEXTS)) {
    collect(inner, labelled !== undefined && field === 'value' ? labelled : field, into, depth + 1);
  }
}

type Items = NonNullable<NonNullable<EventShape['attributes']['context']>>;

function contextTexts(items: Items): LabelledText[] {
  const texts: LabelledText[] = [];
  for (const { id, type, attributes } of items) {
    // An item of a type such as `MCP_TOOL` holds the tool in its id or name: its texts stand under that type.
    const isTool = typeof type === 'string' && /tool/i.test(type);
    // Most ids are no names: only one written like a tool's name is taken for it.
    if (typeof id === 'string')
      collect(id, isTool && /^[a-z]+(?:[A-Z_][A-Za-z_]*)?$/.test(id) ? 'tool' : 'id', texts);
    if (isTool && typeof attributes === 'object' && attributes !== null && 'name' in attributes) {
      collect(attributes.name, 'tool', texts);
    }
    collect(attributes, '', texts);
  }
  return texts;
}

function readActor(event: EventShape): { actor: Actor; via?: string } {
  const raw = event.attributes.actor;
  const id = cleanText(raw?.id);
  const mail = cleanText(raw?.email);
  const authType = cleanText(raw?.auth?.authType);
  const own: Actor = {
    id: id || 'unknown',
    name: cleanText(raw?.name) || mail || id || 'unknown',
    kind: 'unknown',
  };
  const person = raw?.onBehalfOf;
  const personId = cleanText(person?.id) || cleanText(person?.email);
  if (person && personId) {
    const name = cleanText(person.name) || cleanText(person.email) || personId;
    return { actor: { id: personId, name, kind: 'person' }, via: own.name };
  }
  let kind: ActorKind = 'unknown';
  if (SERVICE_AUTH.test(authType) || SERVICE_MAIL.test(mail)) kind = 'service';
  else if (mail || /^auth-token-for-3LO$/i.test(authType)) kind = 'person';
  return { actor: { ...own, kind } };
}

/** The AI tool or app, where the event tells: the actor's app by its name, else a client named in the context. */
function readApp(
  app: NonNullable<EventShape['attributes']['actor']>['app'],
  context: readonly LabelledText[],
): string {
  const texts: LabelledText[] = [];
  collect(app?.attributes, '', texts);
  const named = [...texts, ...context].find(({ key }) =>
    /^(?:(?:app|client|application)[ _-]?name|displayName)$/i.test(key),
  );
  const plain = texts.find(({ key }) => key === 'name');
  return cleanText(plain?.text ?? named?.text ?? app?.id);
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content.slice(0, MAX_TEXT);
  const texts: LabelledText[] = [];
  collect(content, '', texts);
  return texts
    .map(({ text }) => text)
    .join(' ')
    .slice(0, MAX_TEXT);
}

/**
 * Reads one event of the Organizations API. Never throws: what isn't an event answers `ok: false` with the field
 * that was wrong. All texts of the result are single lines, cleaned and capped.
 */
export function normaliseEvent(value: unknown, { org, source, actionNames }: NormaliseContext): Normalised {
  const parsed = safeParse(eventShape, value);
  if (!parsed.success) {
    return { ok: false, field: parsed.issues[0].path?.map(({ key }) => String(key)).join('.') || 'event' };
  }
  const event = parsed.output;
  const { attributes } = event;
  const time = readTime(attributes.time);
  if (time === undefined) return { ok: false, field: 'attributes.time' };

  const context = contextTexts([...(attributes.context ?? []), ...(attributes.container ?? [])]);
  const appTexts: LabelledText[] = [];
  collect(attributes.actor?.app?.attributes, '', appTexts);
  if (typeof attributes.actor?.app?.id === 'string') collect(attributes.actor.app.id, 'id', appTexts);
  const action = cleanText(attributes.action);
  const recognised = recogniseTool({
    context,
    message: textOf((event.message ?? attributes.message)?.content),
    app: appTexts,
    action,
    actionName: cleanText(actionNames?.get(action)),
  });
  const { actor, via } = readActor(event);
  const app = readApp(attributes.actor?.app, context);
  return {
    ok: true,
    call: {
      org,
      id: event.id,
      time,
      tool: cleanText(recognised.tool, MAX_NAME),
      class: recognised.class,
      actor,
      // An app that only carries the tool's name is no AI tool.
      app: recognised.how === 'app' && app === recognised.tool ? '' : app,
      country: cleanText(attributes.location?.countryName, 80),
      authType: cleanText(attributes.actor?.auth?.authType, 80),
      how: recognised.how,
      action,
      source,
      ...(via ? { via } : {}),
    },
  };
}
