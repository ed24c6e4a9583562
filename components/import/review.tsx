import { useMemo, useState } from 'preact/hooks';
import type { ImportPlan } from '../../lib/import/types.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { ChoiceBar } from '../controls/choice-bar.tsx';
import { TextField } from '../controls/fields.tsx';
import { Extras } from './extras.tsx';
import { FileSummary } from './file-summary.tsx';
import type { ImportPanelModel } from './model.ts';
import { byPlan, type PlanFilter, rowsWhere, waitsForTick } from './row-filter.ts';
import { RowList } from './row-list.tsx';
import { planTab, review as words } from './words.ts';

const KINDS = ['add', 'present', 'covered', 'duplicate', 'invalid'] as const;

/** The second phase: what each row is, and the admin's decisions. */
export function Review({ model }: { model: ImportPanelModel }) {
  const file = model.file.value;
  const plan = model.plan.value;
  return (
    <>
      {file && <FileSummary file={file} actions={model.actions} />}
      {plan && <PlannedRows model={model} plan={plan} />}
    </>
  );
}

function PlannedRows({ model, plan }: { model: ImportPanelModel; plan: ImportPlan }) {
  const [tab, setTab] = useState<PlanFilter>('all');
  const [query, setQuery] = useState('');
  const toDecide = useMemo(() => plan.rows.filter(waitsForTick).length, [plan]);
  const shown = useMemo(() => rowsWhere(plan.rows, query, byPlan(tab)), [plan, query, tab]);
  const { counts } = plan;
  const kinds: PlanFilter[] = ['all', 'add', ...(toDecide > 0 ? ['decide' as const] : []), ...KINDS.slice(1)];
  return (
    <>
      <ChoiceBar
        label={words.counts}
        look="tabs"
        value={tab}
        data={{
          'data-testid': 'gate-import-counts',
          ...Object.fromEntries(KINDS.map((kind) => [`data-${kind}`, counts[kind]])),
        }}
        choices={kinds.map((kind) => ({
          value: kind,
          label: planTab[kind],
          count: kind === 'all' ? plan.rows.length : kind === 'decide' ? toDecide : counts[kind],
        }))}
        onChoose={(kind) => setTab(kind)}
      />
      <div class="toolbar">
        <TextField
          label={words.filter}
          placeholder={words.filter}
          hideLabel
          value={query}
          onInput={setQuery}
        />
        <Checkbox
          checked={model.selection.value.includeWarnings}
          data={{ 'data-testid': 'gate-import-include-warnings' }}
          onChange={model.actions.includeWarnings}
        >
          {words.includeWarnings}
        </Checkbox>
      </div>
      <RowList
        model={model}
        label={words.list}
        rows={plan.rows}
        shown={shown}
        view={`${tab} ${query}`}
        empty={plan.rows.length === 0 ? words.empty : words.none}
      />
      {plan.extra.length > 0 && <Extras entries={plan.extra} register={model.register.value} />}
    </>
  );
}
