import { useState } from 'preact/hooks';
import type { HandAnswer } from '../../lib/import/run/hand-run.ts';
import { Button } from '../controls/button.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { byHand as words } from './words.ts';

const ANSWERS: readonly { answer: HandAnswer; label: 'added' | 'refused' | 'skip'; id: string }[] = [
  { answer: 'added', label: 'added', id: 'gate-by-hand-added' },
  { answer: 'refused', label: 'refused', id: 'gate-by-hand-refused' },
  { answer: 'left-out', label: 'skip', id: 'gate-by-hand-skip' },
];

export interface ByHandProps {
  pattern: string;
  /** Puts the entry on the clipboard; whether the browser let us. */
  copy(): Promise<boolean>;
  onAnswer(answer: HandAnswer): void;
}

/** Where the page can't be driven: one entry at a time to copy, add by hand and tick off. Keyed by its row. */
export function ByHand({ pattern, copy, onAnswer }: ByHandProps) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <section class="by-hand" aria-label={words.entry} data-testid="gate-by-hand" data-pattern={pattern}>
      <p>{words.intro}</p>
      <div class="by-hand-entry">
        <bdi class="input code">{visibleText(pattern, 2_048)}</bdi>
        <Button
          appearance="primary"
          data={{ 'data-testid': 'gate-by-hand-copy' }}
          onPress={() => void copy().then(setCopied)}
        >
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      {copied === false && (
        <p class="problem" role="alert">
          {words.copyFailed}
        </p>
      )}
      <div class="actions">
        {ANSWERS.map(({ answer, label, id }) => (
          <Button
            key={answer}
            {...(answer === 'left-out' && { appearance: 'subtle' as const })}
            data={{ 'data-testid': id }}
            onPress={() => onAnswer(answer)}
          >
            {words[label]}
          </Button>
        ))}
      </div>
    </section>
  );
}
