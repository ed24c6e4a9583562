import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { unknownLayout } from './words.ts';

export interface LayoutUnknownProps {
  /** Why what was shown could not be kept. */
  problem?: string | undefined;
  onTeach?: () => void;
  /** Adding without Gatehouse's driving: one entry at a time to copy. */
  onByHand?: () => void;
  /** The admin said that this is the page; it was not taken for it by its heading. */
  said?: boolean;
  onDismiss?: () => void;
}

/** Says that the page was not recognised and offers to be taught (contract: `gate-layout-unknown`). */
export function LayoutUnknown({ problem, said = false, onTeach, onByHand, onDismiss }: LayoutUnknownProps) {
  return (
    <Notice
      level="warn"
      title={unknownLayout.title}
      attributes={{ 'data-testid': 'gate-layout-unknown' }}
      onDismiss={onDismiss}
      actions={
        onTeach && (
          <>
            <button type="button" class="button" data-testid="gate-teach" onClick={trusted(onTeach)}>
              {unknownLayout.teach}
            </button>
            {onByHand && (
              <button
                type="button"
                class="button"
                data-testid="gate-by-hand-open"
                onClick={trusted(onByHand)}
              >
                {unknownLayout.byHand}
              </button>
            )}
          </>
        )
      }
    >
      <p>{said ? unknownLayout.said : unknownLayout.body(onTeach !== undefined)}</p>
      {problem !== undefined && <p class="message is-error">{visibleText(problem, 600)}</p>}
    </Notice>
  );
}
