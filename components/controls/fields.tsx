import { useId } from 'preact/hooks';
import type { DataAttributes } from './attributes.ts';
import { Field } from './field.tsx';
import { Icon } from './icons.tsx';

interface LabelledProps {
  label: string;
  /** Shown below the field and read out with it. */
  hint?: string;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
  data?: DataAttributes;
}

export interface SelectProps extends LabelledProps {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
}

/** The browser's own select in the host's dress. */
export function Select({ label, hint, hideLabel = false, data, value, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} hideLabel={hideLabel}>
      <span class="select">
        <select
          id={id}
          class="input"
          value={value}
          aria-describedby={hint && `${id}-hint`}
          {...data}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </Field>
  );
}

export interface TextFieldProps extends LabelledProps {
  value: string;
  placeholder?: string;
  /** Text of code: no spelling, no capitals, the code font. */
  code?: boolean;
  /** More than one makes it a text area of that many lines. */
  lines?: number;
  onInput(value: string): void;
  /** Enter in a single line. */
  onEnter?: () => void;
}

/** A single line or an area of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, hideLabel = false, data, value, placeholder, code = false, lines = 1 } = props;
  const { onInput, onEnter } = props;
  const id = useId();
  const shared = {
    id,
    class: code ? 'input code' : 'input',
    value,
    placeholder,
    spellcheck: !code,
    autocomplete: 'off',
    'aria-describedby': hint && `${id}-hint`,
    ...data,
  } as const;
  return (
    <Field id={id} label={label} hint={hint} hideLabel={hideLabel}>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing && event.isTrusted) onEnter?.();
          }}
        />
      )}
    </Field>
  );
}
