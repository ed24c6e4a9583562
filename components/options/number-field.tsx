import { useId } from 'preact/hooks';
import type { DataAttributes } from '../controls/attributes.ts';
import { Field } from '../controls/field.tsx';

export interface NumberFieldProps {
  label: string;
  hint: string;
  value: number;
  min: number;
  max: number;
  disabled?: boolean;
  data?: DataAttributes;
  /** A whole number within the bounds, once the field is left or Enter was pressed. */
  onChange(value: number): void;
}

/** A whole number; what is out of bounds falls back to what stood there. */
export function NumberField({
  label,
  hint,
  value,
  min,
  max,
  disabled = false,
  data,
  onChange,
}: NumberFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        class="input"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        disabled={disabled}
        value={value}
        aria-describedby={`${id}-hint`}
        {...data}
        onChange={(event) => {
          const input = event.currentTarget;
          const typed = input.valueAsNumber;
          if (Number.isInteger(typed) && typed >= min && typed <= max) onChange(typed);
          else input.value = String(value);
        }}
      />
    </Field>
  );
}
