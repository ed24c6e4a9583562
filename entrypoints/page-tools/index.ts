import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { watchedSend } from '../../lib/messages/watched-send.ts';
import { editEntry } from './edit-entry.tsx';
import './offer.ts';
import { whyBlocked } from './why-blocked.tsx';

/** Wiring only: what the page needs at a click and not before. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  const send = watchedSend(() => bridge.onUpdated?.());
  bridge.pageTools ??= {
    whyBlocked: (page) => whyBlocked(page, send),
    editEntry: (entry) => editEntry(entry, send),
  };
});
