import type { PlannedRow } from '../../lib/import/types.ts';
import { Button } from '../controls/button.tsx';
import { Cell } from '../controls/cell.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Icon } from '../controls/icons.tsx';
import { Lozenge } from '../controls/lozenge.tsx';
import { firstFix } from '../on-page/level.ts';
import { LevelIcon } from '../on-page/level-icon.tsx';
import { trusted } from '../on-page/trusted.ts';
import { visibleText } from '../on-page/visible-text.ts';
import type { ImportPanelActions } from './model.ts';
import { RowDetail } from './row-detail.tsx';
import { waitsForTick } from './row-filter.ts';
import type { RowStatus } from './row-status.ts';
import { row as words } from './words.ts';

export interface RowCellsProps {
  row: PlannedRow;
  index: number;
  status: RowStatus;
  ticked: boolean;
  editable: boolean;
  open: boolean;
  actions: ImportPanelActions;
  onToggle(): void;
}

/** The row keeps the focus when the button that was pressed goes away with what it corrected. */
const focusRow = (event: Event) =>
  (event.target as HTMLElement).closest<HTMLElement>('[role="row"]')?.focus();

/** One row of the file: where it stands, the entry, what is to be said of it, what becomes of it. */
export function RowCells(props: RowCellsProps) {
  const { row, index, status, ticked, editable, open, actions, onToggle } = props;
  const fix = firstFix(row.findings);
  const pattern = visibleText(row.pattern);
  // An open row lists its findings: the first needn't stand there twice.
  const told = open && status.message === row.findings[0]?.message;
  return (
    <>
      <div class="row-line">
        <Cell class="row-number subtle">
          {editable && waitsForTick(row) ? (
            <Checkbox
              checked={ticked}
              label={words.tick(pattern)}
              onChange={(on) => actions.tick(index, on)}
            />
          ) : (
            row.line
          )}
        </Cell>
        <Cell class="row-text">
          <bdi class="code" title={pattern}>
            {pattern}
          </bdi>
          {status.message && !told && (
            <span class="row-message" title={status.message}>
              {status.level && <LevelIcon level={status.level} />}
              <span>{visibleText(status.message)}</span>
            </span>
          )}
        </Cell>
        <Cell class="row-end">
          {editable && fix !== undefined && (
            <Button
              compact
              data={{ 'data-fix': fix }}
              onPress={(event) => {
                focusRow(event);
                actions.fix(index, fix);
              }}
            >
              {words.fix}
            </Button>
          )}
          <Lozenge tone={status.tone}>{status.word}</Lozenge>
          <button
            type="button"
            class="button is-subtle is-icon is-compact"
            aria-expanded={open}
            aria-label={words.details(row.line)}
            onClick={trusted(onToggle)}
          >
            <Icon name="chevron" />
          </button>
        </Cell>
      </div>
      {open && (
        <Cell>
          <RowDetail key={row.text} row={row} index={index} actions={actions} editable={editable} />
        </Cell>
      )}
    </>
  );
}
