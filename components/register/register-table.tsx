import { useState } from 'preact/hooks';
import type { RegisterField } from '../../lib/register/types.ts';
import { Button } from '../controls/button.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { EntryForm, type Typed } from './entry-form.tsx';
import type { RegisterLine, RegisterProps } from './model.ts';
import { fields as fieldWords, register as words } from './words.ts';

const FIELDS: readonly RegisterField[] = ['owner', 'reason', 'ticket', 'reviewBy', 'source'];
/** Rows that are drawn; the filter finds the others. */
const SHOWN = 500;

/** The entries with what is written down of each; one at a time is a form. */
export function RegisterTable({
  lines,
  onEdit,
}: Pick<RegisterProps, 'onEdit'> & { lines: readonly RegisterLine[] }) {
  const [editing, setEditing] = useState<string>();
  /** Why the entry whose form stands was not kept. */
  const [problem, setProblem] = useState<{ pattern: string; why: string }>();
  const edit = (pattern: string | undefined) => {
    setProblem(undefined);
    setEditing(pattern);
  };
  const keep = async (pattern: string, typed: Typed) => {
    const why = await onEdit(pattern, typed);
    // Another form may have been opened meanwhile. One that was not kept stays, with what was typed.
    setEditing((now) => (now === pattern && why === undefined ? undefined : now));
    setProblem(why === undefined ? undefined : { pattern, why });
  };
  if (lines.length === 0) return <p class="subtle">{words.none}</p>;
  return (
    <div class="register-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.entry}</th>
            {FIELDS.map((field) => (
              <th key={field} scope="col">
                {fieldWords[field]}
              </th>
            ))}
            <th scope="col">
              <span class="unseen">{words.edit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, SHOWN).map((line) =>
            line.pattern === editing ? (
              <tr key={line.pattern}>
                <th scope="row">
                  <bdi class="code">{visibleText(line.pattern)}</bdi>
                </th>
                <td
                  colSpan={FIELDS.length + 1}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape' && !event.isComposing && event.isTrusted) edit(undefined);
                  }}
                >
                  <EntryForm
                    record={line.record}
                    problem={problem?.pattern === line.pattern ? problem.why : undefined}
                    onDone={(typed) => (typed ? void keep(line.pattern, typed) : edit(undefined))}
                  />
                </td>
              </tr>
            ) : (
              <Line key={line.pattern} line={line} onEdit={() => edit(line.pattern)} />
            ),
          )}
        </tbody>
      </table>
      {lines.length > SHOWN && <p class="subtle">{words.more(lines.length - SHOWN)}</p>}
    </div>
  );
}

function Line({ line, onEdit }: { line: RegisterLine; onEdit(): void }) {
  const { pattern, record, overdue, gone } = line;
  return (
    <tr
      data-testid="gate-register-entry"
      data-pattern={pattern}
      data-owner={record.owner ?? ''}
      data-reason={record.reason ?? ''}
      data-review-by={record.reviewBy ?? ''}
      data-overdue={overdue ? 'yes' : 'no'}
    >
      <th scope="row">
        <bdi class="code">{visibleText(pattern)}</bdi>
        {gone && <span class="hint"> {words.goneNote}</span>}
      </th>
      {FIELDS.map((field) => (
        <td key={field} class={field === 'reviewBy' && overdue ? 'is-overdue' : undefined}>
          <bdi>{visibleText(record[field] ?? '', 200)}</bdi>
          {field === 'reviewBy' && overdue && <span class="unseen"> {words.overdue}</span>}
        </td>
      ))}
      <td>
        <Button
          compact
          appearance="subtle"
          data={{ 'data-testid': 'gate-register-edit', 'data-pattern': pattern }}
          onPress={onEdit}
        >
          {words.edit}
          <span class="unseen"> {visibleText(pattern)}</span>
        </Button>
      </td>
    </tr>
  );
}
