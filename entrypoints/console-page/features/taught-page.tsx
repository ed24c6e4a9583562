import { TaughtPage } from '../../../components/on-page/taught-page.tsx';
import { scriptBridge } from '../../../lib/console/script-bridge.ts';
import { taughtFrom } from '../../../lib/console/teach/stored.ts';
import type { Feature } from '../feature.ts';
import { type Mounted, mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';

/** Brings what the admin taught of this console, says that it is in use, and lets them take it back. */
export const taughtPage: Feature = {
  name: 'taught-page',
  appliesTo: ({ kind }) => kind !== 'other',
  start({ signal, send, org }) {
    if (!org) return () => {};
    const bridge = scriptBridge();
    const language = document.documentElement.lang.slice(0, 35);
    let shown: { mounted: Mounted; controller: AbortController } | undefined;

    const load = async () => {
      const reply = await send('teach/get', { org, language });
      if (signal.aborted || !reply.ok) return;
      bridge.taught = reply.value ? taughtFrom(reply.value.controls) : undefined;
      if (bridge.taught) bridge.look?.();
    };
    const forget = async () => {
      const reply = await send('teach/save', { org, language, controls: {} });
      if (signal.aborted) return;
      if (!reply.ok) return shown?.mounted.show(<TaughtPage problem={reply.message} onForget={forget} />);
      bridge.taught = undefined;
      bridge.look?.();
    };
    const update = () => {
      // Where the page is recognised without it, what was taught is only one more hint, and not worth a word.
      const inUse = bridge.taught && bridge.recognition?.evidence.includes('taught button');
      if (!inUse) {
        shown?.controller.abort();
        shown = undefined;
        return;
      }
      if (!shown) {
        const controller = new AbortController();
        const mounted = mount('taught-page', AbortSignal.any([signal, controller.signal]));
        mounted.show(<TaughtPage onForget={forget} />);
        shown = { mounted, controller };
      }
      placeNotice(shown.mounted.host);
    };
    void load();
    signal.addEventListener('abort', () => {
      delete bridge.taught;
    });
    return update;
  },
};
