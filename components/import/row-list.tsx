import { useState } from 'preact/hooks';
import type { PlannedRow } from '../../lib/import/types.ts';
import { VirtualList } from '../controls/virtual-list.tsx';
import type { ImportPanelModel } from './model.ts';
import { RowCells } from './row-cells.tsx';
import { isSelected } from './row-filter.ts';
import { rowStatus } from './row-status.ts';

/** Two lines of text with their space around; the style sheet counts on it. */
const ROW_HEIGHT = 60;

export interface RowListProps {
  model: ImportPanelModel;
  label: string;
  rows: readonly PlannedRow[];
  /** Which rows are shown, as indices into `rows`. */
  shown: readonly number[];
  /** Said when none is shown. */
  empty: string;
  /** What the rows were filtered by; a change goes back to the top of the list. */
  view?: string;
  /** The row to keep in sight, as an index into `rows`. */
  follow?: number | undefined;
}

/** The file's rows that pass the filter, as a virtual list (contract: `gate-import-row`). */
export function RowList({ model, label, rows, shown, empty, view = '', follow }: RowListProps) {
  const [open, setOpen] = useState<number>();
  const phase = model.phase.value;
  const selection = model.selection.value;
  const results = model.results.value;
  const findings = model.findings.value;
  const position = (index: number | undefined) => {
    const found = index === undefined ? -1 : shown.indexOf(index);
    return found === -1 ? undefined : found;
  };
  if (shown.length === 0) return <p class="empty subtle">{empty}</p>;
  return (
    <VirtualList
      label={label}
      count={shown.length}
      rowHeight={ROW_HEIGHT}
      open={position(open)}
      view={view}
      follow={position(follow)}
      keyOf={(place) => shown[place] ?? place}
      renderRow={(place) => {
        const index = shown[place] ?? 0;
        const planned = rows[index];
        if (!planned) return { cells: null };
        const row = { ...planned, findings: findings.of(planned) };
        const selected = isSelected(row, index, selection);
        const result = results.get(index);
        const outcome = result?.outcome ?? 'idle';
        const left = row.plan === 'add' && !selected;
        return {
          class: left || row.plan !== 'add' ? 'is-quiet' : '',
          attributes: {
            'data-testid': 'gate-import-row',
            'data-line': row.line,
            'data-pattern': row.pattern,
            'data-plan': row.plan,
            'data-level': row.level,
            'data-state': outcome === 'skipped' ? 'idle' : outcome,
          },
          cells: (
            <RowCells
              row={row}
              index={index}
              status={rowStatus(row, phase, selected, result)}
              ticked={selection.ticked.has(index)}
              editable={phase === 'review'}
              canSplit={row.plan === 'invalid' && model.actions.canSplit(index)}
              open={open === index}
              actions={model.actions}
              onToggle={() => setOpen(open === index ? undefined : index)}
            />
          ),
        };
      }}
    />
  );
}
