import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { teach } from './words.ts';

/** One quiet line: the page is known because the admin showed it, and how to take that back. */
export function TaughtPage({ problem, onForget }: { problem?: string; onForget(): void }) {
  return (
    <p class="taught" data-testid="gate-taught">
      <span class="subtle">{teach.inUse}</span>
      <button
        type="button"
        class="button is-quiet"
        data-testid="gate-teach-forget"
        onClick={trusted(onForget)}
      >
        {teach.forget}
      </button>
      {problem !== undefined && <span class="message is-error">{visibleText(problem, 600)}</span>}
    </p>
  );
}
