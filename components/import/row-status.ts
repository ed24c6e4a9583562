import type { PlannedRow, RowOutcome } from '../../lib/import/types.ts';
import type { Tone } from '../controls/lozenge.tsx';
import type { ImportPhase, RowResult } from './model.ts';
import { outcomeWord, planWord, row as words } from './words.ts';

export interface RowStatus {
  word: string;
  tone: Tone;
  /** The sentence below the entry; empty when there is nothing to say. */
  message: string;
}

const outcomeTone: Record<RowOutcome, Tone> = {
  idle: 'neutral',
  running: 'information',
  added: 'success',
  failed: 'danger',
  unknown: 'warning',
  skipped: 'neutral',
};

/** Why the plan is what it is, where the plan itself needs a reason. */
export function planReason(row: PlannedRow): string {
  if (row.plan === 'present') return words.present;
  if (row.plan === 'duplicate') return words.duplicate;
  if (row.plan === 'covered') return row.by === undefined ? words.coveredByOther : words.covered(row.by);
  return '';
}

/** What a row says of itself: its plan before a run, its outcome from then on. */
export function rowStatus(
  row: PlannedRow,
  phase: ImportPhase,
  selected: boolean,
  result: RowResult | undefined,
): RowStatus {
  const message = planReason(row) || (row.findings[0]?.message ?? '');
  const beforeRun = phase === 'choose' || phase === 'review';
  if (!beforeRun && result && result.outcome !== 'skipped') {
    const said = result.words && (result.outcome === 'failed' ? words.page(result.words) : result.words);
    return { word: outcomeWord[result.outcome], tone: outcomeTone[result.outcome], message: said || message };
  }
  if (row.plan === 'invalid') return { word: planWord.invalid, tone: 'danger', message };
  if (row.plan !== 'add') return { word: planWord[row.plan], tone: 'neutral', message };
  if (selected) return { word: beforeRun ? planWord.add : outcomeWord.idle, tone: 'information', message };
  return row.needsTick && beforeRun
    ? { word: words.decide, tone: 'warning', message }
    : { word: words.leftOut, tone: 'neutral', message };
}
