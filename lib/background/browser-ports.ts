import { openGatehouse } from '../store/database.ts';
import { patternEngine } from './engine.ts';
import type { ExtensionApi } from './extension-api.ts';
import type { BackgroundPorts, ScriptName } from './ports.ts';

/** The files that the build makes of the scripts which are loaded on demand. */
const SCRIPTS: Record<ScriptName, string> = {
  page: '/console-page.js',
  panel: '/import-panel.js',
  workbook: '/workbook-reader.js',
};

/** The alarm that goes on with the sync. */
export const SYNC_ALARM = 'activity-sync';

/** The handlers' ports in a real browser. */
export function browserPorts(api: ExtensionApi): BackgroundPorts {
  return {
    now: () => Date.now(),
    engine: patternEngine,
    localStorage: api.storage.local,
    open: openGatehouse,
    sessionStorage: api.storage.session,
    fetch: (url, init) => fetch(url, init),
    wakeAt: async (when) => {
      if (when === undefined) await api.alarms.clear(SYNC_ALARM);
      else await api.alarms.create(SYNC_ALARM, { when });
    },
    showBadge: async (shown) => {
      await api.action.setBadgeBackgroundColor({ color: '#c9372c' });
      await api.action.setBadgeText({ text: shown ? '!' : '' });
    },
    // Any call of the browser's API counts as a sign of life.
    stayAlive: () => api.runtime.getPlatformInfo(),
    injectScript: async (script, { tabId, documentId }) => {
      const target =
        documentId === undefined ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
      await api.scripting.executeScript({ target, files: [SCRIPTS[script]] });
    },
  };
}
