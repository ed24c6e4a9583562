import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { teach } from './words.ts';

/** What the admin points at, in this order. */
export type TeachStep = 'list' | 'button' | 'field' | 'submit';

/** What is wrong with what was pointed at: the words have a sentence for each. */
export type TeachProblem = keyof typeof teach.problems;

export interface TeachGuideProps {
  step: TeachStep;
  /** The step's place among all, 1-based, and how many there are. */
  place: number;
  of: number;
  /** Why the last thing pointed at can't be it. */
  problem?: TeachProblem | undefined;
  /** While it is tried what the button opens. */
  busy?: boolean;
  onCancel(): void;
}

/** Tells what to point at while Gatehouse is taught a page that it doesn't recognise. */
export function TeachGuide({ step, place, of, problem, busy = false, onCancel }: TeachGuideProps) {
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
        {problem !== undefined && (
          <p class="message is-error" data-testid="gate-teach-problem" data-problem={problem}>
            {teach.problems[problem]}
          </p>
        )}
        <p>{busy ? teach.opening : teach.steps[step]}</p>
        <p class="subtle">{teach.keys}</p>
      </div>
    </Notice>
  );
}
