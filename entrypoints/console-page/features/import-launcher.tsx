import { ImportLauncher } from '../../../components/on-page/import-launcher.tsx';
import { findAddButton } from '../../../lib/console/locate.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeBeside } from '../place-beside.ts';

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
      if (button && button.nextElementSibling !== host && button.previousElementSibling !== host)
        placeBeside(button, host);
    };
  },
};
