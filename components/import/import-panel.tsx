import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../controls/dialog.tsx';
import { LiveRegion } from '../controls/live-region.tsx';
import { ProgressBar } from '../controls/progress-bar.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { Choose, type ChooseProps } from './choose.tsx';
import { Done } from './done.tsx';
import { Footer } from './footer.tsx';
import type { ImportPanelModel, ImportPhase } from './model.ts';
import { Review } from './review.tsx';
import { Running } from './running.tsx';
import { useModel } from './use-model.ts';
import { announceProgress, busy as busyWords, catalogue, done, panel as words } from './words.ts';

/**
 * The import panel (contract: `gate-import-panel`): a drawer at the right of the console. While a choice is to be
 * made it is modal; while a run drives the page it is not, since the page's own dialog must have the focus.
 */
export function ImportPanel({ model }: { model: ImportPanelModel }) {
  const [asked, setAsked] = useState<{ question: 'leave' | 'undo'; of: ImportPhase }>();
  const [pasted, setPasted] = useState('');
  useModel(model);
  const phase = model.phase.value;
  // What a question says holds of the phase that it was asked in: a run that ended meanwhile can't be paused any more.
  const asking = asked?.of === phase ? asked.question : undefined;
  const ask = (question: 'leave' | 'undo' | undefined) => setAsked(question && { question, of: phase });
  const Catalogue = model.catalogue.value;
  const { actions } = model;
  const onClose = () => {
    if (Catalogue) actions.closeCatalogue();
    else if (asking !== undefined) ask(undefined);
    else if (phase === 'review' || phase === 'running') ask('leave');
    else actions.close();
  };
  // A list that was pasted outlives the catalogue, but not its own review.
  useEffect(() => {
    if (phase !== 'choose') setPasted('');
  }, [phase]);
  return (
    <Dialog
      title={Catalogue ? catalogue.title : words.title}
      closeLabel={words.close}
      modal={phase === 'choose' || phase === 'review'}
      step={Catalogue ? 'catalogue' : phase}
      data={{ 'data-testid': 'gate-import-panel', 'data-phase': phase }}
      onClose={onClose}
      footer={
        phase !== 'choose' &&
        !Catalogue && <Footer model={model} asking={asking} onAsk={ask} onClose={onClose} />
      }
    >
      <LiveRegion text={announcement(model)} />
      <Messages model={model} />
      {Catalogue ? (
        <Catalogue onAdd={actions.addTools} onBack={actions.closeCatalogue} />
      ) : (
        <Phase model={model} pasted={pasted} onPaste={setPasted} />
      )}
    </Dialog>
  );
}

function Phase({ model, pasted, onPaste }: ChooseProps) {
  switch (model.phase.value) {
    case 'choose':
      return <Choose model={model} pasted={pasted} onPaste={onPaste} />;
    case 'review':
      return <Review model={model} />;
    case 'running':
    case 'paused':
      return <Running model={model} />;
    case 'done':
      return <Done model={model} />;
  }
}

/** What went wrong or is being done, above whatever the phase shows. */
function Messages({ model }: { model: ImportPanelModel }) {
  const busy = model.busy.value;
  return (
    <>
      {model.messages.value.map(({ code, level, message }) => (
        <SectionMessage key={code} level={level} data={{ 'data-code': code }}>
          <p>{visibleText(message, 600)}</p>
        </SectionMessage>
      ))}
      {busy && (
        <div class="busy">
          <p class="subtle">{busyWords(busy)}</p>
          <ProgressBar label={busyWords({ kind: busy.kind })} value={busy.done} max={busy.total} />
        </div>
      )}
    </>
  );
}

function announcement(model: ImportPanelModel): string {
  const phase = model.phase.value;
  const busy = model.busy.value;
  const summary = model.summary.value;
  if (busy) return busyWords({ kind: busy.kind });
  if (phase === 'running') return announceProgress(model.progress.value.done, model.progress.value.total);
  if (phase === 'done' && summary)
    return done.title(summary.added, summary.added + summary.failed + summary.unknown);
  return '';
}
