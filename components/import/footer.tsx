import { Button } from '../controls/button.tsx';
import { Confirm } from '../controls/confirm.tsx';
import type { ImportPanelModel } from './model.ts';
import { done, panel, review, run } from './words.ts';

export interface FooterProps {
  model: ImportPanelModel;
  /** What is being asked in place of the buttons. */
  asking: 'leave' | 'undo' | undefined;
  onAsk(question: 'leave' | 'undo' | undefined): void;
  onClose(): void;
}

/** What can be done now, at the bottom of the panel where it never scrolls away. */
export function Footer({ model, asking, onAsk, onClose }: FooterProps) {
  const { actions } = model;
  const phase = model.phase.value;
  const undo = model.undo.value;
  const stopAsking = () => onAsk(undefined);
  if (asking === 'leave') {
    const running = phase === 'running';
    return (
      <Confirm
        question={running ? panel.leaveRun : panel.leaveReview}
        yes={running ? panel.pauseAndClose : panel.leave}
        no={running ? panel.keepRunning : panel.stay}
        onYes={actions.close}
        onNo={stopAsking}
      />
    );
  }
  if (asking === 'undo' && undo.kind === 'offered') {
    return (
      <Confirm
        danger
        question={done.undoQuestion(undo.count)}
        yes={done.undoYes(undo.count)}
        no={done.undoNo}
        data={{ 'data-testid': 'gate-import-undo-confirm' }}
        onYes={() => {
          stopAsking();
          actions.undo();
        }}
        onNo={stopAsking}
      />
    );
  }
  if (phase === 'review') return <ReviewFooter model={model} onClose={onClose} />;
  if (phase === 'running' || phase === 'paused')
    return <RunFooter model={model} paused={phase === 'paused'} />;
  if (phase === 'done') {
    return (
      <>
        <Button
          icon="download"
          data={{ 'data-testid': 'gate-import-report' }}
          onPress={actions.downloadReport}
        >
          {done.report}
        </Button>
        {undo.kind === 'offered' && (
          <Button icon="undo" data={{ 'data-testid': 'gate-import-undo' }} onPress={() => onAsk('undo')}>
            {done.undo(undo.count)}
          </Button>
        )}
        <span class="push" />
        <Button appearance="subtle" onPress={actions.startOver}>
          {done.startOver}
        </Button>
        <Button appearance="primary" onPress={onClose}>
          {done.close}
        </Button>
      </>
    );
  }
  return null;
}

function ReviewFooter({ model, onClose }: { model: ImportPanelModel; onClose(): void }) {
  const { count } = model.selection.value;
  return (
    <>
      <p class="hint push">{count === 0 ? review.nothingToAdd : review.note}</p>
      <Button appearance="subtle" onPress={onClose}>
        {review.cancel}
      </Button>
      <Button
        appearance="primary"
        disabled={count === 0 || model.busy.value !== undefined}
        data={{ 'data-testid': 'gate-import-apply' }}
        onPress={model.actions.apply}
      >
        {review.apply(count)}
      </Button>
    </>
  );
}

function RunFooter({ model, paused }: { model: ImportPanelModel; paused: boolean }) {
  const { actions } = model;
  const stopping = model.progress.value.stopping === true;
  return (
    <>
      <span class="push" />
      <Button
        appearance="subtle"
        disabled={stopping}
        data={{ 'data-testid': 'gate-import-cancel' }}
        onPress={actions.cancel}
      >
        {run.cancel}
      </Button>
      {paused ? (
        <Button
          appearance="primary"
          icon="play"
          data={{ 'data-testid': 'gate-import-resume' }}
          onPress={actions.resume}
        >
          {run.resume}
        </Button>
      ) : (
        <Button
          icon="pause"
          disabled={stopping}
          data={{ 'data-testid': 'gate-import-pause' }}
          onPress={actions.pause}
        >
          {run.pause}
        </Button>
      )}
    </>
  );
}
