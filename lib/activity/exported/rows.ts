import { recogniseTool } from '../recognise.ts';
import { cleanText } from '../text.ts';
import type { AuditCall } from '../types.ts';
import type { Row } from './columns.ts';
import { readLooseTime } from './loose-time.ts';

/** From a record of an exported log to a call. */

export type RowAnswer = { kind: 'call'; call: AuditCall } | { kind: 'other' } | { kind: 'unreadable' };

const MAIL = /^(.{0,190}?)[ <(]*([^\s<>()@]{1,64}@[^\s<>()@]{1,190})[>)]?$/;

/** A name and an address from cells such as `Ada Ahmadi (ada@example.com)`. */
function readActor(row: Row): { id: string; name: string; service: boolean } {
  const cell = cleanText(row.actor);
  const inCell = MAIL.exec(cell);
  const mail = cleanText(row.email) || (inCell?.[2] ?? '');
  const name = (inCell ? inCell[1]?.trim() : cell) || mail;
  const id = cleanText(row.actorId) || mail || cell || 'unknown';
  return { id, name: name || id, service: /@(?:serviceaccount|connect)\.atlassian\.com$/i.test(mail) };
}

/**
 * Reads one record. `other` is something that is no tool call: the export holds all of the organization's events when
 * it wasn't filtered. The id is given later, from the record's fields.
 */
export function readRow(row: Row, org: string): RowAnswer {
  const time = readLooseTime(row.time ?? '');
  const activity = cleanText(row.activity, 4_000);
  const action = cleanText(row.action);
  if (time === undefined || (activity === '' && action === '' && !row.tool)) return { kind: 'unreadable' };
  const tool = cleanText(row.tool);
  const app = cleanText(row.app);
  const recognised = recogniseTool({
    context: tool ? [{ key: 'tool', text: tool }] : [],
    message: activity,
    app: app ? [{ key: 'app', text: app }] : [],
    action,
    actionName: '',
  });
  const named = recognised.how !== 'action-name';
  if (!named && !/\bMCP\b/i.test(`${activity} ${action.replaceAll(/[_-]/g, ' ')}`)) return { kind: 'other' };
  const { id, name, service } = readActor(row);
  return {
    kind: 'call',
    call: {
      org,
      id: '',
      time,
      tool: named ? recognised.tool : cleanText(activity) || recognised.tool,
      class: recognised.class,
      actor: { id, name, kind: service ? 'service' : 'unknown' },
      app: recognised.how === 'app' ? '' : app,
      country: cleanText(row.country, 80),
      authType: cleanText(row.auth, 80),
      how: recognised.how,
      action,
      source: 'export',
    },
  };
}
