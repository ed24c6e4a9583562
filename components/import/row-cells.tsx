import type { DataAttributes } from '../controls/attributes.ts';
import { Button } from '../controls/button.tsx';
import { Cell } from '../controls/cell.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Icon } from '../controls/icons.tsx';
import { Lozenge } from '../controls/lozenge.tsx';
import { LevelIcon } from '../on-page/level-icon.tsx';
import { trusted } from '../on-page/trusted.ts';
import { visibleText } from '../on-page/visible-text.ts';
import type { ImportPanelActions } from './model.ts';
import { RowDetail } from './row-detail.tsx';
import { waitsForTick } from './row-filter.ts';
import { offeredFix, type RowStatus, type ShownRow } from './row-status.ts';
import { row as words } from './words.ts';

export interface RowCellsProps {
  row: ShownRow;
  index: number;
  status: RowStatus;
  ticked: boolean;
  editable: boolean;
  /** Whether the cell holds several entries that can be told apart. */
  canSplit: boolean;
  open: boolean;
  actions: ImportPanelActions;
  onToggle(): void;
}

/** One row of the file: where it stands, the entry, what is to be said of it, what becomes of it. */
export function RowCells(props: RowCellsProps) {
  const { row, index, status, ticked, editable, canSplit, open, actions, onToggle } = props;
  const fix = offeredFix(row);
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
            <Repair words={words.fix} data={{ 'data-fix': fix }} onPress={() => actions.edit(index, fix)} />
          )}
          {editable && fix === undefined && canSplit && (
            <Repair words={words.splitShort} onPress={() => actions.split(index)} />
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
          <RowDetail
            key={row.text}
            row={row}
            index={index}
            actions={actions}
            editable={editable}
            canSplit={canSplit}
          />
        </Cell>
      )}
    </>
  );
}

/** A correction in one click. The row takes the focus, since the button goes away with what it corrected. */
function Repair({ words: label, data, onPress }: { words: string; data?: DataAttributes; onPress(): void }) {
  return (
    <Button
      compact
      {...(data && { data })}
      onPress={(event) => {
        (event.target as HTMLElement).closest<HTMLElement>('[role="row"]')?.focus();
        onPress();
      }}
    >
      {label}
    </Button>
  );
}
