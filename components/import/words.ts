import type { PatternFileFormat, PlanKind, RowOutcome } from '../../lib/import/types.ts';
import type { BusyState } from './model.ts';

/** The words of the import panel, in one place so that they can be translated. */

const number = new Intl.NumberFormat('en');
const figure = (count: number) => number.format(count);
const plural = (count: number, one: string, many: string) => `${figure(count)} ${count === 1 ? one : many}`;
export const domains = (count: number) => plural(count, 'domain', 'domains');

const formats: Record<PatternFileFormat, string> = { lines: 'one a line', csv: 'table', json: 'JSON' };

export const panel = {
  title: 'Import trusted domains',
  close: 'Close the import',
  leaveReview: 'Leave this review? Nothing has been added, and your decisions aren’t kept.',
  leave: 'Leave review',
  stay: 'Keep reviewing',
  leaveRun: 'The import is still running. It can be paused now and continued later from this page.',
  pauseAndClose: 'Pause and close',
  keepRunning: 'Keep running',
};

export const choose = {
  intro:
    'Bring a list of domains, and Gatehouse checks every entry and shows what it would do. Nothing is added before you confirm.',
  drop: 'Drop a file here, or',
  pick: 'choose a file',
  formats: 'Plain text with one entry a line, CSV or TSV with or without a header, JSON, or Excel (.xlsx).',
  paste: 'Or paste a list',
  pasteHint: 'One entry a line. Lines that start with # are comments.',
  placeholder: 'https://claude.ai/**\nhttps://vscode.dev/redirect',
  check: 'Check entries',
};

const busyWords: Record<BusyState['kind'], string> = {
  reading: 'Reading the file',
  listing: 'Reading the console’s list',
  checking: 'Checking the entries',
};

export const busy = ({ kind, done, total }: BusyState) =>
  done !== undefined && total !== undefined
    ? `${busyWords[kind]}: ${figure(done)} of ${figure(total)}`
    : `${busyWords[kind]}…`;

export const file = {
  pasted: 'Pasted list',
  facts: (rows: number, format: PatternFileFormat) => `${plural(rows, 'row', 'rows')}, ${formats[format]}`,
  another: 'Start over',
  column: 'Column with the entries',
  unnamedColumn: (index: number) => `Column ${index + 1}`,
  problems: (count: number) => plural(count, 'note about the file', 'notes about the file'),
  line: (line: number) => `Line ${figure(line)}`,
};

export const planTab: Record<PlanKind | 'all' | 'decide', string> = {
  all: 'All',
  add: 'To add',
  decide: 'To decide',
  present: 'Listed',
  covered: 'Covered',
  duplicate: 'Repeated',
  invalid: 'Invalid',
};

export const planWord: Record<PlanKind, string> = {
  add: 'Add',
  present: 'Listed',
  covered: 'Covered',
  duplicate: 'Repeated',
  invalid: 'Invalid',
};

export const outcomeWord: Record<RowOutcome, string> = {
  idle: 'Waiting',
  running: 'Adding',
  added: 'Added',
  failed: 'Refused',
  unknown: 'Not certain',
  skipped: 'Left out',
};

export const outcomeTab = {
  all: 'All',
  added: 'Added',
  failed: 'Refused',
  unknown: 'Not certain',
  skipped: 'Left out',
} as const;

export const review = {
  counts: 'Show rows by what becomes of them',
  filter: 'Filter entries',
  list: 'Rows of the file',
  includeWarnings: 'Also add entries with warnings',
  none: 'No row matches.',
  empty: 'The file holds no entries.',
  note: 'Nothing has been added yet.',
  cancel: 'Cancel',
  nothingToAdd: 'There is nothing to add with these choices.',
  apply: (count: number) => (count === 0 ? 'Add domains' : `Add ${domains(count)}`),
  extras: (count: number) =>
    `${plural(count, 'entry', 'entries')} of the console’s list ${count === 1 ? 'isn’t' : 'aren’t'} in this file`,
  extrasNote: 'They stay as they are: an import never removes anything.',
  moreExtras: (count: number) => `and ${figure(count)} more`,
};

export const row = {
  present: 'It is in the console’s list already.',
  covered: (by: string) => `The entry ${by} lets everything in that this one would.`,
  coveredByOther: 'Another entry lets everything in that this one would.',
  duplicate: 'It stands further up in the file.',
  leftOut: 'Left out',
  decide: 'Decide',
  tick: (pattern: string) => `Add ${pattern} in spite of its warning`,
  details: (line: number) => `Details of line ${line}`,
  asInFile: 'In the file',
  fix: 'Fix',
  use: 'Use',
  split: 'Split into rows',
  splitShort: 'Split',
  edit: 'Edit entry',
  save: 'Check again',
  page: (words: string) => `The page said: ${words}`,
};

export const run = {
  progress: 'Domains added so far',
  settled: (done: number, total: number) => `${figure(done)} of ${domains(total)} settled`,
  current: 'Adding',
  stopping: 'Stopping after this row…',
  secondsLeft: (seconds: number) =>
    seconds < 60
      ? 'less than a minute left'
      : `about ${plural(Math.round(seconds / 60), 'minute', 'minutes')} left`,
  background:
    'This tab is in the background, so the browser slows it down. The import stays correct; bring the tab to the front to speed it up.',
  leavePage: 'Keep this page open. Each domain counts as added only once it was read back from the list.',
  pausedTitle: 'The import is paused',
  paused: 'Nothing is added until you resume.',
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel import',
};

export const byHand = {
  intro:
    'Gatehouse can’t add domains on this page by itself. Copy this one, add it in the console, and come back.',
  copy: 'Copy',
  added: 'I added it',
  skip: 'Leave it out',
};

export const done = {
  title: (added: number, tried: number) => {
    if (added === 0) return 'No domain was added';
    return added < tried
      ? `${figure(added)} of ${domains(tried)} were added`
      : `${domains(added)} ${added === 1 ? 'was' : 'were'} added`;
  },
  allWell: 'Each was read back from the console’s list.',
  cancelled: 'You ended the import before its last row; what had been added stays.',
  failed: (count: number) =>
    `${domains(count)} ${count === 1 ? 'was' : 'were'} refused by the page. Its own words stand beside each row.`,
  unknown: (count: number) =>
    `For ${domains(count)} the page gave no answer, and the list couldn’t be read to settle it. Look for ${count === 1 ? 'it' : 'them'} in the list before you try again.`,
  list: 'Rows and what became of them',
  report: 'Download report',
  close: 'Close',
  startOver: 'Import another file',
  undo: (count: number) => `Undo: remove ${domains(count)}`,
  undoQuestion: (count: number) =>
    `Remove exactly the ${domains(count)} that this import added? Entries that stood in the list before stay.`,
  undoYes: (count: number) => `Remove ${domains(count)}`,
  undoNo: 'Keep them',
  undoing: 'Domains removed so far',
  undone: (removed: number) => `${domains(removed)} ${removed === 1 ? 'was' : 'were'} removed again.`,
  undoFailed: (failed: number) =>
    `${domains(failed)} couldn’t be removed and may still be in the list. Check the list and remove them there.`,
};

/** What is said to assistive technology while a run goes on: one sentence for each tenth of it. */
export const announceProgress = (doneRows: number, total: number) =>
  total === 0 ? '' : `${Math.floor((doneRows / total) * 10) * 10} percent of the import is settled.`;
