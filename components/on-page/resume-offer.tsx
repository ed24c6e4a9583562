import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { resume } from './words.ts';

export interface ResumeOfferProps {
  /** Rows settled before the interruption, and rows of the run in all. */
  done: number;
  total: number;
  /** Why it could not go on. */
  problem?: string | undefined;
  onResume(): void;
  onDismiss(): void;
}

/** Offers to go on with an interrupted import (contract: `gate-resume-offer`); nothing goes on by itself. */
export function ResumeOffer({ done, total, problem, onResume, onDismiss }: ResumeOfferProps) {
  return (
    <Notice
      level="info"
      title={resume.title}
      attributes={{ 'data-testid': 'gate-resume-offer' }}
      onDismiss={onDismiss}
      actions={
        <button
          type="button"
          class="button is-primary"
          data-testid="gate-import-resume"
          onClick={trusted(onResume)}
        >
          {resume.resume}
        </button>
      }
    >
      <p>{resume.body(done, total)}</p>
      {problem !== undefined && (
        <p class="message is-error" role="alert">
          {visibleText(problem, 600)}
        </p>
      )}
    </Notice>
  );
}
