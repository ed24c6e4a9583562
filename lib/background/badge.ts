import { readStatus } from '../activity/summary/index.ts';
import { openActivity } from '../store/database.ts';
import { organizationsWithKey } from '../store/key-vault.ts';
import { readSettings } from '../store/settings.ts';
import type { BackgroundPorts } from './ports.ts';

/**
 * The badge is for what the admin has to act on, and only where they want it: worked out anew from what is stored, so
 * that a worker that was just started shows the same as the one before.
 */
export async function refreshBadge(
  ports: Pick<BackgroundPorts, 'localStorage' | 'sessionStorage' | 'showBadge' | 'now'>,
): Promise<void> {
  const { localStorage, sessionStorage, showBadge, now } = ports;
  const { settings } = await readSettings(localStorage);
  if (!settings.badge) return await showBadge(false);
  const database = await openActivity();
  const states = await Promise.all(
    (await organizationsWithKey(sessionStorage)).map((org) => readStatus(database, org, 'api', now())),
  );
  await showBadge(states.some(({ stopped }) => stopped));
}
