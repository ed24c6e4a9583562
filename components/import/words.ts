import type { PatternFileFormat, PlanKind, RowOutcome } from '../../lib/import/types.ts';
import { door } from '../../lib/words/door.ts';
import { share } from '../../lib/words/figures.ts';
import { plural, say } from '../../lib/words/say.ts';
import type { BusyState } from './model.ts';

/** The words of the import panel: each stands in `public/_locales` under the name of its door. */

const formats: Record<PatternFileFormat, string> = door('import_format');

export const panel = door('import_panel');

export const choose = door('import_choose', {
  placeholder: 'https://claude.ai/**\nhttps://vscode.dev/redirect',
});

const busyWords: Record<BusyState['kind'], string> = door('import_busy');

export const busy = ({ kind, done, total }: BusyState) =>
  done !== undefined && total !== undefined
    ? say('import_busy_progress', { what: busyWords[kind], done, total })
    : say('import_busy_begun', { what: busyWords[kind] });

export const file = door('import_file', {
  facts: (rows: number, format: PatternFileFormat) =>
    plural('import_file_facts', rows, { format: formats[format] }),
  unnamedColumn: (index: number) => say('import_file_unnamedColumn', { number: index + 1 }),
  problems: (count: number) => plural('import_file_problems', count),
  line: (line: number) => say('import_file_line', { line }),
});

export const planTab: Record<PlanKind | 'all' | 'decide', string> = door('import_planTab');

export const planWord: Record<PlanKind, string> = door('import_plan');

export const outcomeWord: Record<RowOutcome, string> = door('import_outcome');

export const outcomeTab = door('import_outcomeTab');

export const review = door('import_review', {
  apply: (count: number) =>
    count === 0 ? say('import_review_applyNone') : plural('import_review_apply', count),
  extras: (count: number) => plural('import_review_extras', count),
  moreExtras: (count: number) => say('import_review_moreExtras', { count }),
});

export const row = door('import_row', {
  covered: (by: string) => say('import_row_covered', { by }),
  tick: (pattern: string) => say('import_row_tick', { pattern }),
  details: (line: number) => say('import_row_details', { line }),
  page: (words: string) => say('import_row_page', { words }),
});

export const run = door('import_run', {
  settled: (done: number, total: number) => plural('import_run_settled', total, { done }),
  secondsLeft: (seconds: number) =>
    seconds < 60 ? say('import_run_soon') : plural('import_run_minutesLeft', Math.round(seconds / 60)),
});

export const catalogue = door('import_catalogue');

export const byHand = door('import_byHand', {
  doneTitle: (count: number) => plural('import_byHand_doneTitle', count),
  refusedCount: (count: number) => plural('import_byHand_refusedCount', count),
});

export const done = door('import_done', {
  title: (added: number, tried: number) => {
    if (added === 0) return say('import_done_none');
    return added < tried ? plural('import_done_some', tried, { added }) : plural('import_done_all', added);
  },
  failed: (count: number) => plural('import_done_failed', count),
  unknown: (count: number) => plural('import_done_unknown', count),
  listOn: (count: number) => plural('import_done_listOn', count),
  undo: (count: number) => plural('import_done_undo', count),
  undoQuestion: (count: number) => plural('import_done_undoQuestion', count),
  undoYes: (count: number) => plural('import_done_undoYes', count),
  undone: (removed: number) => plural('import_done_undone', removed),
  undoFailed: (failed: number) => plural('import_done_undoFailed', failed),
});

/** What is said to assistive technology while a run goes on: one sentence for each tenth of it. */
export const announceProgress = (doneRows: number, total: number) =>
  total === 0 ? '' : say('import_run_announce', { share: share(Math.floor((doneRows / total) * 10) / 10) });
