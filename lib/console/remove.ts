import { say } from '../words/say.ts';
import { closeForm, findConfirmation, type Pace } from './add.ts';
import { isEnabled } from './dom.ts';
import { findCancel } from './form.ts';
import { findDeleteButton, visibleRows } from './list.ts';
import type { RemoveOutcome } from './types.ts';
import { waitFor } from './wait.ts';

/**
 * Deletes one entry that is on screen through the row's own button, and answers the page's question where it asks.
 * The row must show exactly this text at the moment of the click.
 */
export async function removeVisible(
  pattern: string,
  pace: Pace,
  signal: AbortSignal,
): Promise<RemoveOutcome> {
  await closeForm(pace, signal);
  const matching = () => visibleRows().filter((row) => row.text === pattern);
  const before = matching().length;
  const row = matching()[0];
  const button = row && findDeleteButton(row.element);
  if (!row || !button || !isEnabled(button)) {
    return {
      kind: 'not-possible',
      code: 'no-delete-button',
      reason: say('console_noDeleteButton'),
    };
  }
  button.click();
  const gone = () => matching().length < before;
  const asked = await waitFor(() => (gone() ? 'gone' : findConfirmation()), { signal, timeout: pace.answer });
  if (asked === 'gone') return { kind: 'removed' };
  if (!asked) return { kind: 'unknown', reason: say('console_noAnswer'), unanswered: true };

  const text = (asked.root.textContent ?? '').slice(0, 8192);
  if (text.includes('://') && !text.includes(pattern)) {
    findCancel(asked.root)?.click();
    return {
      kind: 'not-possible',
      code: 'other-entry',
      reason: say('console_otherEntry'),
    };
  }
  asked.button.click();
  const answer = await waitFor(() => gone() && !findConfirmation(), { signal, timeout: pace.answer });
  return answer ? { kind: 'removed' } : { kind: 'unknown', reason: say('console_notGone'), unanswered: true };
}
