import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { saveAcceptance, withdrawAcceptance } from '../store/acceptances.ts';
import { markSeen } from '../store/seen-findings.ts';
import { type BadgePorts, refreshBadgeSoon } from './badge.ts';
import { postureOf } from './posture-of.ts';

type PostureHandlers = Pick<Handlers, 'posture/get' | 'posture/accept' | 'posture/withdraw'>;

/** What is worth a look, and what the admin says of it: for our own pages only. */
export function postureHandlers(ports: BadgePorts): PostureHandlers {
  return {
    'posture/get': async ({ org }) => {
      const found = await postureOf(ports, org);
      if (found) {
        await markSeen(ports.localStorage, found.org, found.findings);
        refreshBadgeSoon(ports);
      }
      return ok(found);
    },
    'posture/accept': async (acceptance) => {
      await saveAcceptance(await ports.open(), { ...acceptance, at: ports.now() });
      return ok(null);
    },
    'posture/withdraw': async ({ org, rule }) => {
      await withdrawAcceptance(await ports.open(), org, rule);
      return ok(null);
    },
  };
}
