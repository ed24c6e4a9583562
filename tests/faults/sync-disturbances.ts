/** What happens to the worker, the clock and the popup while events are fetched. */
import type { Page } from 'puppeteer-core';
import { seededRandom } from '../sandbox/server/random.ts';
import { evaluateInWorker, killWorker } from '../support/browser.ts';
import type { Session } from '../support/session.ts';
import { find, waitForId } from '../support/test-ids.ts';

const HOUR = 3_600_000;

/** Sets the worker's wall clock, and with it the one that its alarms are told; a worker that is started anew has the true time. */
async function moveClock({ browser }: Session, by: number): Promise<void> {
  await evaluateInWorker(
    browser,
    `(() => {
      const { alarms } = chrome;
      const now = Date.now.bind(Date);
      const create = alarms.create.bind(alarms);
      Date.now = () => now() + ${by};
      alarms.create = (name, { when }) => create(name, { when: when - ${by} });
    })()`,
  );
}

type SyncDisturbance = (session: Session, popup: Page) => Promise<unknown>;

export const SYNC_DISTURBANCES = {
  'worker killed': ({ browser }) => killWorker(browser),
  'worker killed twice': async ({ browser }) => {
    await killWorker(browser);
    await killWorker(browser);
  },
  'button pressed': async (_, popup) => {
    await (await find(popup, 'gate-sync'))?.click();
  },
  'popup opened again': async (_, popup) => {
    await popup.reload({ waitUntil: 'domcontentloaded' });
    await waitForId(popup, 'gate-activity');
  },
  'clock set ahead': (session) => moveClock(session, HOUR),
  'clock set back': (session) => moveClock(session, -HOUR),
} satisfies Record<string, SyncDisturbance>;

export type SyncDisturbanceName = keyof typeof SYNC_DISTURBANCES;

const OF_ANY_ROUND: readonly SyncDisturbanceName[] = [
  ...['worker killed', 'worker killed', 'worker killed twice', 'button pressed', 'popup opened again'],
] as const satisfies readonly SyncDisturbanceName[];
const OF_THE_CLOCK: readonly SyncDisturbanceName[] = ['clock set ahead', 'clock set back'];

export interface PlannedDisturbance {
  name: SyncDisturbanceName;
  /** Once so many more requests came in. */
  requests: number;
  /** And so many milliseconds later: in the middle of an answer, or while it is stored. */
  later: number;
}

/** What is to happen in a round, in its order. */
export function planDisturbances(seed: number): { plan: PlannedDisturbance[]; movesClock: boolean } {
  const random = seededRandom(seed);
  const movesClock = random() < 0.35;
  const names = movesClock ? [...OF_ANY_ROUND, ...OF_THE_CLOCK] : OF_ANY_ROUND;
  const plan = Array.from({ length: 3 + Math.floor(random() * 6) }, () => ({
    name: names[Math.floor(random() * names.length)] as SyncDisturbanceName,
    requests: 1 + Math.floor(random() * 6),
    later: random() < 0.5 ? 0 : Math.floor(random() * 400),
  }));
  return { plan, movesClock };
}
