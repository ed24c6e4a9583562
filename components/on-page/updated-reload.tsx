import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { updated } from './words.ts';

/** Said by a content script that outlived an update of the extension and can no longer reach it. */
export function UpdatedReload({ onReload }: { onReload(): void }) {
  return (
    <Notice
      level="warn"
      title={updated.title}
      attributes={{ 'data-testid': 'gate-updated' }}
      actions={
        <button type="button" class="button" onClick={trusted(onReload)}>
          {updated.reload}
        </button>
      }
    >
      <p>{updated.body}</p>
    </Notice>
  );
}
