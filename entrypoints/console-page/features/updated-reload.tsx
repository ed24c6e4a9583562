import { UpdatedReload } from '../../../components/on-page/updated-reload.tsx';
import { extensionRuntime } from '../../../lib/messages/runtime.ts';
import { isOrphaned } from '../../../lib/messages/send.ts';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';

/** After an update of the extension the old script stays in the page, cut off, and nothing tells it. */
export const updatedReload: Feature = {
  name: 'updated-reload',
  appliesTo: ({ kind }) => kind === 'mcp',
  start({ signal }) {
    let host: HTMLElement | undefined;
    return () => {
      if (!host && isOrphaned(extensionRuntime)) {
        const mounted = mount('updated', signal);
        mounted.show(<UpdatedReload onReload={() => location.reload()} />);
        host = mounted.host;
      }
      if (host) placeNotice(host);
    };
  },
};
