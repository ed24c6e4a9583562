import type { ComponentChildren } from 'preact';
import type { DisplayLevel } from './level.ts';
import { LevelIcon } from './level-icon.tsx';
import { trusted } from './trusted.ts';
import { notice } from './words.ts';

export interface NoticeProps {
  level: DisplayLevel;
  title: string;
  /** The contract's test id and data attributes of this notice. */
  attributes: Record<`data-${string}`, string | number>;
  actions?: ComponentChildren;
  onDismiss?: (() => void) | undefined;
  children: ComponentChildren;
}

/** A message in the page's own flow: what happened, what it means, what can be done. */
export function Notice({ level, title, attributes, actions, onDismiss, children }: NoticeProps) {
  return (
    <section class={`notice on-${level}`} aria-label={title} {...attributes}>
      <LevelIcon level={level} />
      <div class="notice-body">
        <p class="title">{title}</p>
        {children}
        {(actions || onDismiss) && (
          <div class="actions">
            {actions}
            {onDismiss && (
              <button
                type="button"
                class="button is-quiet"
                data-testid="gate-notice-dismiss"
                onClick={trusted(onDismiss)}
              >
                {notice.dismiss}
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
