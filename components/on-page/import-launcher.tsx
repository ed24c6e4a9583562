import { trusted } from './trusted.ts';
import { launcher } from './words.ts';

/** The button beside the page's "Add domain" (contract: `gate-import-open`). */
export function ImportLauncher({ busy = false, onOpen }: { busy?: boolean; onOpen(): void }) {
  return (
    <button
      type="button"
      class="button is-tall"
      data-testid="gate-import-open"
      aria-busy={busy}
      onClick={trusted(onOpen)}
    >
      {launcher.open}
    </button>
  );
}
