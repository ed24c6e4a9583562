import { patternOf } from '../catalogue/clouds.ts';
import { openGatehouse } from '../store/database.ts';
import type { PolicyReader } from '../store/policy/read.ts';
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
  teacher: '/teacher.js',
  catalogue: '/catalogue.js',
  hand: '/by-hand.js',
  tools: '/page-tools.js',
};

/** The script of every console, and what its registrations for consoles of other clouds are named with. */
const CONSOLE_SCRIPT = 'content-scripts/console.js';
const REGISTERED = 'console/';

/** The alarm that goes on with an organization's sync. */
const SYNC_ALARM = 'activity-sync/';

/** The organization whose sync an alarm goes on with; undefined for other alarms. */
export function organizationOfAlarm(name: string): string | undefined {
  return name.startsWith(SYNC_ALARM) ? name.slice(SYNC_ALARM.length) : undefined;
}

/** Runs in the tab, beside our scripts, and stands alone: only its text gets there. The key is `scriptBridge`'s. */
function lookInTab(claimed: string): string | undefined {
  type Bridge = { look?: () => void; claimed?: Set<string>; recognition?: { kind: string } };
  const bridge = (globalThis as unknown as Record<symbol, Bridge | undefined>)[
    Symbol.for('gatehouse.scripts')
  ];
  if (!bridge?.look) return undefined;
  if (claimed !== '') {
    bridge.claimed = new Set([...(bridge.claimed ?? []), claimed]);
    bridge.look();
  }
  return bridge.recognition?.kind ?? 'other';
}

/** The handlers' ports in a real browser. */
export function browserPorts(
  api: ExtensionApi,
  policy: PolicyReader,
  { expectFile }: Pick<BackgroundPorts, 'expectFile'>,
): BackgroundPorts {
  return {
    expectFile,
    now: () => Date.now(),
    engine: patternEngine,
    policy: () => policy.get(),
    localStorage: api.storage.local,
    sessionStorage: api.storage.session,
    open: openGatehouse,
    fetch: (url, init) => fetch(url, init),
    mayReach: (host) => api.permissions.contains({ origins: [patternOf(host)] }),
    registeredHosts: async () => {
      const scripts = await api.scripting.getRegisteredContentScripts();
      return scripts.map(({ id }) => id.slice(REGISTERED.length));
    },
    registerHost: (host) =>
      api.scripting.registerContentScripts([
        { id: REGISTERED + host, matches: [patternOf(host)], js: [CONSOLE_SCRIPT], runAt: 'document_idle' },
      ]),
    unregisterHost: (host) => api.scripting.unregisterContentScripts({ ids: [REGISTERED + host] }),
    wakeAt: async (org, when) => {
      if (org === undefined) await api.alarms.clearAll();
      else if (when === undefined) await api.alarms.clear(SYNC_ALARM + org);
      else await api.alarms.create(SYNC_ALARM + org, { when });
    },
    showBadge: async (shown) => {
      await api.action.setBadgeBackgroundColor({ color: '#c9372c' });
      await api.action.setBadgeText({ text: shown ? '!' : '' });
    },
    // Any call of the browser's API counts as a sign of life.
    stayAlive: () => api.runtime.getPlatformInfo(),
    tabInFront: async () => {
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.id === undefined || tab.url === undefined ? undefined : { id: tab.id, url: tab.url };
    },
    lookAgain: async (tabId, claimed) => {
      const target = { tabId, frameIds: [0] };
      const args: [string] = [claimed ?? ''];
      // Rejects where no script of ours may run: a tab that was closed, or a page that is none of the console's.
      const [frame] = await api.scripting.executeScript({ target, func: lookInTab, args }).catch(() => []);
      return typeof frame?.result === 'string' ? frame.result : undefined;
    },
    injectScript: async (script, { tabId, documentId }) => {
      const target =
        documentId === undefined ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
      await api.scripting.executeScript({ target, files: [SCRIPTS[script]] });
    },
  };
}
