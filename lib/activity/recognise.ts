import { findTool } from '../catalogue/tool-lookup.ts';
import { classifyTool, classOfVerb, findToolLoosely, verbOf } from './classify.ts';
import type { RecognisedBy, ToolClass } from './types.ts';

/**
 * Finds the tool that an event is about. Which field holds its name is not published, so every plausible one is
 * looked at, the most telling first, and the answer says which it was.
 */

/** A text somewhere in a field, with the name it stands under. */
export interface LabelledText {
  key: string;
  text: string;
}

/** Everything of an event that may hold a tool's name. */
export interface Evidence {
  context: readonly LabelledText[];
  message: string;
  app: readonly LabelledText[];
  /** The action's id. */
  action: string;
  /** The action's display name in the admin's language; '' when the catalogue has none. */
  actionName: string;
}

export interface Recognised {
  tool: string;
  class: ToolClass;
  how: RecognisedBy;
}

/** Keys under which a tool's name is to be expected: tool, toolName, mcp_tool_name, tool-id, ... */
const TOOL_KEY =
  /(?:^|[^a-z])(?:mcp[ _-]?)?tools?(?:[ _-]?(?:name|id|key|called))?$|^(?:mcp)?tool(?:name|id)?$/i;
/** Keys of the argument that tells what a dispatcher or a mixed tool did. */
const OPERATION_KEY = /^(?:action|operation|method|mode|op|command)(?:[ _-]?(?:name|type))?$/i;
const TOOL_KEY_IN_CAMEL_CASE = /[a-z]Tool(?:Name|Id|Key)?$/;
const TOOL_NAME = /^[A-Za-z][A-Za-z0-9_./-]{1,79}$/;
/** An id of something else under such a key: a UUID or other hexadecimal number. */
const HEXADECIMAL = /^[0-9a-f-]{8,}$/i;
/** Words of the catalogue that are also everyday words: believed only where a tool's name is expected. */
const EVERYDAY = /^[a-z]+$/;
/** How much of a free text is searched, in UTF-16 units. */
const MAX_SEARCHED = 4_000;

function isToolKey(key: string): boolean {
  return TOOL_KEY.test(key) || TOOL_KEY_IN_CAMEL_CASE.test(key);
}

function isDispatcher(name: string): boolean {
  return findTool(name)?.app === 'MCP v2';
}

/** A known tool named exactly by one of the texts; a dispatcher only when nothing more specific is there. */
function knownIn(texts: readonly LabelledText[]): string | undefined {
  let dispatcher: string | undefined;
  for (const { key, text } of texts) {
    if (text.length > 120) continue;
    const known = findToolLoosely(text)?.name;
    if (!known || (EVERYDAY.test(known) && !isToolKey(key))) continue;
    if (!isDispatcher(known)) return known;
    dispatcher ??= known;
  }
  return dispatcher;
}

/** A name under a key that says it is a tool. */
function labelledIn(texts: readonly LabelledText[]): string | undefined {
  return texts.find(({ key, text }) => isToolKey(key) && TOOL_NAME.test(text) && !HEXADECIMAL.test(text))
    ?.text;
}

/** Tool names among the words of a free text. */
function namedIn(text: string): { known?: string; unknown?: string } {
  const searched = text.slice(0, MAX_SEARCHED);
  let dispatcher: string | undefined;
  let unknown: string | undefined;
  for (const [word] of searched.matchAll(/[A-Za-z][A-Za-z0-9_]{2,}/g)) {
    if (word.length > 80) continue;
    const known = findToolLoosely(word)?.name;
    if (known && !EVERYDAY.test(known)) {
      if (!isDispatcher(known)) return { known };
      dispatcher ??= known;
    }
    // A camelCase word that begins with a tool's verb: `getNewThing`, never `creates` or `createdBy`.
    if (!known && /^[a-z]+[A-Z]/.test(word) && classOfVerb(verbOf(word))) unknown ??= word;
  }
  if (dispatcher) return { known: dispatcher };
  const labelled =
    /\btool(?:[ _-]?name)?["']?\s{0,3}[:=]?\s{0,3}["'`]([A-Za-z][A-Za-z0-9_.-]{1,79})["'`]/i.exec(
      searched,
    )?.[1];
  const known = labelled && findToolLoosely(labelled)?.name;
  if (known) return { known };
  const name = labelled ?? unknown;
  return name ? { unknown: name } : {};
}

/** The tool of an event. There is always an answer: the least is the action's display name or id. */
export function recogniseTool(evidence: Evidence): Recognised {
  const { context, message, app, action, actionName } = evidence;
  const operation = context.find(({ key, text }) => OPERATION_KEY.test(key) && text !== '')?.text;
  const answer = (tool: string, how: RecognisedBy): Recognised => ({
    tool,
    class: classifyTool(tool, operation),
    how,
  });

  const inContext = knownIn(context);
  // A dispatcher names only the kind of work; the message may hold the operation itself.
  if (inContext && !isDispatcher(inContext)) return answer(inContext, 'context');
  const inMessage = namedIn(message);
  if (inContext && (!inMessage.known || isDispatcher(inMessage.known))) return answer(inContext, 'context');
  const labelled = labelledIn(context);
  if (labelled && !inContext) return answer(labelled, 'context-unknown');
  if (inMessage.known) return answer(inMessage.known, 'message');
  const inApp = knownIn(app);
  if (inApp) return answer(inApp, 'app');
  const inAction = namedIn(actionName).known ?? namedIn(action.replaceAll(/[-.:/]/g, ' ')).known;
  if (inAction) return answer(inAction, 'action');
  if (inMessage.unknown) return answer(inMessage.unknown, 'message-unknown');
  const labelledApp = labelledIn(app);
  if (labelledApp) return answer(labelledApp, 'app');
  // A display name is prose in the admin's language: its first word is no verb of ours.
  return { tool: actionName || action || 'unknown', class: 'unknown', how: 'action-name' };
}
