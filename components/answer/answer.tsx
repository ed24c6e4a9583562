import type { BlockedAnswer, BlockedCase } from '../../lib/answers/types.ts';
import { Button } from '../controls/button.tsx';
import type { DisplayLevel } from '../on-page/level.ts';
import { LevelIcon } from '../on-page/level-icon.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { reasonsOf, titleOf, todoOf, answer as words } from './words.ts';

export interface AnswerProps {
  answer: BlockedAnswer;
  /** The organization's list was never read, so only Atlassian's own was considered. */
  listUnknown: boolean;
  /** Takes a suggested entry to the console's dialog. */
  onAdd(pattern: string): void;
}

const LEVEL: Partial<Record<BlockedCase, DisplayLevel>> = {
  allowed: 'ok',
  unsure: 'warn',
  'not-enforced': 'warn',
  'supported-refused': 'warn',
  'no-address': 'info',
  unknown: 'info',
};

/** What the engine calls the decision of Atlassian's own list. */
const ATLASSIAN_LIST = 'atlassian-supported';

const code = (text: string) => <bdi class="code">{visibleText(text)}</bdi>;

/** What keeps a tool out and what to do about it (contract: `gate-check-result`, `gate-check-add`). */
export function Answer({ answer, listUnknown, onAdd }: AnswerProps) {
  const { case: which, redirectUri, match, nearest, suggestions, others, unseen } = answer;
  const reasons = reasonsOf(answer);
  const level = LEVEL[which] ?? 'error';
  return (
    <div
      class={`answer is-${match.allowed}`}
      data-testid="gate-check-result"
      data-allowed={match.allowed}
      data-by={match.by}
      data-suggest={suggestions[0]}
      data-case={which}
      data-nearest={nearest?.pattern}
    >
      <LevelIcon level={level} />
      <div class="answer-body">
        <p class="title">{titleOf(which)}</p>
        {redirectUri !== undefined && <p>{code(redirectUri)}</p>}
        {match.by !== undefined && (
          <p>
            {words.allowedBy} {match.by === ATLASSIAN_LIST ? words.atlassianList : code(match.by)}
          </p>
        )}
        <p>{todoOf(which)}</p>
        {nearest && (
          <p class="subtle">
            {words.nearest} {code(nearest.pattern)} {words.fails(nearest.component)}
          </p>
        )}
        {reasons.map((reason) => (
          <p key={reason} class="subtle">
            {visibleText(reason, 400)}
          </p>
        ))}
        {listUnknown && <p class="hint">{words.listUnknown}</p>}
        {suggestions.length > 0 && <Suggestions entries={suggestions} onAdd={onAdd} />}
        {others.length > 0 && (
          <p class="subtle">
            {words.others} {others.map((other) => [' ', code(other)])}
          </p>
        )}
        {unseen.length > 0 && <p class="hint">{words.unseen}</p>}
      </div>
    </div>
  );
}

function Suggestions({ entries, onAdd }: { entries: readonly string[]; onAdd(pattern: string): void }) {
  return (
    <>
      <p class="subtle">{words.suggestions}</p>
      <ul class="suggestions">
        {entries.map((entry) => (
          <li key={entry}>
            {code(entry)}
            <Button
              icon="add"
              data={{ 'data-testid': 'gate-check-add', 'data-pattern': entry }}
              onPress={() => onAdd(entry)}
            >
              {words.add}
              <span class="unseen"> {visibleText(entry)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
