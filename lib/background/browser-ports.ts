import { openGatehouse } from '../store/database.ts';
import { patternEngine } from './engine.ts';
import type { ExtensionApi } from './extension-api.ts';
import type { BackgroundPorts, ScriptName } from './ports.ts';

/** The files that the build makes of the scripts which are loaded on demand. */
const SCRIPTS: Record<ScriptName, string> = {
  page: '/console-page.js',
  panel: '/import-panel.js',
  reader: '/file-reader.js',
  workbook: '/workbook-reader.js',
  runner: '/import-runner.js',
};

/** The handlers' ports in a real browser. */
export function browserPorts(api: ExtensionApi): BackgroundPorts {
  return {
    now: () => Date.now(),
    engine: patternEngine,
    localStorage: api.storage.local,
    open: openGatehouse,
    injectScript: async (script, { tabId, documentId }) => {
      const target =
        documentId === undefined ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
      await api.scripting.executeScript({ target, files: [SCRIPTS[script]] });
    },
  };
}
