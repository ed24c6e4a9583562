import { LayoutUnknown } from '../../../components/on-page/layout-unknown.tsx';
import { isClaimed } from '../../../lib/console/claimed.ts';
import { scriptBridge } from '../../../lib/console/script-bridge.ts';
import { isBusy } from '../../../lib/console/wait.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';

/** A page that is still drawing itself looks unknown too: it must have stayed so for this long, in milliseconds. */
const STAYS = 5000;

/** Says once, calmly, that the page names the MCP server but is not as we know it. */
export const layoutUnknown: Feature = {
  name: 'layout-unknown',
  appliesTo: ({ kind }) => kind === 'layout-unknown',
  start({ signal, org, send, teach, openPanel }) {
    const controller = new AbortController();
    let host: HTMLElement | undefined;
    const tell = () => {
      if (isBusy(document.body) && !isClaimed()) {
        timer = setTimeout(tell, STAYS);
        return;
      }
      const mounted = mount('layout-unknown', AbortSignal.any([signal, controller.signal]));
      let problem: string | undefined;
      const dismiss = () => {
        controller.abort();
        if (!isClaimed()) return;
        // Only the admin's word made this page ours: putting the notice away takes it back.
        scriptBridge().claimed?.delete(location.pathname);
        void send('page/disclaim', { path: location.pathname });
        scriptBridge().look?.();
      };
      const draw = () =>
        mounted.show(
          <LayoutUnknown
            problem={problem}
            said={isClaimed()}
            {...(org ? { onTeach, onByHand: () => void onByHand() } : {})}
            onDismiss={dismiss}
          />,
        );
      const onTeach = async () => {
        const outcome = await teach(org ?? '');
        if (signal.aborted) return;
        problem = outcome.kind === 'not-kept' ? outcome.message : undefined;
        draw();
      };
      const onByHand = async () => {
        problem = await openPanel('by-hand');
        if (!signal.aborted) draw();
      };
      draw();
      host = mounted.host;
      placeNotice(host);
    };
    let timer = setTimeout(tell, isClaimed() ? 0 : STAYS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    return () => {
      if (host && !controller.signal.aborted) placeNotice(host);
    };
  },
};
