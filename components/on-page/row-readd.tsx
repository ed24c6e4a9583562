import { Popover } from './popover.tsx';
import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { readd } from './words.ts';

export interface RowReaddProps {
  /** The entry as the row shows it; it is added again exactly so. */
  pattern: string;
  /** `working` while the entry is deleted and added again. */
  state: 'idle' | 'working';
  onReadd(): void;
}

/**
 * Offers Atlassian's own remedy for an entry that is shown but not enforced: delete it, add it again exactly.
 * Two clicks (contract: `gate-row-readd`, then `gate-readd-confirm`).
 */
export function RowReadd({ pattern, state, onReadd }: RowReaddProps) {
  return (
    <Popover
      look="button is-quiet"
      attributes={{ 'data-testid': 'gate-row-readd', 'data-pattern': pattern }}
      button={state === 'working' ? readd.working : readd.offer}
    >
      <div class="notice-body">
        <p class="title">{readd.title}</p>
        <p>{readd.body}</p>
        <bdi class="code">{visibleText(pattern)}</bdi>
        <button
          type="button"
          class="button is-primary"
          data-testid="gate-readd-confirm"
          data-pattern={pattern}
          disabled={state === 'working'}
          onClick={trusted(onReadd)}
        >
          {readd.confirm}
        </button>
      </div>
    </Popover>
  );
}
