import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { storedFrom } from '../../lib/console/teach/stored.ts';
import { watchedSend } from '../../lib/messages/watched-send.ts';
import { putAway, teachPage } from './lesson.tsx';

/** Wiring only: has the page shown by the admin, loaded when they want to. */
export default defineUnlistedScript(() => {
  const bridge = scriptBridge();
  const send = watchedSend(() => bridge.onUpdated?.());
  let underWay = false;
  bridge.teach = async (org) => {
    if (underWay) return { kind: 'left' };
    underWay = true;
    const taught = await teachPage().finally(() => {
      underWay = false;
    });
    if (!taught) return { kind: 'left' };
    bridge.taught = taught;
    await putAway();
    const language = document.documentElement.lang.slice(0, 35);
    const saved = await send('teach/save', { org, language, controls: storedFrom(taught) });
    bridge.look?.();
    return saved.ok ? { kind: 'taught' } : { kind: 'not-kept', message: saved.message };
  };
});
