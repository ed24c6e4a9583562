import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Of the control inside; its hint is `<id>-hint`. */
  id: string;
  label: string;
  /** Shown below the control and read out with it. */
  hint?: string | undefined;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
  children: ComponentChildren;
}

/** A control with its label above and its hint below. */
export function Field({ id, label, hint, hideLabel = false, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'unseen' : 'field-label'}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
