import { UpdatedReload } from '../../../components/on-page/updated-reload.tsx';
import { scriptBridge } from '../../../lib/console/script-bridge.ts';
import { extensionRuntime } from '../../../lib/messages/runtime.ts';
import { isOrphaned } from '../../../lib/messages/send.ts';
import { keepReady } from '../../../lib/words/written.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';

/** After an update of the extension the old script stays in the page, cut off, and nothing tells it. */
export const updatedReload: Feature = {
  name: 'updated-reload',
  appliesTo: ({ kind }) => kind === 'mcp',
  start({ signal }) {
    const bridge = scriptBridge();
    let host: HTMLElement | undefined;
    keepReady('page_updated_title', 'page_updated_body', 'page_updated_reload');
    const tell = () => {
      if (!host) {
        const mounted = mount('updated', signal);
        mounted.show(<UpdatedReload onReload={() => location.reload()} />);
        host = mounted.host;
      }
      placeNotice(host);
    };
    bridge.onUpdated = tell;
    signal.addEventListener('abort', () => {
      if (bridge.onUpdated === tell) delete bridge.onUpdated;
    });
    return () => {
      if (host || isOrphaned(extensionRuntime)) tell();
    };
  },
};
