import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { teach } from './words.ts';

/** What the admin points at, in this order. */
export type TeachStep = 'list' | 'button' | 'field' | 'submit';

export interface TeachGuideProps {
  step: TeachStep;
  /** The step's place among all, 1-based, and how many there are. */
  place: number;
  of: number;
  /** Why the last thing pointed at can't be it. */
  problem?: string | undefined;
  onCancel(): void;
}

/** Tells what to point at while Gatehouse is taught a page that it doesn't recognise. */
export function TeachGuide({ step, place, of, problem, onCancel }: TeachGuideProps) {
  return (
    <Notice
      level="info"
      title={teach.title(place, of)}
      attributes={{ 'data-testid': 'gate-teach-guide', 'data-step': step }}
      actions={
        <button type="button" class="button is-quiet" onClick={trusted(onCancel)}>
          {teach.cancel}
        </button>
      }
    >
      <div class="notice-body" aria-live="polite">
        {problem !== undefined && <p class="message is-error">{visibleText(problem)}</p>}
        <p>{teach.steps[step]}</p>
      </div>
    </Notice>
  );
}
