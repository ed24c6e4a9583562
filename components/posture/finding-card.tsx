import { useState } from 'preact/hooks';
import type { JudgedFinding } from '../../lib/posture/types.ts';
import type { RuleWords } from '../../lib/posture/words.ts';
import { Button } from '../controls/button.tsx';
import { LevelIcon } from '../on-page/level-icon.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { AcceptForm } from './accept-form.tsx';
import { Evidence } from './evidence.tsx';
import type { Accepting } from './model.ts';
import { levels, posture as words } from './words.ts';

export interface FindingCardProps {
  finding: JudgedFinding;
  text: RuleWords;
  /** The admin's day, `YYYY-MM-DD`. */
  today: string;
  onAccept(finding: JudgedFinding, accepting: Accepting): void;
  onWithdraw(finding: JudgedFinding): void;
}

/** One finding with its reason, evidence and next step (contract: `gate-finding`, `gate-finding-accept`). */
export function FindingCard({ finding, text, today, onAccept, onWithdraw }: FindingCardProps) {
  const [accepting, setAccepting] = useState(false);
  const { rule, level, link, evidence, accepted } = finding;
  const id = `finding-${rule}${accepted ? '-accepted' : ''}`;
  return (
    <article
      class="finding"
      aria-labelledby={id}
      data-testid="gate-finding"
      data-rule={rule}
      data-level={level}
      data-accepted={accepted ? 'yes' : 'no'}
    >
      <LevelIcon level={level} />
      <div class="finding-body">
        <h3 id={id}>
          <span class="unseen">{levels[level]}: </span>
          {text.title} <span class="hint">{rule}</span>
        </h3>
        <p>{text.message}</p>
        <p class="subtle">{text.why}</p>
        <Evidence items={evidence} />
        <p>
          <strong>{words.todo}:</strong> {text.todo}{' '}
          <a href={link} target="_blank" rel="noreferrer">
            {words.documentation}
          </a>
        </p>
        {accepted && (
          <p class="hint">{words.acceptedUntil(accepted.until, visibleText(accepted.reason, 2_000))}</p>
        )}
        {accepting && (
          <AcceptForm
            today={today}
            onCancel={() => setAccepting(false)}
            onAccept={(said) => {
              setAccepting(false);
              onAccept(finding, said);
            }}
          />
        )}
        {!accepting && (
          <div class="actions">
            {accepted ? (
              <Button
                appearance="link"
                data={{ 'data-testid': 'gate-finding-withdraw', 'data-rule': rule }}
                onPress={() => onWithdraw(finding)}
              >
                {words.withdraw}
              </Button>
            ) : (
              <Button
                appearance="link"
                data={{ 'data-testid': 'gate-finding-accept', 'data-rule': rule }}
                onPress={() => setAccepting(true)}
              >
                {words.accept}
              </Button>
            )}
          </div>
        )}
      </div>
    </article>
  );
}
