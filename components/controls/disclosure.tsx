import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

/** A heading that opens and closes what is below it; the browser's own element, so it works without any state. */
export function Disclosure({
  summary,
  children,
}: {
  summary: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <details class="disclosure">
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
