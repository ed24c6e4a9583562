import type { ComponentChildren } from 'preact';
import type { DisplayLevel } from '../on-page/level.ts';
import { LevelIcon } from '../on-page/level-icon.tsx';
import type { DataAttributes } from './attributes.ts';

export interface SectionMessageProps {
  level: DisplayLevel;
  title?: string | undefined;
  actions?: ComponentChildren;
  data?: DataAttributes;
  children?: ComponentChildren;
}

/** A message at the place that it is about; an error is announced at once, anything else is not. */
export function SectionMessage({ level, title, actions, data, children }: SectionMessageProps) {
  return (
    <div class={`section-message on-${level}`} role={level === 'error' ? 'alert' : undefined} {...data}>
      <LevelIcon level={level} />
      <div class="section-message-body">
        {title && <p class="title">{title}</p>}
        {children}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
