import { defineBackground } from 'wxt/utils/define-background';
import { createActivitySync } from '../lib/background/activity-sync.ts';
import { refreshBadgeSoon } from '../lib/background/badge.ts';
import { browserPorts, organizationOfAlarm } from '../lib/background/browser-ports.ts';
import { createConsoleAligner } from '../lib/background/consoles.ts';
import { extensionApi } from '../lib/background/extension-api.ts';
import { createHandlers } from '../lib/background/handlers.ts';
import { listen } from '../lib/background/listen.ts';
import { permitUnder } from '../lib/background/permit.ts';
import { planFile } from '../lib/background/planner.ts';
import { createRehearsal } from '../lib/background/rehearsal.ts';
import { createPolicyReader } from '../lib/store/policy/read.ts';
import { SETTINGS_KEY } from '../lib/store/settings.ts';

/**
 * Wiring only. A worker is started by the event it then has to answer, so every listener is registered at once, in
 * the first turn.
 */
export default defineBackground({
  type: 'module',
  main() {
    const api = extensionApi();
    const policy = createPolicyReader(api.storage.managed, api.storage.session, () => obey());
    const rehearsal = createRehearsal(planFile);
    const ports = browserPorts(api, policy, rehearsal);
    const sync = createActivitySync(ports);
    const report = (error: unknown) => console.error('Gatehouse: new events could not be fetched.', error);
    const align = createConsoleAligner(ports);
    const alignConsoles = () => {
      align().catch((error: unknown) => {
        console.error('Gatehouse: its script was not registered as it should be.', error);
      });
    };
    /** Another policy holds: what was under way may not be allowed any more. */
    const obey = () => {
      refreshBadgeSoon(ports);
      alignConsoles();
      void sync.stop().then(sync.prune).then(sync.runAll).catch(report);
    };
    listen(api.runtime, createHandlers(ports, sync), rehearsal.planner, permitUnder(ports));
    api.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && SETTINGS_KEY in changes) alignConsoles();
      if (area === 'managed') void policy.refresh().then((changed) => changed && obey());
    });
    api.permissions.onAdded.addListener(alignConsoles);
    api.permissions.onRemoved.addListener(alignConsoles);
    api.alarms.onAlarm.addListener(({ name }) => {
      const org = organizationOfAlarm(name);
      if (org !== undefined) void sync.run(org).catch(report);
    });
    // Alarms may be gone after the browser was closed, and keys are.
    api.runtime.onStartup.addListener(() => void sync.prune().then(sync.runAll).catch(report));
    api.runtime.onInstalled.addListener(() => {
      // An update takes all registrations away.
      alignConsoles();
      void sync.runAll().catch(report);
    });
  },
});
