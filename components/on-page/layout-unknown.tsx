import { Notice } from './notice.tsx';
import { trusted } from './trusted.ts';
import { unknownLayout } from './words.ts';

/** Says that the page was not recognised and offers to be taught (contract: `gate-layout-unknown`). */
export function LayoutUnknown({ onTeach, onDismiss }: { onTeach?: () => void; onDismiss?: () => void }) {
  return (
    <Notice
      level="warn"
      title={unknownLayout.title}
      attributes={{ 'data-testid': 'gate-layout-unknown' }}
      onDismiss={onDismiss}
      actions={
        onTeach && (
          <button type="button" class="button" data-testid="gate-teach" onClick={trusted(onTeach)}>
            {unknownLayout.teach}
          </button>
        )
      }
    >
      <p>{unknownLayout.body(onTeach !== undefined)}</p>
    </Notice>
  );
}
