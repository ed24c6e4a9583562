import type { ActivityView, ActivityWindow } from '../../components/popup/model.ts';
import { extensionApi } from '../../lib/background/extension-api.ts';
import { openActivity, openGatehouse } from '../../lib/store/database.ts';
import { keyState } from '../../lib/store/key-vault.ts';
import { heldByOther } from '../../lib/store/leases.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { readStored, viewOf } from './activity-view.ts';

/** Everything that the popup's activity section needs, in one go. Rejects with the database's error. */
export async function readActivity(org: string, window: ActivityWindow): Promise<ActivityView> {
  const now = Date.now();
  const { storage } = extensionApi();
  const [database, { settings }] = await Promise.all([openGatehouse(), readSettings(storage.local)]);
  const [stored, key, syncing] = await Promise.all([
    readStored(await openActivity(), org, window, now),
    keyState(database, storage.session, org),
    heldByOther(database, `sync/${org}`, 'popup', now),
  ]);
  const plan = settings.plans[org];
  const facts = {
    ...stored,
    syncing,
    hasSource: key === 'session' || key === 'stored' || settings.sessionSource,
    locked: key === 'locked',
    ...(plan ? { plan } : {}),
  };
  return viewOf(facts, now);
}
