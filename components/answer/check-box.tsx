import type { BlockedAnswer } from '../../lib/answers/types.ts';
import { TextField } from '../controls/fields.tsx';
import { Answer } from './answer.tsx';
import { check as words } from './words.ts';

export interface CheckView {
  /** What stands in the box. */
  text: string;
  /** Absent while nothing was asked or the answer is on its way. */
  explanation?: BlockedAnswer;
  /** The organization's list was never read, so own entries can't be considered. */
  listUnknown?: boolean;
}

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
