import { useId } from 'preact/hooks';
import type { DataAttributes } from '../controls/attributes.ts';

export interface SecretFieldProps {
  label: string;
  hint: string;
  value: string;
  data?: DataAttributes;
  onInput(value: string): void;
  onEnter(): void;
}

/** A line shown as dots, which the browser does not offer to remember. */
export function SecretField({ label, hint, value, data, onInput, onEnter }: SecretFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <input
        id={id}
        type="password"
        class="input"
        value={value}
        spellcheck={false}
        autocomplete="new-password"
        aria-describedby={`${id}-hint`}
        {...data}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.isTrusted) onEnter();
        }}
      />
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}
