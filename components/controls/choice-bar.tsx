import { figure } from '../../lib/words/figures.ts';
import { trusted } from '../on-page/trusted.ts';
import type { DataAttributes } from './attributes.ts';

export interface Choice<V extends string> {
  value: V;
  label: string;
  /** A figure beside the label. */
  count?: number | undefined;
  data?: DataAttributes;
}

export interface ChoiceBarProps<V extends string> {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  /** `tabs` filters what is below, `segments` changes what is shown. */
  look: 'tabs' | 'segments';
  data?: DataAttributes;
  onChoose(value: V): void;
}

/** One of a few, each a button of its own, the chosen one pressed. */
export function ChoiceBar<V extends string>(props: ChoiceBarProps<V>) {
  const { label, value, choices, look, data, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a layout of its own
    <div class={`choices is-${look}`} role="group" aria-label={label} {...data}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          class="choice"
          aria-pressed={choice.value === value}
          {...choice.data}
          onClick={trusted(() => onChoose(choice.value))}
        >
          {choice.label}
          {choice.count !== undefined && <span class="count">{figure(choice.count)}</span>}
        </button>
      ))}
    </div>
  );
}
