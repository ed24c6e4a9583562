import { visibleText } from './visible-text.ts';
import { register } from './words.ts';

export interface RegisterRowProps {
  /** The entry as the row shows it. */
  pattern: string;
  /** Empty when nobody is named. */
  owner: string;
  /** A day as `2027-03-01`; empty when there is none. */
  reviewBy: string;
  overdue: boolean;
}

/** The register's data beside a row of the list (contract: `gate-register-row`). */
export function RegisterRow({ pattern, owner, reviewBy, overdue }: RegisterRowProps) {
  return (
    <span
      class={`register${overdue ? ' is-overdue' : ''}`}
      data-testid="gate-register-row"
      data-pattern={pattern}
      data-owner={owner}
      data-review-by={reviewBy}
      data-overdue={overdue ? 'yes' : 'no'}
    >
      {owner !== '' && <bdi>{visibleText(owner, 60)}</bdi>}
      {owner !== '' && reviewBy !== '' && ' · '}
      {reviewBy !== '' && (overdue ? register.overdue : register.reviewBy)(visibleText(reviewBy, 20))}
    </span>
  );
}
