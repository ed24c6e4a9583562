import { defineBackground } from 'wxt/utils/define-background';
import { createActivitySync } from '../lib/background/activity-sync.ts';
import { browserPorts, organizationOfAlarm } from '../lib/background/browser-ports.ts';
import { extensionApi } from '../lib/background/extension-api.ts';
import { createHandlers } from '../lib/background/handlers.ts';
import { listen } from '../lib/background/listen.ts';
import { planFile } from '../lib/background/planner.ts';

/**
 * Wiring only. A worker is started by the event it then has to answer, so every listener is registered at once, in
 * the first turn.
 */
export default defineBackground({
  type: 'module',
  main() {
    const api = extensionApi();
    const ports = browserPorts(api);
    const sync = createActivitySync(ports);
    const report = (error: unknown) => console.error('Gatehouse: new events could not be fetched.', error);
    listen(api.runtime, createHandlers(ports, sync), planFile);
    api.alarms.onAlarm.addListener(({ name }) => {
      const org = organizationOfAlarm(name);
      if (org !== undefined) void sync.run(org).catch(report);
    });
    // Alarms may be gone after the browser was closed, and keys are.
    api.runtime.onStartup.addListener(() => void sync.prune().then(sync.runAll).catch(report));
    api.runtime.onInstalled.addListener(() => void sync.runAll().catch(report));
  },
});
