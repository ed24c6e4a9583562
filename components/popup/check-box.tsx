import { Answer } from '../answer/answer.tsx';
import { TextField } from '../controls/fields.tsx';
import type { CheckView } from './model.ts';
import { check as words } from './words.ts';

export interface CheckBoxProps {
  check: CheckView;
  onText(text: string): void;
  /** Takes the suggested entry to the console's dialog. */
  onAdd(pattern: string): void;
}

/** "Why was it blocked?": an address or a whole error message in, the answer out (contract: `gate-check-*`). */
export function CheckBox({ check, onText, onAdd }: CheckBoxProps) {
  const { text, explanation, listUnknown } = check;
  return (
    <section class="section" aria-labelledby="check-title">
      <h2 id="check-title">{words.title}</h2>
      <TextField
        label={words.label}
        placeholder={words.placeholder}
        code
        lines={2}
        value={text}
        data={{ 'data-testid': 'gate-check-input' }}
        onInput={onText}
      />
      <div aria-live="polite">
        {explanation && <Answer answer={explanation} listUnknown={listUnknown === true} onAdd={onAdd} />}
      </div>
    </section>
  );
}
