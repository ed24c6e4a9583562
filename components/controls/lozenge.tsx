import type { ComponentChildren } from 'preact';

export type Tone = 'neutral' | 'success' | 'information' | 'warning' | 'danger';

/** A short status word. The tone repeats what the word says and never stands for it. */
export function Lozenge({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`lozenge is-${tone}`}>{children}</span>;
}
