import { WaitingEntry } from '../../../components/on-page/waiting-entry.tsx';
import type { Feature } from '../feature.ts';
import { mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';

/** An entry that was chosen in the popup: opens the page's form with it. The admin looks at it and presses "Add". */
export const waitingEntry: Feature = {
  name: 'waiting-entry',
  appliesTo: ({ kind, domains }) => kind === 'mcp' && domains,
  start({ signal, send, org, openFormWith }) {
    if (!org) return () => {};
    let notice: { host: HTMLElement; controller: AbortController } | undefined;
    let asking = false;

    const take = async () => {
      // Only the tab that the admin looks at may take it.
      if (asking || document.hidden) return;
      asking = true;
      const reply = await send('entry/take', { org });
      asking = false;
      if (signal.aborted || !reply.ok || !reply.value) return;
      const { pattern } = reply.value;
      notice?.controller.abort();
      const outcome = await openFormWith(pattern);
      if (signal.aborted || outcome.kind === 'opened') return;
      const controller = new AbortController();
      const { host, show } = mount('waiting-entry', AbortSignal.any([signal, controller.signal]));
      const { reason } = outcome;
      show(<WaitingEntry pattern={pattern} reason={reason} onDismiss={() => controller.abort()} />);
      notice = { host, controller };
      placeNotice(host);
    };

    // The popup may choose an entry while the page is open already: then the admin comes back to it.
    document.addEventListener('visibilitychange', () => void take(), { signal });
    addEventListener('focus', () => void take(), { signal });
    void take();
    return () => {
      if (notice && !notice.controller.signal.aborted) placeNotice(notice.host);
    };
  },
};
