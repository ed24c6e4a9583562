import { LayoutUnknown } from '../../../components/on-page/layout-unknown.tsx';
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
  start({ signal, org, teach }) {
    const controller = new AbortController();
    let host: HTMLElement | undefined;
    const tell = () => {
      if (isBusy(document.body)) {
        timer = setTimeout(tell, STAYS);
        return;
      }
      const mounted = mount('layout-unknown', AbortSignal.any([signal, controller.signal]));
      let problem: string | undefined;
      const draw = () =>
        mounted.show(
          <LayoutUnknown
            problem={problem}
            {...(org ? { onTeach } : {})}
            onDismiss={() => controller.abort()}
          />,
        );
      const onTeach = async () => {
        const outcome = await teach(org ?? '');
        if (signal.aborted) return;
        problem = outcome.kind === 'not-kept' ? outcome.message : undefined;
        draw();
      };
      draw();
      host = mounted.host;
      placeNotice(host);
    };
    let timer = setTimeout(tell, STAYS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    return () => {
      if (host && !controller.signal.aborted) placeNotice(host);
    };
  },
};
