import type { Explanation } from '../../lib/patterns/types.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/fields.tsx';
import type { DisplayLevel } from '../on-page/level.ts';
import { LevelIcon } from '../on-page/level-icon.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { CheckView } from './model.ts';
import { check as words } from './words.ts';

export interface CheckBoxProps {
  check: CheckView;
  onText(text: string): void;
  /** Takes the suggested entry to the console's dialog. */
  onAdd(pattern: string): void;
}

const LEVEL: Record<Explanation['match']['allowed'], DisplayLevel> = {
  yes: 'ok',
  no: 'error',
  unsure: 'warn',
};

/** What the engine calls the decision of Atlassian's own list. */
const ATLASSIAN_LIST = 'atlassian-supported';

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
        {explanation && <Answer explanation={explanation} listUnknown={listUnknown === true} onAdd={onAdd} />}
      </div>
    </section>
  );
}

interface AnswerProps {
  explanation: Explanation;
  listUnknown: boolean;
  onAdd(pattern: string): void;
}

function Answer({ explanation, listUnknown, onAdd }: AnswerProps) {
  const { redirectUri, match, suggestions } = explanation;
  const suggestion = suggestions[0];
  return (
    <div
      class={`answer is-${match.allowed}`}
      data-testid="gate-check-result"
      data-allowed={match.allowed}
      data-by={match.by}
      data-suggest={suggestion}
    >
      <LevelIcon level={redirectUri === undefined ? 'info' : LEVEL[match.allowed]} />
      <div class="answer-body">
        <p class="title">{redirectUri === undefined ? words.noAddress : words.answer[match.allowed]}</p>
        {redirectUri !== undefined && (
          <p>
            <bdi class="code">{visibleText(redirectUri)}</bdi>
          </p>
        )}
        {match.by !== undefined && (
          <p>
            {words.allowedBy}{' '}
            {match.by === ATLASSIAN_LIST ? (
              words.atlassianList
            ) : (
              <bdi class="code">{visibleText(match.by)}</bdi>
            )}
          </p>
        )}
        <p class="subtle">{visibleText(match.reason, 400)}</p>
        {listUnknown && <p class="hint">{words.listUnknown}</p>}
        {suggestion !== undefined && (
          <>
            <p>
              {words.suggestion}: <bdi class="code">{visibleText(suggestion)}</bdi>
            </p>
            <Button
              icon="add"
              data={{ 'data-testid': 'gate-check-add', 'data-pattern': suggestion }}
              onPress={() => onAdd(suggestion)}
            >
              {words.add}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
