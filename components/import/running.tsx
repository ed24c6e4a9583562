import { useMemo } from 'preact/hooks';
import { ProgressBar } from '../controls/progress-bar.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { ImportPanelModel } from './model.ts';
import { isSelected, rowsWhere } from './row-filter.ts';
import { RowList } from './row-list.tsx';
import { review, run as words } from './words.ts';

/** A run that goes on or stands still: how far it is, at which row, and why it stands. */
export function Running({ model }: { model: ImportPanelModel }) {
  const plan = model.plan.value;
  const selection = model.selection.value;
  const { done, total, current, inBackground, secondsLeft, stopping, byHand } = model.progress.value;
  const paused = model.phase.value === 'paused';
  const reason = model.pauseReason.value;
  const ByHand = model.byHand.value;
  const rows = plan?.rows ?? [];
  const shown = useMemo(
    () => rowsWhere(plan?.rows ?? [], '', (row, index) => isSelected(row, index, selection)),
    [plan, selection],
  );
  const pattern = current === undefined ? undefined : rows[current]?.pattern;
  return (
    <>
      {paused && (
        <SectionMessage
          level={reason?.level ?? 'info'}
          title={words.pausedTitle}
          data={{ 'data-code': reason?.code ?? '' }}
        >
          <p>{reason ? visibleText(reason.message, 600) : words.paused}</p>
        </SectionMessage>
      )}
      {!paused && inBackground && (
        <SectionMessage level="info" data={{ 'data-testid': 'gate-import-background' }}>
          <p>{words.background}</p>
        </SectionMessage>
      )}
      <div class="run">
        <div class="run-line">
          <strong>{words.settled(done, total)}</strong>
          {!paused && secondsLeft !== undefined && (
            <span class="subtle">{words.secondsLeft(secondsLeft)}</span>
          )}
        </div>
        <ProgressBar
          label={words.progress}
          value={done}
          max={total}
          data={{ 'data-testid': 'gate-import-progress' }}
        />
        {!byHand && <AtHand pattern={paused ? undefined : pattern} stopping={stopping === true} />}
      </div>
      {ByHand && byHand && !paused && pattern !== undefined && (
        <ByHand key={current} pattern={pattern} onAnswer={model.actions.settleByHand} />
      )}
      <RowList
        model={model}
        label={review.list}
        rows={rows}
        shown={shown}
        empty={review.none}
        follow={current}
      />
    </>
  );
}

/** What is being done at this moment, or what to keep in mind while nothing is. */
function AtHand({ pattern, stopping }: { pattern: string | undefined; stopping: boolean }) {
  if (stopping) return <p class="run-current subtle">{words.stopping}</p>;
  if (pattern === undefined) return <p class="run-current subtle">{words.leavePage}</p>;
  return (
    <p class="run-current subtle">
      {words.current} <bdi class="code">{visibleText(pattern)}</bdi>
    </p>
  );
}
