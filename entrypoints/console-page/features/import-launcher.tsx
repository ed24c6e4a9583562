import { ImportLauncher } from '../../../components/on-page/import-launcher.tsx';
import { findAddButton } from '../../../lib/console/locate.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';

/**
 * Puts ours on the side on which the page's button stays where it is: in a row that is aligned to its end, a neighbour
 * behind the button would push it aside, and a click meant for it would meet ours.
 */
function placeBeside(button: HTMLElement, host: HTMLElement): void {
  const { left, top } = button.getBoundingClientRect();
  button.after(host);
  const now = button.getBoundingClientRect();
  const before = Math.abs(now.left - left) + Math.abs(now.top - top) > 1;
  if (before) button.before(host);
  // A row of buttons usually brings its own gap.
  const gap = Number.parseFloat(getComputedStyle(button.parentElement ?? button).columnGap) || 0;
  host.style.marginInlineStart = gap > 0 || before ? '0' : '8px';
  host.style.marginInlineEnd = gap > 0 || !before ? '0' : '8px';
}

/** "Import patterns" beside the page's own "Add domain". */
export const importLauncher: Feature = {
  name: 'import-launcher',
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, openPanel }) {
    const { host, show } = mount('import-launcher', signal);
    host.style.display = 'inline-block';
    const draw = (busy: boolean) => {
      const onOpen = async () => {
        draw(true);
        await openPanel();
        if (!signal.aborted) draw(false);
      };
      show(<ImportLauncher busy={busy} onOpen={onOpen} />);
    };
    draw(false);
    return () => {
      const button = findAddButton();
      if (!button || button.nextElementSibling === host || button.previousElementSibling === host) return;
      placeBeside(button, host);
    };
  },
};
