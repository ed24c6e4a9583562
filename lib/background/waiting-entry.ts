import { organizationOf } from '../messages/gate.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { keepWaiting, takeWaiting } from '../store/waiting-entry.ts';
import type { BackgroundPorts } from './ports.ts';

type WaitingHandlers = Pick<Handlers, 'entry/wait' | 'entry/take'>;

/** Carries an entry from a page of ours to the console's form: set by us, taken once by the organization's page. */
export function waitingEntryHandlers({
  sessionStorage,
  now,
}: Pick<BackgroundPorts, 'sessionStorage' | 'now'>): WaitingHandlers {
  return {
    'entry/wait': async ({ org, pattern }) => {
      await keepWaiting(sessionStorage, org, pattern, now());
      return ok(null);
    },
    'entry/take': async ({ org: named }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      const pattern = await takeWaiting(sessionStorage, org.value, now());
      return ok(pattern === undefined ? null : { pattern });
    },
  };
}
