import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { forgetKey } from '../store/key-vault.ts';
import { allows, type FeatureName } from '../store/policy/shape.ts';
import { changeSettings, readSettings } from '../store/settings.ts';
import type { ActivitySync } from './activity-sync.ts';
import { refreshBadge } from './badge.ts';
import type { BackgroundPorts } from './ports.ts';
import { answerSettings, settingsInForce } from './settings-in-force.ts';

type SettingsHandlers = Pick<
  Handlers,
  'settings/get' | 'settings/set' | 'features/off' | 'catalogue/additions'
>;

/** What only a policy switches off on the page, by the names that the features have there. */
const ON_PAGE: readonly (readonly [FeatureName, ...string[]])[] = [
  ['import', 'import-launcher', 'resume-offer'],
  ['readd', 'row-readd'],
  ['register', 'register-rows'],
  ['teaching', 'taught-page', 'layout-unknown'],
];

/** What the admin chose and the policy says: for our own pages only, but for the switches of what is on the page. Written here alone, so that two pages never undo each other. */
export function settingsHandlers(ports: BackgroundPorts, sync: ActivitySync): SettingsHandlers {
  const { localStorage } = ports;
  const goOn = (work: Promise<void>) => {
    work.catch((error: unknown) => console.error('Gatehouse: a setting was not carried out.', error));
  };
  /** A key belongs to the cloud it was made in: it must never be sent to another one. */
  const leaveCloud = async (org: string) => {
    await sync.stop(org);
    await ports.wakeAt(org, undefined);
    await forgetKey(await ports.open(), ports.sessionStorage, org);
  };
  return {
    'settings/get': async () => ok(await answerSettings(ports, await readSettings(localStorage))),
    'catalogue/additions': async () => ok([...(await ports.policy()).policy.catalogue]),
    'features/off': async () => {
      const [{ fieldVerdict, rowVerdicts, changesNotice }, { policy }] = await Promise.all([
        settingsInForce(ports),
        ports.policy(),
      ]);
      const off: string[] = [];
      if (!fieldVerdict) off.push('field-verdict');
      if (!rowVerdicts) off.push('row-verdicts');
      if (!changesNotice) off.push('changes');
      for (const [feature, ...names] of ON_PAGE) if (!allows(policy, feature)) off.push(...names);
      return ok(off);
    },
    'settings/set': async (change) => {
      const before = await settingsInForce(ports);
      const changed = await changeSettings(localStorage, change);
      const { badge, sessionSource, retentionDays, clouds } = await settingsInForce(ports);
      for (const org of new Set([...Object.keys(before.clouds), ...Object.keys(clouds)])) {
        if (clouds[org] !== before.clouds[org]) await leaveCloud(org);
      }
      if (badge !== before.badge) await refreshBadge(ports);
      if (sessionSource && !before.sessionSource) goOn(sync.runAll());
      // Nothing is asked with the session any more once the switch is off.
      if (!sessionSource && before.sessionSource) {
        await sync.stop();
        goOn(sync.runAll());
      }
      if (retentionDays < before.retentionDays) goOn(sync.prune());
      return ok(await answerSettings(ports, changed));
    },
  };
}
