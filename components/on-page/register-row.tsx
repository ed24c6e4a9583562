import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { register } from './words.ts';

export interface RegisterRowProps {
  /** The entry as the row shows it. */
  pattern: string;
  /** Empty when nobody is named; the same goes for the others. */
  owner: string;
  reason: string;
  ticket: string;
  source: string;
  /** A day as `2027-03-01`. */
  reviewBy: string;
  overdue: boolean;
  /** Asked to change it, with the button. */
  onEdit(button: HTMLElement): void;
}

/**
 * The register's data beside a row of the list (contract: `gate-register-row`, present where there is any), which is a
 * button to change it. What doesn't fit beside the entry is told by the tooltip and stands in the form.
 */
export function RegisterRow(props: RegisterRowProps) {
  const { pattern, owner, reason, ticket, source, reviewBy, overdue, onEdit } = props;
  const day = reviewBy && (overdue ? register.overdue : register.reviewBy)(visibleText(reviewBy, 20));
  const all = [owner, reason, ticket, source].filter(Boolean);
  const known = all.length > 0 || reviewBy !== '';
  const shown = [visibleText(owner, 60), visibleText(reason, 40), visibleText(ticket, 30), day].filter(
    Boolean,
  );
  return (
    <span
      class={`register${overdue ? ' is-overdue' : ''}`}
      {...(known && {
        'data-testid': 'gate-register-row',
        'data-pattern': pattern,
        'data-owner': owner,
        'data-review-by': reviewBy,
        'data-overdue': overdue ? 'yes' : 'no',
      })}
    >
      <button
        type="button"
        class="button is-quiet"
        data-testid="gate-register-edit"
        data-pattern={pattern}
        title={visibleText(all.join(' · '), 600) || undefined}
        onClick={trusted<MouseEvent>((event) => onEdit(event.currentTarget as HTMLElement))}
      >
        {shown.length > 0 ? <bdi>{shown.join(' · ')}</bdi> : known ? visibleText(source, 60) : register.add()}
        <span class="unseen"> {register.edit(visibleText(pattern))}</span>
      </button>
    </span>
  );
}
