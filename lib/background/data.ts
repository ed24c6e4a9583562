import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { countStored } from '../store/report.ts';
import { changeSettings, readSettings } from '../store/settings.ts';
import type { BackgroundPorts } from './ports.ts';

type DataHandlers = Pick<Handlers, 'settings/get' | 'settings/set' | 'data/report' | 'data/deleteEverything'>;
type Ports = Pick<BackgroundPorts, 'open' | 'localStorage' | 'estimate' | 'deleteEverything'>;

/** What is stored and chosen: for our own pages only. */
export function dataHandlers({ open, localStorage, estimate, deleteEverything }: Ports): DataHandlers {
  return {
    'settings/get': async () => ok(await readSettings(localStorage)),
    'settings/set': async (change) => ok(await changeSettings(localStorage, change)),
    'data/report': async () => {
      const [amounts, estimated] = await Promise.all([open().then(countStored), estimate()]);
      return ok({ amounts, ...estimated });
    },
    'data/deleteEverything': async () => {
      await deleteEverything();
      return ok(null);
    },
  };
}
