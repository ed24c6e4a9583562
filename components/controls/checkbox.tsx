import type { ComponentChildren } from 'preact';
import { refuseUntrusted, trusted } from '../on-page/trusted.ts';
import type { DataAttributes } from './attributes.ts';

export interface CheckboxProps {
  checked: boolean;
  disabled?: boolean;
  /** Said instead of visible words, where the box stands alone in a row. */
  label?: string;
  data?: DataAttributes;
  onChange(checked: boolean): void;
  children?: ComponentChildren;
}

/** A check box with its words; controlled, so it shows `checked` whatever was clicked. */
export function Checkbox({ checked, disabled = false, label, data, onChange, children }: CheckboxProps) {
  return (
    <label class="checkbox">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-label={label}
        {...data}
        onClick={refuseUntrusted}
        onChange={trusted<Event>((event) => {
          const input = event.target as HTMLInputElement;
          const asked = input.checked;
          input.checked = checked;
          onChange(asked);
        })}
      />
      {children && <span>{children}</span>}
    </label>
  );
}
