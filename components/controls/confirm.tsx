import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { DataAttributes } from './attributes.ts';
import { Button } from './button.tsx';

export interface ConfirmProps {
  question: ComponentChildren;
  /** What is done, as the button's words. */
  yes: string;
  no: string;
  /** Removes or throws away something. */
  danger?: boolean;
  data?: DataAttributes;
  onYes(): void;
  onNo(): void;
}

/** Asks at the place where the action was, with the focus on the harmless answer, which Escape gives as well. */
export function Confirm({ question, yes, no, danger = false, data, onYes, onNo }: ConfirmProps) {
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => frame.current?.querySelector('button')?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a layout of its own
    <div
      ref={frame}
      class="confirm"
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
        // Around it there may be a dialog, which would take the same key for itself.
        event.stopPropagation();
        onNo();
      }}
    >
      <p id={id}>{question}</p>
      <div class="actions">
        <Button onPress={onNo}>{no}</Button>
        <Button appearance={danger ? 'danger' : 'primary'} {...(data && { data })} onPress={onYes}>
          {yes}
        </Button>
      </div>
    </div>
  );
}
