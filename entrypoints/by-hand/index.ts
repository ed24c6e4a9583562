import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { createHandRun } from '../../lib/import/run/hand-run.ts';
import './script.ts';

/** Wiring only: imports that the admin does entry by entry, loaded where the page can't be driven. */
export default defineUnlistedScript(() => {
  scriptBridge().handRun = createHandRun;
});
