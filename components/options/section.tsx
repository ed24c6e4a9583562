import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { Outcome } from './model.ts';

/** A part of the page with its heading. */
export function Section({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro && <p class="subtle">{intro}</p>}
      {children}
    </section>
  );
}

/** What became of an action; said to assistive technology when it changes. */
export function OutcomeMessage({ outcome }: { outcome: Outcome | undefined }) {
  return (
    <div role="status">
      {outcome && (
        <SectionMessage level={outcome.level}>
          <p>{visibleText(outcome.message, 600)}</p>
        </SectionMessage>
      )}
    </div>
  );
}
