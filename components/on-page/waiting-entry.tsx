import { Notice } from './notice.tsx';
import { visibleText } from './visible-text.ts';
import { waiting } from './words.ts';

export interface WaitingEntryProps {
  pattern: string;
  /** Why the page's form was not opened with it. */
  reason: string;
  onDismiss(): void;
}

/** An entry chosen elsewhere that could not be typed into the page's form: the admin still has its text. */
export function WaitingEntry({ pattern, reason, onDismiss }: WaitingEntryProps) {
  return (
    <Notice
      level="warn"
      title={waiting.title}
      attributes={{ 'data-testid': 'gate-waiting-entry', 'data-pattern': pattern }}
      onDismiss={onDismiss}
    >
      <p>
        <bdi class="code">{visibleText(pattern, 2048)}</bdi>
      </p>
      <p>{visibleText(reason, 600)}</p>
    </Notice>
  );
}
