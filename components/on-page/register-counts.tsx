import { visibleText } from './visible-text.ts';
import { register } from './words.ts';

export interface RegisterCountsProps {
  overdue: number;
  unowned: number;
  /** Why something could not be shown, as a sentence. */
  problem: string | undefined;
}

/** How many reviews are overdue and how many entries have no owner; nothing when neither. */
export function RegisterCounts({ overdue, unowned, problem }: RegisterCountsProps) {
  const said = [
    ...(overdue > 0 ? [register.overdueCount(overdue)] : []),
    ...(unowned > 0 ? [register.unowned(unowned)] : []),
  ];
  return (
    <>
      <p
        class={`register${overdue > 0 ? ' is-overdue' : ''}`}
        data-testid="gate-register-counts"
        data-overdue={overdue}
        data-unowned={unowned}
      >
        {said.join(' · ')}
      </p>
      {problem !== undefined && (
        <p class="message is-error" role="alert">
          {visibleText(problem)}
        </p>
      )}
    </>
  );
}
