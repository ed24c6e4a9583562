import type { Winner } from '../../lib/register/merge.ts';
import { Button } from '../controls/button.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { PendingMerge } from './model.ts';
import { fields, register as words } from './words.ts';

/** How many differences are listed. */
const LISTED = 100;

/** What a file would change, before it does: whichever side is chosen, the other value stays as an earlier one. */
export function MergeReview(props: { pending: PendingMerge; onMerge(winner: Winner | undefined): void }) {
  const { name, entries, conflicts, notes } = props.pending;
  const winners: readonly Winner[] = conflicts.length > 0 ? ['theirs', 'mine'] : ['theirs'];
  const labels = conflicts.length > 0 ? { theirs: words.takeTheirs, mine: words.keepMine } : undefined;
  return (
    <SectionMessage
      level={conflicts.length > 0 ? 'warn' : 'info'}
      title={words.merged(visibleText(name, 80), entries)}
      data={{ 'data-testid': 'gate-register-pending', 'data-conflicts': conflicts.length }}
      actions={
        <>
          {winners.map((winner) => (
            <Button
              key={winner}
              data={{ 'data-testid': 'gate-register-merge', 'data-winner': winner }}
              onPress={() => props.onMerge(winner)}
            >
              {labels?.[winner] ?? words.takeAll}
            </Button>
          ))}
          <Button appearance="subtle" onPress={() => props.onMerge(undefined)}>
            {words.cancel}
          </Button>
        </>
      }
    >
      {notes.map((note) => (
        <p key={note}>{visibleText(note, 400)}</p>
      ))}
      {conflicts.length > 0 && (
        <>
          <p>{words.conflicts(conflicts.length)}</p>
          <ul class="register-conflicts">
            {conflicts.slice(0, LISTED).map(({ pattern, field, mine, theirs }) => (
              <li key={`${pattern} ${field}`} data-testid="gate-register-conflict" data-pattern={pattern}>
                <bdi class="code">{visibleText(pattern)}</bdi> {fields[field]}:{' '}
                <bdi>{visibleText(mine, 100)}</bdi> → <bdi>{visibleText(theirs, 100)}</bdi>
              </li>
            ))}
          </ul>
          {conflicts.length > LISTED && <p>{words.more(conflicts.length - LISTED)}</p>}
        </>
      )}
    </SectionMessage>
  );
}
