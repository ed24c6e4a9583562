import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { changeSettings, readSettings } from '../store/settings.ts';
import type { BackgroundPorts } from './ports.ts';

type SettingsHandlers = Pick<Handlers, 'settings/get' | 'settings/set'>;

/** What the admin chose: for our own pages only. Written here alone, so that two pages never undo each other. */
export function settingsHandlers({ localStorage }: Pick<BackgroundPorts, 'localStorage'>): SettingsHandlers {
  return {
    'settings/get': async () => ok(await readSettings(localStorage)),
    'settings/set': async (change) => ok(await changeSettings(localStorage, change)),
  };
}
