import byHandCss from '../../components/by-hand.css?inline';
import { ByHand } from '../../components/import/by-hand.tsx';
import { ImportPanel } from '../../components/import/import-panel.tsx';
import type { RowResult } from '../../components/import/model.ts';
import { file, modelOf, plan, selection, type Values } from './panel-model.ts';
import { planOf } from './rows.ts';
import type { GalleryState } from './state.ts';

const results = new Map<number, RowResult>([
  [1, { outcome: 'added' }],
  [3, { outcome: 'added' }],
  [4, { outcome: 'failed', words: 'Something went wrong. Enter a valid domain and try again.' }],
  [8, { outcome: 'unknown', words: 'The page gave no answer within 30 seconds.' }],
  [10, { outcome: 'running' }],
]);
const resultsOf = (indices: readonly number[]) =>
  new Map(indices.map((index) => [index, { outcome: 'added' } as const]));
const toAdd = plan.rows.flatMap((row, index) => (row.plan === 'add' ? [index] : []));
const reviewed = { file, plan };
const panel = (name: string, values: Partial<Values>, press: readonly string[] = []): GalleryState => ({
  name: `panel-${name}`,
  place: 'panel',
  press,
  view: () => <ImportPanel model={modelOf(values)} />,
});

export const panelStates: GalleryState[] = [
  panel('choose', {}),
  panel('choose-busy', { busy: { kind: 'checking', done: 41_200, total: 100_000 } }),
  panel('choose-error', {
    messages: [
      {
        code: 'binary',
        level: 'error',
        message:
          'report.pdf isn’t a text file, so no entries could be read from it. Export the list as CSV or text and drop that file here.',
      },
    ],
  }),
  panel('review', { ...reviewed, phase: 'review' }),
  panel('review-detail', { ...reviewed, phase: 'review' }, ['>>> [data-line="5"] [aria-expanded]']),
  panel('review-split', { ...reviewed, phase: 'review' }, [
    '>>> [data-testid="gate-import-counts"] button:nth-of-type(7)',
    '>>> [data-line="9"] [aria-expanded]',
  ]),
  panel('review-leave', { ...reviewed, phase: 'review' }, ['>>> .drawer-header button']),
  panel('review-empty', {
    phase: 'review',
    file: { ...file, rows: 0, problems: [] },
    plan: planOf(0),
    selection: { ...selection, count: 0 },
  }),
  panel('review-large', {
    phase: 'review',
    file: { ...file, rows: 100_000 },
    plan: planOf(100_000, []),
    messages: [
      {
        code: 'list-incomplete',
        level: 'warn',
        message:
          'Only the first page of the console’s list could be read, so some rows may already be there. Reload the page and start over to check against the whole list.',
      },
    ],
  }),
  panel('running', {
    ...reviewed,
    phase: 'running',
    results,
    progress: { done: 4, total: 11, current: 10, inBackground: true, secondsLeft: 130 },
  }),
  panel('by-hand', {
    ...reviewed,
    phase: 'running',
    results: new Map([[1, { outcome: 'added' }]]),
    byHand: (props) => (
      <>
        <style>{byHandCss}</style>
        <ByHand copy={async () => true} {...props} />
      </>
    ),
    progress: { done: 1, total: 11, current: 3, inBackground: false, byHand: true },
  }),
  panel('paused', {
    ...reviewed,
    phase: 'paused',
    results,
    progress: { done: 4, total: 11, inBackground: false },
    pauseReason: {
      code: 'three-failures',
      level: 'warn',
      message:
        'Three domains in a row were refused, so the import stopped before trying more. The page said: “Something went wrong.” Check that you can add a domain by hand, then resume.',
    },
  }),
  panel('done', {
    ...reviewed,
    phase: 'done',
    results: new Map([...results, [10, { outcome: 'added' }]]),
    summary: { added: 3, failed: 1, skipped: 19, unknown: 1 },
    undo: { kind: 'offered', count: 3 },
  }),
  panel(
    'done-undo',
    {
      ...reviewed,
      phase: 'done',
      results: resultsOf([1, 3, 10]),
      summary: { added: 3, failed: 0, skipped: 21, unknown: 0 },
      undo: { kind: 'offered', count: 3 },
    },
    ['>>> [data-testid="gate-import-undo"]'],
  ),
  panel('done-well', {
    ...reviewed,
    phase: 'done',
    results: resultsOf(toAdd),
    summary: { added: toAdd.length, failed: 0, skipped: plan.rows.length - toAdd.length, unknown: 0 },
    undo: { kind: 'done', removed: toAdd.length - 1, failed: 1 },
  }),
];
