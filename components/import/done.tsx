import { useMemo, useState } from 'preact/hooks';
import { ChoiceBar } from '../controls/choice-bar.tsx';
import { ProgressBar } from '../controls/progress-bar.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { ListStillOn } from './list-still-on.tsx';
import type { ImportPanelModel, ImportSummary, UndoState } from './model.ts';
import { byOutcome, type OutcomeFilter, rowsWhere } from './row-filter.ts';
import { RowList } from './row-list.tsx';
import { byHand as handWords, outcomeTab, review, done as words } from './words.ts';

const OUTCOMES = ['added', 'failed', 'unknown', 'skipped'] as const;

/** The last phase: what became of every row. */
export function Done({ model }: { model: ImportPanelModel }) {
  const summary = model.summary.value;
  const plan = model.plan.value;
  const results = model.results.value;
  const [tab, setTab] = useState<OutcomeFilter>(
    summary?.failed ? 'failed' : summary?.unknown ? 'unknown' : 'all',
  );
  const shown = useMemo(() => rowsWhere(plan?.rows ?? [], '', byOutcome(tab, results)), [plan, results, tab]);
  if (!summary) return null;
  return (
    <>
      <Verdict summary={summary} />
      <Undo undo={model.undo.value} />
      <ListStillOn rows={plan?.rows ?? []} results={results} />
      <ChoiceBar
        label={words.list}
        look="tabs"
        value={tab}
        choices={[
          { value: 'all', label: outcomeTab.all, count: plan?.rows.length },
          ...OUTCOMES.map((kind) => ({ value: kind, label: outcomeTab[kind], count: summary[kind] })),
        ]}
        onChoose={(kind) => setTab(kind)}
      />
      <RowList
        model={model}
        label={words.list}
        rows={plan?.rows ?? []}
        shown={shown}
        view={tab}
        empty={review.none}
      />
    </>
  );
}

/** The figures in words (contract: `gate-import-summary`). */
function Verdict({ summary }: { summary: ImportSummary }) {
  const { added, failed, skipped, unknown, cancelled, byHand } = summary;
  const short = failed > 0 || unknown > 0 || cancelled;
  const level = failed > 0 && added === 0 ? 'error' : short ? 'warn' : added > 0 ? 'ok' : 'info';
  return (
    <SectionMessage
      level={level}
      title={byHand && added > 0 ? handWords.doneTitle(added) : words.title(added, added + failed + unknown)}
      data={{
        'data-testid': 'gate-import-summary',
        'data-added': added,
        'data-failed': failed,
        'data-skipped': skipped,
        'data-unknown': unknown,
      }}
    >
      {added > 0 && <p>{byHand ? handWords.done : words.allWell}</p>}
      {cancelled && <p>{words.cancelled}</p>}
      {failed > 0 && <p>{byHand ? handWords.refusedCount(failed) : words.failed(failed)}</p>}
      {unknown > 0 && <p>{words.unknown(unknown)}</p>}
    </SectionMessage>
  );
}

function Undo({ undo }: { undo: UndoState }) {
  if (undo.kind === 'running') {
    return (
      <ProgressBar
        label={words.undoing}
        value={undo.done}
        max={undo.total}
        data={{ 'data-testid': 'gate-import-undo-progress' }}
      />
    );
  }
  if (undo.kind !== 'done') return null;
  return (
    <SectionMessage level={undo.failed > 0 ? 'error' : 'ok'}>
      <p>{words.undone(undo.removed)}</p>
      {undo.failed > 0 && <p>{words.undoFailed(undo.failed)}</p>}
    </SectionMessage>
  );
}
