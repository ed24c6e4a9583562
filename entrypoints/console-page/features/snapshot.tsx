import { ChangesNotice } from '../../../components/on-page/changes-notice.tsx';
import { readSettings } from '../../../lib/console/read-settings.ts';
import { readVisible } from '../../../lib/console/read-visible.ts';
import { moment } from '../../../lib/words/figures.ts';
import type { Feature } from '../feature.ts';
import { type Mounted, mount } from '../mount.ts';
import { placeNotice } from '../notice-place.ts';

/** The page must have looked the same for this long before it is remembered, in milliseconds. */
const STEADY = 800;

/** Remembers how the server is set for the popup, and says once what others changed since the last visit. */
export const snapshot: Feature = {
  name: 'snapshot',
  rests: true,
  appliesTo: ({ kind }) => kind === 'mcp',
  start({ signal, send, org, changesNotice }) {
    if (!org) return () => {};
    let saved = '';
    let listTold = '';
    let arrived = false;
    let seen = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    let notice: Mounted | undefined;
    const controller = new AbortController();
    signal.addEventListener('abort', () => clearTimeout(timer));

    const read = () => {
      const list = readVisible();
      const settings = readSettings();
      return { settings, ...(list?.complete ? { entries: list.entries } : {}) };
    };

    const tell = async ({ settings, entries }: ReturnType<typeof read>) => {
      // What changes under the admin's eyes later in this visit is nobody else's doing.
      const arrival = !arrived;
      arrived ||= entries !== undefined;
      // A list that this tab has told of before is left out: another tab may have told of a newer one since.
      const list = entries ? JSON.stringify(entries) : listTold;
      const isNew = list !== listTold;
      listTold = list;
      const reply = await send('snapshots/save', {
        org,
        settings,
        ...(entries && isNew ? { entries } : {}),
        language: document.documentElement.lang.slice(0, 35),
        path: location.pathname.slice(0, 2048),
        at: Date.now(),
        arrival,
      });
      if (!reply.ok) listTold = '';
      return reply;
    };

    const save = async () => {
      const reading = read();
      const text = JSON.stringify(reading);
      if (text !== seen) return update();
      saved = text;
      const reply = await tell(reading);
      if (!reply.ok || signal.aborted || !changesNotice || !reply.value.changes) return;
      const { added, removed, settings, since } = reply.value.changes;
      const dismiss = () => {
        controller.abort();
        void send('snapshots/dismissChanges', { org });
      };
      notice ??= mount('changes', AbortSignal.any([signal, controller.signal]));
      notice.show(
        <ChangesNotice
          added={added}
          removed={removed}
          settings={settings.map(({ name, from, to }) => ({ name, before: from, after: to }))}
          since={moment(since, 'minute')}
          onDismiss={dismiss}
        />,
      );
      update();
    };

    // What was dismissed in another tab meanwhile is dismissed here too.
    const isStillPending = async () => {
      if (document.hidden || !notice || controller.signal.aborted) return;
      const reply = await tell({ settings: read().settings });
      if (reply.ok && !reply.value.changes) controller.abort();
    };
    document.addEventListener('visibilitychange', () => void isStillPending(), { signal });

    const update = () => {
      if (notice && !controller.signal.aborted) placeNotice(notice.host);
      const text = JSON.stringify(read());
      if (text === saved || text === seen) return;
      seen = text;
      clearTimeout(timer);
      timer = setTimeout(save, STEADY);
    };
    return update;
  },
};
