import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { readd } from './words.ts';

export interface ReaddProgressProps {
  state: 'working' | 'done' | 'failed' | 'unfinished';
  /** Why it failed or stands still, for the admin. */
  message?: string;
  onFinish(): void;
  onDismiss(): void;
}

const LEVEL = { working: 'info', done: 'ok', failed: 'error', unfinished: 'error' } as const;
const TITLE = { working: readd.underWay, done: readd.done, failed: readd.failed, unfinished: readd.failed };

/** How deleting an entry and adding it again goes; the entry's own row is gone for a part of it. */
export function ReaddProgress({ state, message = '', onFinish, onDismiss }: ReaddProgressProps) {
  const said = state === 'working' ? readd.stay : state === 'done' ? readd.doneNext : message;
  return (
    <Notice
      level={LEVEL[state]}
      title={TITLE[state]}
      attributes={{ 'data-testid': 'gate-readd-progress', 'data-state': state }}
      onDismiss={state === 'working' || state === 'unfinished' ? undefined : onDismiss}
      actions={
        state === 'unfinished' && (
          <button type="button" class="button is-primary" onClick={trusted(onFinish)}>
            {readd.finish}
          </button>
        )
      }
    >
      <p aria-live="polite">{visibleText(said, 600)}</p>
    </Notice>
  );
}
