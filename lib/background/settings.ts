import type { FeaturesOff } from '../messages/answers.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { changeSettings, readSettings } from '../store/settings.ts';
import type { ActivitySync } from './activity-sync.ts';
import { refreshBadge } from './badge.ts';
import type { BackgroundPorts } from './ports.ts';

type SettingsHandlers = Pick<Handlers, 'settings/get' | 'settings/set' | 'features/off'>;

/** What the admin chose: for our own pages only, but for the switches of what is on the page. Written here alone, so that two pages never undo each other. */
export function settingsHandlers(ports: BackgroundPorts, sync: ActivitySync): SettingsHandlers {
  const { localStorage } = ports;
  const goOn = (work: Promise<void>) => {
    work.catch((error: unknown) => console.error('Gatehouse: a setting was not carried out.', error));
  };
  return {
    'settings/get': async () => ok(await readSettings(localStorage)),
    'features/off': async () => {
      const { fieldVerdict, rowVerdicts, changesNotice } = (await readSettings(localStorage)).settings;
      const off: FeaturesOff = [];
      if (!fieldVerdict) off.push('field-verdict');
      if (!rowVerdicts) off.push('row-verdicts');
      if (!changesNotice) off.push('changes');
      return ok(off);
    },
    'settings/set': async (change) => {
      const before = (await readSettings(localStorage)).settings;
      const changed = await changeSettings(localStorage, change);
      const { badge, sessionSource, retentionDays } = changed.settings;
      if (badge !== before.badge) await refreshBadge(ports);
      if (sessionSource && !before.sessionSource) goOn(sync.runAll());
      // Nothing is asked with the session any more once the switch is off.
      if (!sessionSource && before.sessionSource) {
        await sync.stop();
        goOn(sync.runAll());
      }
      if (retentionDays < before.retentionDays) goOn(sync.prune());
      return ok(changed);
    },
  };
}
