import { ImportLauncher } from '../../../components/on-page/import-launcher.tsx';
import { findAddButton } from '../../../lib/console/locate.ts';
import { readSettings } from '../../../lib/console/read-settings.ts';
import { readVisible } from '../../../lib/console/read-visible.ts';
import { scriptBridge } from '../../../lib/console/script-bridge.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';
import { placeBeside } from '../place-beside.ts';

/** "Import patterns" and "Why was it blocked?" beside the page's own "Add domain". */
export const importLauncher: Feature = {
  name: 'import-launcher',
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, org, openPanel, openFormWith, tools }) {
    const { host, show } = mount('import-launcher', signal);
    host.style.display = 'inline-block';
    let helper: { host: HTMLElement; close(): void } | undefined;
    let busy = false;
    let problem: string | undefined;
    let opener: HTMLElement | undefined;

    /** One thing at a time: a second click while a script is loaded is the same click. */
    const once = async (act: () => Promise<void>) => {
      if (busy) return;
      busy = true;
      draw();
      await act();
      busy = false;
      if (!signal.aborted) draw();
    };
    const seen = () => {
      const list = readVisible();
      const { supportedDomains } = readSettings();
      return {
        ...(list?.complete && { entries: list.entries }),
        ...(supportedDomains !== 'unknown' && { supportedAllowed: supportedDomains === 'allowed' }),
      };
    };
    const open = async () => {
      problem = await openPanel();
    };
    const why = async (button: HTMLElement) => {
      const loaded = await tools();
      if (signal.aborted) return;
      problem = typeof loaded === 'string' ? loaded : undefined;
      if (typeof loaded === 'string') return;
      const controller = new AbortController();
      const onClose = () => {
        controller.abort();
        helper = undefined;
        draw();
        button.focus();
      };
      const ended = AbortSignal.any([signal, controller.signal]);
      helper = {
        host: loaded.whyBlocked({ org, signal: ended, seen, openFormWith, onClose }),
        close: onClose,
      };
      placeNotice(helper.host);
    };
    const draw = () =>
      show(
        <ImportLauncher
          busy={busy}
          problem={problem}
          open={helper !== undefined}
          onOpen={(button) => {
            opener = button;
            void once(open);
          }}
          onWhy={(button) => (helper ? helper.close() : void once(() => why(button)))}
        />,
      );
    draw();
    // The panel is a script of its own, which can't see into the root that holds the button.
    scriptBridge().events.addEventListener('panel-closed', () => opener?.focus(), { signal });
    return () => {
      const button = findAddButton();
      if (button && button.nextElementSibling !== host && button.previousElementSibling !== host)
        placeBeside(button, host);
      if (helper) placeNotice(helper.host);
    };
  },
};
