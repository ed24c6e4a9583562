import type { ChosenRow, ImportPlan, JournalledRow } from '../../lib/import/index.ts';
import { countPlan } from '../../lib/import/index.ts';
import type { StoredRow, StoredRows } from '../../lib/messages/answers.ts';
import type { RequestOf } from '../../lib/messages/map.ts';
import type { Reply } from '../../lib/messages/reply.ts';
import type { Send } from '../../lib/messages/send.ts';
import { registerFieldsIn } from '../../lib/register/columns.ts';

type JournalRows = RequestOf<'imports/begin'>['rows'];

/** The rows of a plan as the journal keeps them. */
export function rowsForJournal(plan: ImportPlan, chosen: readonly ChosenRow[]): JournalRows {
  return plan.rows.map((row, index) => ({
    ...row,
    findings: [...(row.findings ?? [])],
    // The journal keeps so many; they only explain a row that is not chosen.
    ...(row.byRows ? { byRows: row.byRows.slice(0, 100) } : {}),
    chosen: chosen[index]?.add === true,
  }));
}

/** The rows of an undo or a re-add: nothing is known of them but what they are. */
export function undoRowsForJournal(patterns: readonly string[]): JournalRows {
  return patterns.map((pattern, index) => ({
    ...{ line: index + 1, text: pattern, extra: {}, plan: 'add', pattern, level: 'ok' },
    ...{ needsTick: false, findings: [], chosen: true },
  }));
}

/** All rows of a run in the journal; undefined when they can't be had. */
export async function loadRows(send: Send, org: string, run: string): Promise<StoredRow[] | undefined> {
  const rows: StoredRow[] = [];
  let first: number | undefined = 0;
  while (first !== undefined) {
    const reply: Reply<StoredRows> = await send('imports/get', { org, run, first, count: 1000 });
    if (!reply.ok) return undefined;
    rows.push(...reply.value.rows);
    first = reply.value.next;
  }
  return rows;
}

/** The plan and the choices that were written down when the run began. */
export function planOf(rows: readonly StoredRow[]): { plan: ImportPlan; chosen: ChosenRow[] } {
  return {
    plan: { rows: [...rows], counts: countPlan(rows), extra: [] },
    chosen: rows.map(({ chosen, plan, needsTick }) =>
      chosen
        ? { add: true, plan }
        : { add: false, plan, why: plan !== 'add' ? plan : needsTick ? 'needs-tick' : 'warning' },
    ),
  };
}

/** The chosen rows as a run takes them up. */
export function runRowsOf(rows: readonly StoredRow[]): JournalledRow[] {
  return rows
    .filter(({ chosen }) => chosen)
    .map(({ index, pattern, state, words, at }) => ({
      ...{ index, pattern },
      ...(state === undefined ? {} : { state }),
      ...(words === undefined ? {} : { words }),
      ...(at === undefined ? {} : { at }),
    }));
}

/** Keeps what the file says of owner, reason, ticket, review date and source of the entries that were added. */
export async function keepRegister(
  send: Send,
  org: string,
  added: readonly { pattern: string; extra: Record<string, string> }[],
): Promise<boolean> {
  const entries = added.flatMap(({ pattern, extra }) => {
    const fields = registerFieldsIn(extra);
    return Object.keys(fields).length ? [{ pattern, ...fields }] : [];
  });
  for (let first = 0; first < entries.length; first += 1000) {
    const reply = await send('register/merge', { org, entries: entries.slice(first, first + 1000) });
    if (!reply.ok) return false;
  }
  return true;
}
