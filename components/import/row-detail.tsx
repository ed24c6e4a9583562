import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/fields.tsx';
import { FindingList } from '../on-page/field-verdict.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { ImportPanelActions } from './model.ts';
import { offeredFix, type ShownRow } from './row-status.ts';
import { row as words } from './words.ts';

export interface RowDetailProps {
  row: ShownRow;
  index: number;
  actions: ImportPanelActions;
  /** Whether the row can still be changed: before a run only. */
  editable: boolean;
  canSplit: boolean;
}

/** All there is to say of a row, and what can be done about it. */
export function RowDetail({ row, index, actions, editable, canSplit }: RowDetailProps) {
  const [text, setText] = useState(row.text);
  const fix = offeredFix(row);
  const extra = Object.entries(row.extra).filter(([, value]) => value !== '');
  return (
    <div class="row-detail">
      {row.findings[0] && <FindingList findings={row.findings} />}
      {row.text !== row.pattern && (
        <p>
          <span class="subtle">{words.asInFile}: </span>
          <bdi class="code">{visibleText(row.text)}</bdi>
        </p>
      )}
      {extra.map(([name, value]) => (
        <p key={name}>
          <span class="subtle">{visibleText(name, 60)}: </span>
          <bdi>{visibleText(value)}</bdi>
        </p>
      ))}
      {editable && (
        <>
          <div class="actions">
            {fix !== undefined && (
              <Button compact data={{ 'data-fix': fix }} onPress={() => actions.edit(index, fix)}>
                {words.use} <bdi class="code">{visibleText(fix, 80)}</bdi>
              </Button>
            )}
            {canSplit && (
              <Button compact onPress={() => actions.split(index)}>
                {words.split}
              </Button>
            )}
          </div>
          <div class="edit-line">
            <TextField
              label={words.edit}
              code
              value={text}
              onInput={setText}
              onEnter={() => actions.edit(index, text)}
            />
            <Button disabled={text === row.text} onPress={() => actions.edit(index, text)}>
              {words.save}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
