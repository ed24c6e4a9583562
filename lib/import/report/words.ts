import { say } from '../../words/say.ts';
import type { ChosenRow } from '../plan/choose.ts';
import type { PlannedRow, RowOutcome } from '../types.ts';

/** Why a row was not added, in a sentence; empty for one that was to be added. */
export function whyNotAdded(row: PlannedRow, choice: ChosenRow, rows: readonly PlannedRow[]): string {
  const finding = row.findings?.[0]?.message ?? '';
  switch (choice.why) {
    case 'invalid':
      return finding;
    case 'duplicate': {
      const first = rows[row.byRows?.[0] ?? -1];
      return first ? say('report_duplicateOnLine', { line: String(first.line) }) : say('report_duplicate');
    }
    case 'present':
      return say('report_present');
    case 'covered': {
      const by = choice.byRow === undefined ? row.by : rows[choice.byRow]?.pattern;
      return by === undefined ? say('report_covered') : say('report_coveredBy', { by });
    }
    case 'needs-tick':
      return `${say('report_notTicked')} ${finding}`.trim();
    case 'warning':
      return `${say('report_warningsOff')} ${finding}`.trim();
    case 'by-hand':
      return say('report_byHand');
    default:
      return '';
  }
}

/** What an outcome rests on where the admin did the import by hand. */
export function byHand(outcome: RowOutcome): string {
  if (outcome === 'added') return say('report_addedByHand');
  if (outcome === 'failed') return say('report_refusedByHand');
  return outcome === 'skipped' ? say('report_byHand') : '';
}
