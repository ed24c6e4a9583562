import { organizationOf } from '../messages/gate.ts';
import type { Handlers } from '../messages/handle.ts';
import { fail, ok } from '../messages/reply.ts';
import { dismissChanges, pendingChanges, saveSnapshot } from '../store/snapshots.ts';
import { readTeaching, saveTeaching } from '../store/teachings.ts';
import { say } from '../words/say.ts';
import type { ActivitySync } from './activity-sync.ts';
import { type BadgePorts, refreshBadgeSoon } from './badge.ts';
import type { BackgroundPorts } from './ports.ts';

type ConsoleHandlers = Pick<
  Handlers,
  'scripts/inject' | 'snapshots/save' | 'snapshots/dismissChanges' | 'teach/get' | 'teach/save'
>;

const NOT_A_CONSOLE = fail('not-a-console', say('failure_consoleOnly'));
const NOT_INJECTED = fail('script-not-loaded', say('failure_notInjected'));

/** What the console's page tells us and what it is given back of its own organization. */
export function consoleHandlers(
  ports: Pick<BackgroundPorts, 'injectScript' | 'expectFile'> & BadgePorts,
  sync: Pick<ActivitySync, 'visited'>,
): ConsoleHandlers {
  const { open, now, injectScript, expectFile } = ports;
  return {
    'scripts/inject': async ({ script }, caller) => {
      if (caller.kind !== 'console') return NOT_A_CONSOLE;
      const { tabId, documentId } = caller;
      try {
        await injectScript(script, documentId === undefined ? { tabId } : { tabId, documentId });
        if (script === 'panel') expectFile();
        return ok(null);
      } catch (error) {
        console.warn(`Gatehouse: the script “${script}” was not loaded.`, error);
        return NOT_INJECTED;
      }
    },

    'snapshots/save': async ({ org: named, arrival = true, ...seen }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      const database = await open();
      const fresh = await saveSnapshot(database, { ...seen, org: org.value, arrival }, now());
      refreshBadgeSoon(ports);
      if (arrival) sync.visited(org.value);
      return ok({ changes: (await pendingChanges(database, org.value)) ?? null, fresh });
    },

    'snapshots/dismissChanges': async ({ org: named }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      await dismissChanges(await open(), org.value, now());
      return ok(null);
    },

    'teach/get': async ({ org: named, language }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      const taught = await readTeaching(await open(), org.value, language);
      return ok(taught ? { controls: taught.controls, at: taught.at } : null);
    },

    'teach/save': async ({ org: named, language, controls }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      await saveTeaching(await open(), { org: org.value, language, controls, at: now() });
      return ok(null);
    },
  };
}
