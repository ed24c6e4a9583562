import type { ChosenRow } from '../plan/choose.ts';
import type { PlannedRow } from '../types.ts';

/** Why a row was not added, in a sentence; empty for one that was to be added. */
export function whyNotAdded(row: PlannedRow, choice: ChosenRow, rows: readonly PlannedRow[]): string {
  const finding = row.findings[0]?.message ?? '';
  switch (choice.why) {
    case 'invalid':
      return finding;
    case 'duplicate': {
      const first = rows[row.byRows?.[0] ?? -1];
      return first
        ? `The same entry stands on line ${first.line}.`
        : 'The same entry stands further up in the file.';
    }
    case 'present':
      return 'It is in the list already.';
    case 'covered': {
      const by = choice.byRow === undefined ? row.by : rows[choice.byRow]?.pattern;
      return by === undefined ? 'Another entry allows all of it already.' : `${by} allows all of it already.`;
    }
    case 'needs-tick':
      return `It was not ticked. ${finding}`.trim();
    case 'warning':
      return `Rows with a warning were left out. ${finding}`.trim();
    case 'by-hand':
      return 'It was left out by hand.';
    default:
      return '';
  }
}
