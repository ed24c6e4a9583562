import { Button } from '../controls/button.tsx';
import { Confirm } from '../controls/confirm.tsx';
import type { DeletionView } from './model.ts';
import { OutcomeMessage, Section } from './section.tsx';
import { deletion as words } from './words.ts';

export interface DeletionProps {
  view: DeletionView;
  onAsk(): void;
  onYes(): void;
  onNo(): void;
}

/** Deletes everything that is stored, after a question (contract: `gate-clear-data`). */
export function Deletion({ view, onAsk, onYes, onNo }: DeletionProps) {
  const { phase, outcome } = view;
  return (
    <Section title={words.title} intro={words.intro}>
      {phase === 'asking' ? (
        <Confirm
          question={words.question}
          yes={words.yes}
          no={words.no}
          danger
          data={{ 'data-testid': 'gate-clear-confirm' }}
          onYes={onYes}
          onNo={onNo}
        />
      ) : (
        <div class="actions">
          <Button
            appearance="danger"
            disabled={phase === 'busy'}
            data={{ 'data-testid': 'gate-clear-data' }}
            onPress={onAsk}
          >
            {words.start}
          </Button>
        </div>
      )}
      <OutcomeMessage outcome={phase === 'busy' ? { level: 'info', message: words.busy } : outcome} />
    </Section>
  );
}
