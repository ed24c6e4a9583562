import type { PlannedRow, RowOutcome } from '../../lib/import/types.ts';
import type { Finding } from '../../lib/patterns/types.ts';
import type { Tone } from '../controls/lozenge.tsx';
import { type DisplayLevel, firstFix } from '../on-page/level.ts';
import type { ImportPhase, RowResult } from './model.ts';
import { outcomeWord, planWord, row as words } from './words.ts';

/** A row as it is shown: with what there is to say of it, as far as that is known. */
export type ShownRow = PlannedRow & { findings: readonly Finding[] };

export interface RowStatus {
  word: string;
  tone: Tone;
  /** The sentence below the entry; empty when there is nothing to say. */
  message: string;
  /** The sign before the sentence; absent when it needs none. */
  level?: DisplayLevel;
}

const outcomeTone: Record<RowOutcome, Tone> = {
  idle: 'neutral',
  running: 'information',
  added: 'success',
  failed: 'danger',
  unknown: 'warning',
  skipped: 'neutral',
};

/** The correction that is offered: none for an entry that is in the list or in another row, since it is not added. */
export function offeredFix({ plan, findings }: ShownRow): string | undefined {
  return plan === 'present' || plan === 'duplicate' ? undefined : firstFix(findings);
}

/** Why the plan is what it is, where the plan itself needs a reason. */
function planReason(row: PlannedRow): string {
  if (row.plan === 'present') return words.present;
  if (row.plan === 'duplicate') return words.duplicate;
  if (row.plan === 'covered') return row.by === undefined ? words.coveredByOther : words.covered(row.by);
  return '';
}

/** What a row says of itself: its plan before a run, its outcome from then on. */
export function rowStatus(
  row: ShownRow,
  phase: ImportPhase,
  selected: boolean,
  result: RowResult | undefined,
): RowStatus {
  const beforeRun = phase === 'choose' || phase === 'review';
  if (!beforeRun && result && result.outcome !== 'skipped') return afterTrying(result);
  const said: Pick<RowStatus, 'message' | 'level'> = {
    message: planReason(row) || (row.findings[0]?.message ?? ''),
    ...(row.level !== 'ok' && { level: row.level }),
  };
  if (row.plan !== 'add') {
    return { word: planWord[row.plan], tone: row.plan === 'invalid' ? 'danger' : 'neutral', ...said };
  }
  if (selected) {
    return beforeRun
      ? { word: planWord.add, tone: 'information', ...said }
      : { word: outcomeWord.idle, tone: 'neutral', message: '' };
  }
  return row.needsTick && beforeRun
    ? { word: words.decide, tone: 'warning', ...said }
    : { word: words.leftOut, tone: 'neutral', ...said };
}

function afterTrying({ outcome, words: said = '' }: RowResult): RowStatus {
  const status = { word: outcomeWord[outcome], tone: outcomeTone[outcome] };
  if (outcome === 'failed') return { ...status, message: said && words.page(said), level: 'error' };
  if (outcome === 'unknown') return { ...status, message: said, level: 'warn' };
  return { ...status, message: said };
}
