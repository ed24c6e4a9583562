import { trusted } from './trusted.ts';
import { visibleText } from './visible-text.ts';
import { launcher, why } from './words.ts';

export interface ImportLauncherProps {
  /** Something that was asked for is being loaded. */
  busy?: boolean;
  /** Why it could not be. */
  problem?: string | undefined;
  /** "Why was it blocked?" is open. */
  open?: boolean;
  /** Both are asked with their button, which gets the focus back. */
  onOpen(button: HTMLElement): void;
  onWhy(button: HTMLElement): void;
}

/** The buttons beside the page's "Add domain" (contract: `gate-import-open`). */
export function ImportLauncher({ busy = false, problem, open = false, onOpen, onWhy }: ImportLauncherProps) {
  return (
    <span class="launcher">
      <button
        type="button"
        class="button is-tall"
        data-testid="gate-import-open"
        aria-busy={busy}
        onClick={trusted<MouseEvent>((event) => onOpen(event.currentTarget as HTMLElement))}
      >
        {launcher.open}
      </button>
      <button
        type="button"
        class="button is-tall is-quiet"
        data-testid="gate-explain-open"
        aria-expanded={open}
        onClick={trusted<MouseEvent>((event) => {
          // The second half of a double click must not close what the first opened.
          if (event.detail < 2) onWhy(event.currentTarget as HTMLElement);
        })}
      >
        {why.title}
      </button>
      {problem !== undefined && (
        <span class="message is-error" role="alert">
          {visibleText(problem)}
        </span>
      )}
    </span>
  );
}
