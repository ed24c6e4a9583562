import type { ComponentChildren } from 'preact';

/** A cell of a virtual list's row. */
export function Cell({ class: name, children }: { class?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element can't do
    <div role="cell" {...(name !== undefined && { class: name })}>
      {children}
    </div>
  );
}
