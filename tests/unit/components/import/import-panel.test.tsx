// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { ByHand } from '../../../../components/import/by-hand.tsx';
import { ImportPanel } from '../../../../components/import/import-panel.tsx';
import type { ImportPanelModel, ImportPhase, ImportSummary } from '../../../../components/import/model.ts';
import { type Signal, signal } from '../../../../components/import/signal.ts';
import { file, modelOf, plan, type Values } from '../../../gallery/panel-model.ts';
import { byTestId, click, mount, personally, press, settled } from '../support.ts';

function show(values: Partial<Values>, actions: Partial<ImportPanelModel['actions']> = {}) {
  const model = modelOf({ file, plan, ...values }, actions);
  const root = mount(<ImportPanel model={model} />);
  return { model, root, panel: byTestId(root, 'gate-import-panel') };
}

const rowOf = (root: ParentNode, line: number) =>
  root.querySelector<HTMLElement>(`[data-line="${line}"]`) as HTMLElement;

beforeEach(() => render(null, document.body));

test.each<ImportPhase>(['choose', 'review', 'running', 'paused', 'done'])('phase %s is told', (phase) => {
  const { panel } = show({ phase, summary: { added: 0, failed: 0, skipped: 24, unknown: 0 } });
  expect(panel.dataset.phase).toBe(phase);
});

test('review: counts, rows and extras carry the contract’s attributes', () => {
  const { root } = show({ phase: 'review' });
  const counts = byTestId(root, 'gate-import-counts').dataset;
  expect(counts).toMatchObject({ add: '12', present: '2', covered: '2', duplicate: '2', invalid: '6' });
  expect(rowOf(root, 5).dataset).toMatchObject({
    testid: 'gate-import-row',
    pattern: 'https://*.mattermost.cloud/**',
    plan: 'add',
    level: 'warn',
    state: 'idle',
  });
  expect(byTestId(root, 'gate-extra').dataset.pattern).toBe('https://old-tool.example.com/**');
});

test('review: a tab narrows the list, and the text filter narrows it further', async () => {
  const { root } = show({ phase: 'review' });
  const shown = () =>
    [...root.querySelectorAll<HTMLElement>('[data-testid="gate-import-row"]')].map((row) => row.dataset.plan);
  click(byTestId(root, 'gate-import-counts').querySelectorAll('button')[6] as HTMLElement);
  await settled();
  expect(shown()).toEqual(Array(6).fill('invalid'));
  const filter = root.querySelector<HTMLInputElement>('.toolbar input') as HTMLInputElement;
  filter.value = 'elitea';
  personally(filter, new Event('input', { bubbles: true }));
  await settled();
  expect(shown()).toHaveLength(2);
  filter.value = 'nothing like it';
  personally(filter, new Event('input', { bubbles: true }));
  await settled();
  expect(shown()).toHaveLength(0);
});

test('review: a tick and the switch change what the button will add', async () => {
  const { root } = show({ phase: 'review' });
  const apply = byTestId<HTMLButtonElement>(root, 'gate-import-apply');
  expect(apply.textContent).toBe('Add 11 domains');
  const tick = rowOf(root, 5).querySelector('input') as HTMLInputElement;
  tick.checked = false;
  personally(tick, new Event('change', { bubbles: true }));
  await settled();
  expect(apply.textContent).toBe('Add 10 domains');
  const include = byTestId<HTMLInputElement>(root, 'gate-import-include-warnings');
  expect(include.checked).toBe(true);
  include.checked = false;
  personally(include, new Event('change', { bubbles: true }));
  await settled();
  expect(apply.textContent).toBe('Add 8 domains');
});

test('review: fix and split name the row and the text', async () => {
  const edit = vi.fn();
  const split = vi.fn();
  const { root } = show({ phase: 'review' }, { edit, split });
  click(rowOf(root, 8).querySelector('[data-fix]') as HTMLElement);
  expect(edit).toHaveBeenCalledExactlyOnceWith(6, 'https://next.elitea.ai/**');
  click(rowOf(root, 9).querySelector('[aria-expanded]') as HTMLElement);
  await settled();
  click(rowOf(root, 9).querySelector('.row-detail .actions button') as HTMLElement);
  expect(split).toHaveBeenCalledExactlyOnceWith(7);
});

test('review: an edited row is handed over with Enter', async () => {
  const edit = vi.fn();
  const { root } = show({ phase: 'review' }, { edit });
  click(rowOf(root, 4).querySelector('[aria-expanded]') as HTMLElement);
  await settled();
  const field = rowOf(root, 4).querySelector('.edit-line input') as HTMLInputElement;
  field.value = 'https://tfy.example.com/**';
  personally(field, new Event('input', { bubbles: true }));
  await settled();
  press(field, 'Enter');
  expect(edit).toHaveBeenCalledExactlyOnceWith(2, 'https://tfy.example.com/**');
});

test('review: with nothing to add there is nothing to press', () => {
  const { root } = show({
    phase: 'review',
    selection: { includeWarnings: true, ticked: new Set(), count: 0 },
  });
  expect(byTestId<HTMLButtonElement>(root, 'gate-import-apply').disabled).toBe(true);
});

test('review: closing asks first, and Escape takes the question back', async () => {
  const close = vi.fn();
  const { root, panel } = show({ phase: 'review' }, { close });
  press(panel, 'Escape');
  await settled();
  expect(close).not.toHaveBeenCalled();
  expect(root.querySelector('.confirm')).not.toBeNull();
  press(panel, 'Escape');
  await settled();
  expect(root.querySelector('.confirm')).toBeNull();
  // The question had the focus: without it no further key would reach the panel.
  expect(panel.contains(document.activeElement)).toBe(true);
  press(panel, 'Escape');
  await settled();
  click(root.querySelectorAll<HTMLElement>('.confirm button')[1] as HTMLElement);
  expect(close).toHaveBeenCalledOnce();
});

test('running: the question whether to leave goes with the run that it was about', async () => {
  const { model, root, panel } = show({ phase: 'running' });
  press(panel, 'Escape');
  await settled();
  expect(root.querySelector('.confirm')).not.toBeNull();
  (model.summary as Signal<ImportSummary | undefined>).value = {
    added: 2,
    failed: 0,
    skipped: 22,
    unknown: 0,
  };
  (model.phase as Signal<ImportPhase>).value = 'done';
  await settled();
  // It would say that nothing has been added.
  expect(root.querySelector('.confirm')).toBeNull();
  expect(byTestId(root, 'gate-import-report')).toBeDefined();
});

test('running: progress and row states are told, and only what is to be added is listed', () => {
  const results = new Map([
    [1, { outcome: 'added' as const }],
    [3, { outcome: 'running' as const }],
  ]);
  const { root } = show({
    phase: 'running',
    results,
    progress: { done: 1, total: 11, current: 3, inBackground: false },
  });
  const bar = byTestId(root, 'gate-import-progress');
  expect(bar.getAttribute('role')).toBe('progressbar');
  expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1', '11']);
  expect(rowOf(root, 3).dataset.state).toBe('added');
  expect(rowOf(root, 5).dataset.state).toBe('running');
  expect(rowOf(root, 2)).toBeNull();
});

test('running: pause and cancel act at once, and wait while the run is stopping', () => {
  const pause = vi.fn();
  const cancel = vi.fn();
  const { root } = show({ phase: 'running' }, { pause, cancel });
  click(byTestId(root, 'gate-import-pause'));
  click(byTestId(root, 'gate-import-cancel'));
  expect(pause).toHaveBeenCalledOnce();
  expect(cancel).toHaveBeenCalledOnce();
  const stopping = show({
    phase: 'running',
    progress: { done: 1, total: 2, inBackground: false, stopping: true },
  });
  expect(byTestId<HTMLButtonElement>(stopping.root, 'gate-import-pause').disabled).toBe(true);
});

test('paused: the reason stands there, and the run can go on', () => {
  const resume = vi.fn();
  const { root } = show(
    {
      phase: 'paused',
      pauseReason: { code: 'three-failures', level: 'warn', message: 'Three in a row were refused.' },
    },
    { resume },
  );
  expect(root.textContent).toContain('Three in a row were refused.');
  click(byTestId(root, 'gate-import-resume'));
  expect(resume).toHaveBeenCalledOnce();
});

test('done: the summary carries its figures, and undo is asked for before it is done', async () => {
  const undo = vi.fn();
  const { root } = show(
    {
      phase: 'done',
      summary: { added: 3, failed: 1, skipped: 19, unknown: 1 },
      undo: { kind: 'offered', count: 3 },
    },
    { undo },
  );
  expect(byTestId(root, 'gate-import-summary').dataset).toMatchObject({
    added: '3',
    failed: '1',
    skipped: '19',
    unknown: '1',
  });
  click(byTestId(root, 'gate-import-undo'));
  await settled();
  expect(undo).not.toHaveBeenCalled();
  click(byTestId(root, 'gate-import-undo-confirm'));
  expect(undo).toHaveBeenCalledOnce();
});

test('the panel follows its signals', async () => {
  const phase = signal<ImportPhase>('running');
  const model: ImportPanelModel = { ...modelOf({ file, plan }), phase };
  const panel = byTestId(mount(<ImportPanel model={model} />), 'gate-import-panel');
  phase.value = 'paused';
  await settled();
  expect(panel.dataset.phase).toBe('paused');
});

test('by hand: the current entry is shown whole, to be copied and ticked off', async () => {
  const copy = vi.fn(async () => false);
  const onAnswer = vi.fn();
  const pattern = 'https://*.mattermost.cloud/**';
  const root = mount(<ByHand pattern={pattern} copy={copy} onAnswer={onAnswer} />);
  expect(root.querySelector('.by-hand bdi')?.textContent).toBe(pattern);
  click(byTestId(root, 'gate-by-hand-copy'));
  expect(copy).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(root.querySelector('.by-hand [role="alert"]')).not.toBeNull());
  for (const answer of ['added', 'refused', 'skip']) click(byTestId(root, `gate-by-hand-${answer}`));
  expect(onAnswer.mock.calls).toEqual([['added'], ['refused'], ['left-out']]);
});

test('an import by hand shows the entry that is next, and none while it is paused', () => {
  const settleByHand = vi.fn();
  const byHand = ({ pattern, onAnswer }: { pattern: string; onAnswer(answer: 'added'): void }) => (
    <button type="button" class="next" onClick={() => onAnswer('added')}>
      {pattern}
    </button>
  );
  const progress = { done: 1, total: 11, current: 3, inBackground: false, byHand: true };
  const { root } = show({ phase: 'running', byHand, progress }, { settleByHand });
  expect(root.querySelector('.next')?.textContent).toBe('https://*.mattermost.cloud/**');
  click(root.querySelector('.next') as HTMLElement);
  expect(settleByHand).toHaveBeenCalledExactlyOnceWith('added');
  expect(show({ phase: 'paused', byHand, progress }).root.querySelector('.next')).toBeNull();
});

test('what was done by hand is said to be so at the end, and not to have been read back', () => {
  const { root } = show({
    phase: 'done',
    summary: { added: 2, failed: 1, skipped: 8, unknown: 0, byHand: true },
  });
  const said = byTestId(root, 'gate-import-summary').textContent;
  expect(said).toContain('You added 2 domains by hand');
  expect(said).not.toContain('read back');
});

test('review: the model decides which invalid rows can be split, and the row offers it at once', () => {
  const split = vi.fn();
  const { root } = show({ phase: 'review' }, { split, canSplit: (index) => index === 2 });
  const offers = (line: number) =>
    [...rowOf(root, line).querySelectorAll('.row-end .button')].map((one) => one.textContent);
  expect(offers(4)).toEqual(['Split', '']);
  expect(offers(9)).toEqual(['']);
  click(rowOf(root, 4).querySelector('.row-end .button') as HTMLElement);
  expect(split).toHaveBeenCalledExactlyOnceWith(2);
});

test('extras: who wants an entry that the file does not name stands beside it', () => {
  const entry = 'https://old-tool.example.com/**';
  const register = new Map([[entry, { owner: 'Ada', ticket: 'SEC-1', reviewBy: '2027-03-01' }]]);
  const { root } = show({ phase: 'review', register });
  const extra = byTestId(root, 'gate-extra');
  expect(extra.dataset).toMatchObject({ pattern: entry, owner: 'Ada', reviewBy: '2027-03-01' });
  expect(extra.textContent).toContain('Ada · SEC-1 · 2027-03-01');
  expect(byTestId(show({ phase: 'review' }).root, 'gate-extra').textContent).toContain('Nobody');
});

test('the catalogue stands in place of the phase, and Escape closes it alone', () => {
  const [closeCatalogue, close, openCatalogue] = [vi.fn(), vi.fn(), vi.fn()];
  click(byTestId(show({}, { openCatalogue }).root, 'gate-catalogue-open'));
  click(byTestId(show({ phase: 'review' }, { openCatalogue }).root, 'gate-catalogue-open'));
  expect(openCatalogue).toHaveBeenCalledTimes(2);
  const { root, panel } = show(
    { phase: 'review', catalogue: () => <p id="tools">tools</p> },
    { closeCatalogue, close },
  );
  expect(root.querySelector('#tools')).not.toBeNull();
  expect(root.querySelector('[data-testid="gate-import-row"], footer')).toBeNull();
  press(panel, 'Escape');
  expect(closeCatalogue).toHaveBeenCalledOnce();
  expect(close).not.toHaveBeenCalled();
});

test('done: entries that Atlassian’s list allows as well are a reason to be reminded of its switch', () => {
  const summary = { added: 1, failed: 0, skipped: 23, unknown: 0 };
  const listed = {
    ...{ rule: 'W225', level: 'info' as const, severity: 'low' as const },
    ...{ message: 'Already covered.', start: 0, end: 0 },
  };
  const rows = plan.rows.map((row) => (row.plan === 'add' ? { ...row, findings: [listed] } : row));
  const results = new Map([[1, { outcome: 'added' as const }]]);
  const { root } = show({ phase: 'done', summary, results, plan: { ...plan, rows } });
  expect(byTestId(root, 'gate-import-list-on').dataset.count).toBe('1');
  const other = show({ phase: 'done', summary, results }).root;
  expect(other.querySelector('[data-testid="gate-import-list-on"]')).toBeNull();
});
