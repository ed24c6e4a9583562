import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { unknownLayout } from './words.ts';

export interface LayoutUnknownProps {
  /** Why what was shown could not be kept. */
  problem?: string | undefined;
  onTeach?: () => void;
  onDismiss?: () => void;
}

/** Says that the page was not recognised and offers to be taught (contract: `gate-layout-unknown`). */
export function LayoutUnknown({ problem, onTeach, onDismiss }: LayoutUnknownProps) {
  return (
    <Notice
      level="warn"
      title={unknownLayout.title}
      attributes={{ 'data-testid': 'gate-layout-unknown' }}
      onDismiss={onDismiss}
      actions={
        onTeach && (
          <button type="button" class="button" data-testid="gate-teach" onClick={trusted(onTeach)}>
            {unknownLayout.teach}
          </button>
        )
      }
    >
      <p>{unknownLayout.body(onTeach !== undefined)}</p>
      {problem !== undefined && <p class="message is-error">{visibleText(problem, 600)}</p>}
    </Notice>
  );
}
