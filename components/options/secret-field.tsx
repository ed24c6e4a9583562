import { useId } from 'preact/hooks';
import type { DataAttributes } from '../controls/attributes.ts';
import { Field } from '../controls/field.tsx';

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
    <Field id={id} label={label} hint={hint}>
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
    </Field>
  );
}
