import { openGatehouse } from '../store/database.ts';
import { deleteEverything } from '../store/delete-everything.ts';
import { askToPersist, estimateStorage } from '../store/persist.ts';
import { patternEngine } from './engine.ts';
import type { ExtensionApi } from './extension-api.ts';
import type { BackgroundPorts, ScriptName } from './ports.ts';

/** The files that the build makes of the scripts which are loaded on demand. */
const SCRIPTS: Record<ScriptName, string> = { page: '/console-page.js', panel: '/import-panel.js' };

/** The handlers' ports in a real browser. */
export function browserPorts(api: ExtensionApi): BackgroundPorts {
  const { local, session } = api.storage;
  let asked = false;
  return {
    now: () => Date.now(),
    engine: patternEngine,
    localStorage: local,
    open: async () => {
      const database = await openGatehouse();
      if (!asked) {
        asked = true;
        // A refusal changes nothing for this caller; the next start asks again.
        askToPersist(database, navigator.storage).catch(() => undefined);
      }
      return database;
    },
    injectScript: async (script, { tabId, documentId }) => {
      const target =
        documentId === undefined ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
      await api.scripting.executeScript({ target, files: [SCRIPTS[script]] });
    },
    estimate: () => estimateStorage(navigator.storage),
    deleteEverything: () => deleteEverything([local, session]),
  };
}
