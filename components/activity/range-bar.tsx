import { useId } from 'preact/hooks';
import { ChoiceBar } from '../controls/choice-bar.tsx';
import { Field } from '../controls/field.tsx';
import { type Choice, RANGES } from './model.ts';
import { range as words } from './words.ts';

export interface RangeBarProps {
  choice: Choice;
  onChange(change: Partial<Choice>): void;
}

/** Which time the page is about: a rolling span, or from one day to another. */
export function RangeBar({ choice, onChange }: RangeBarProps) {
  const { range, from, to } = choice;
  return (
    <div class="range-bar">
      <ChoiceBar
        label={words.label}
        look="segments"
        value={range}
        choices={[...RANGES, 'custom' as const].map((value) => ({
          value,
          label: words.names[value],
          data: { 'data-testid': 'gate-activity-range', 'data-value': value },
        }))}
        onChoose={(value) => onChange({ range: value })}
      />
      {range === 'custom' && (
        <>
          <DayField label={words.from} value={from} onChange={(day) => onChange({ from: day })} />
          <DayField label={words.to} value={to} onChange={(day) => onChange({ to: day })} />
          {from > to && (
            <p class="form-problem" role="alert">
              {words.backwards}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function DayField(props: { label: string; value: string; onChange(day: string): void }) {
  const id = useId();
  return (
    <Field id={id} label={props.label}>
      <input
        id={id}
        class="input"
        type="date"
        required
        value={props.value}
        onChange={(event) => {
          // Empty while a date is typed that doesn't exist.
          if (event.currentTarget.value) props.onChange(event.currentTarget.value);
        }}
      />
    </Field>
  );
}
