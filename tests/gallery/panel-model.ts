import type { FileFacts, ImportPanelModel, RowResult } from '../../components/import/model.ts';
import { isSelected } from '../../components/import/row-filter.ts';
import { signal } from '../../components/import/signal.ts';
import { splitCell } from '../../lib/import/read/split-cell.ts';
import { planOf } from './rows.ts';

/** What the signals of a model hold. */
export type Values = { [K in keyof Omit<ImportPanelModel, 'actions'>]: ImportPanelModel[K]['value'] };

export const plan = planOf(24);
export const selection = { includeWarnings: true, ticked: new Set([3]), count: 11 };
export const file: FileFacts = {
  name: 'vendor-domains.csv',
  format: 'csv',
  rows: 24,
  columns: ['vendor', 'pattern', 'redirect_uri', 'evidence'],
  patternColumn: 1,
  problems: [
    { rule: 'I403', level: 'info', message: 'The first row was taken as a header.' },
    { rule: 'I409', level: 'warn', message: 'A brace list was split by a comma of the table.', line: 14 },
  ],
};
const base: Values = {
  phase: 'choose',
  busy: undefined,
  messages: [],
  file: undefined,
  plan: undefined,
  register: new Map(),
  byHand: undefined,
  catalogue: undefined,
  selection,
  progress: { done: 0, total: 11, inBackground: false },
  pauseReason: undefined,
  results: new Map<number, RowResult>(),
  findings: { of: ({ findings = [] }) => findings },
  summary: undefined,
  undo: { kind: 'none' },
};

/**
 * A model that stands still but for ticks and the switch of warnings; every other action is
 * `actions`' or does nothing.
 */
export function modelOf(
  values: Partial<Values>,
  actions: Partial<ImportPanelModel['actions']> = {},
): ImportPanelModel {
  const all = { ...base, ...values };
  const nothing = () => undefined;
  const chosen = signal(all.selection);
  const recount = (next: typeof all.selection) => {
    const count = all.plan?.rows.filter((row, index) => isSelected(row, index, next)).length ?? 0;
    chosen.value = { ...next, count };
  };
  return {
    phase: signal(all.phase),
    busy: signal(all.busy),
    messages: signal(all.messages),
    file: signal(all.file),
    plan: signal(all.plan),
    register: signal(all.register),
    byHand: signal(all.byHand),
    catalogue: signal(all.catalogue),
    selection: chosen,
    progress: signal(all.progress),
    pauseReason: signal(all.pauseReason),
    results: signal(all.results),
    findings: signal(all.findings),
    summary: signal(all.summary),
    undo: signal(all.undo),
    actions: {
      readFile: nothing,
      readText: nothing,
      chooseColumn: nothing,
      openCatalogue: nothing,
      closeCatalogue: nothing,
      addTools: nothing,
      includeWarnings: (includeWarnings) => recount({ ...chosen.value, includeWarnings }),
      tick: (index, on) => {
        const ticked = new Set(chosen.value.ticked);
        if (on) ticked.add(index);
        else ticked.delete(index);
        recount({ ...chosen.value, ticked });
      },
      canSplit: (index) => splitCell(all.plan?.rows[index]?.text ?? '') !== undefined,
      split: nothing,
      edit: nothing,
      apply: nothing,
      pause: nothing,
      resume: nothing,
      cancel: nothing,
      settleByHand: nothing,
      downloadReport: nothing,
      undo: nothing,
      startOver: nothing,
      close: nothing,
      ...actions,
    },
  };
}
