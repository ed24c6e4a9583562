import type { ComponentChildren } from 'preact';
import { trusted } from '../on-page/trusted.ts';
import type { DataAttributes } from './attributes.ts';
import { Icon, type IconName } from './icons.tsx';

export interface ButtonProps {
  appearance?: 'default' | 'primary' | 'subtle' | 'danger' | 'link';
  icon?: IconName;
  disabled?: boolean;
  /** 24 px high instead of 32, for use within rows. */
  compact?: boolean;
  data?: DataAttributes;
  onPress(event: MouseEvent): void;
  children: ComponentChildren;
}

/** A push button. Only a person can press it: events that a script dispatched are ignored. */
export function Button(props: ButtonProps) {
  const { appearance = 'default', icon, disabled = false, compact = false, data, onPress, children } = props;
  return (
    <button
      type="button"
      class={`button is-${appearance}${compact ? ' is-compact' : ''}`}
      disabled={disabled}
      {...data}
      onClick={trusted(onPress)}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface IconButtonProps {
  icon: IconName;
  /** What it does, for assistive technology and as the tooltip. */
  label: string;
  disabled?: boolean;
  data?: DataAttributes;
  onPress(event: MouseEvent): void;
}

/** A square button with an icon only. */
export function IconButton({ icon, label, disabled = false, data, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button is-subtle is-icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      {...data}
      onClick={trusted(onPress)}
    >
      <Icon name={icon} />
    </button>
  );
}
