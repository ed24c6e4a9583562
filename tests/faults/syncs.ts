/** Syncs of activity with faults at random points: of the API, the network, the worker and the clock. Seeded. */
import type { Page } from 'puppeteer-core';
import { seededRandom } from '../sandbox/server/random.ts';
import {
  chooseOrganization,
  chooseWindow,
  POPUP_WINDOWS,
  type PopupWindow,
  saveApiKey,
  shownActivity,
  topFive,
} from '../support/activity.ts';
import { killWorker } from '../support/browser.ts';
import { startSession } from '../support/session.ts';
import { storedEventIds } from '../support/stored.ts';
import { click, seen, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';
import { planDisturbances, SYNC_DISTURBANCES } from './sync-disturbances.ts';
import { makeOrganization, type SyncedOrganization } from './sync-world.ts';

export interface SyncCampaignOptions {
  seed: number;
  rounds: number;
  /** The rounds with these seeds of their own, as a campaign printed them, in place of `rounds` that `seed` gives. */
  only?: readonly number[];
  /** How many organizations are synced in a round; `SYNCS_A_ROUND` unless said otherwise. */
  organizations?: number;
  /** How many rounds go on at the same time, each in a browser of its own; one unless said otherwise. */
  atOnce?: number;
  print(line: string): void;
}

export interface SyncCampaignResult {
  syncs: number;
  events: number;
  /** How many of each fault and disturbance were met. */
  tried: Record<string, number>;
  lost: string[];
  doubled: string[];
  /** Figures that are neither lost nor doubled and yet not the API's. */
  disagreeing: string[];
  /** Syncs that did not come to an end. */
  stuck: string[];
  /** More requests in one of the API's minutes than are allowed. */
  hurried: string[];
}

/** How many organizations are synced in a round, all at once in one browser. */
export const SYNCS_A_ROUND = 8;
/** Documented: so many requests a minute. */
const ALLOWED_A_MINUTE = 10;
/** Events come late for so long after the start of a round, in milliseconds. */
const LATE = 45_000;
/** As long as a sync may take that has to wait for its minute, for what it was told to wait, and after failures. */
const LONGEST_SYNC = 420_000;

export async function runSyncCampaign(options: SyncCampaignOptions): Promise<SyncCampaignResult> {
  const { seed, rounds, only, organizations = SYNCS_A_ROUND, atOnce = 1, print } = options;
  const random = seededRandom(seed);
  const seeds = [...(only ?? Array.from({ length: rounds }, () => Math.floor(random() * 2 ** 31)))];
  const result = nothingYet();
  const worker = async () => {
    for (let own = seeds.shift(); own !== undefined; own = seeds.shift())
      print(await oneRound(own, organizations, result));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return result;
}

const nothingYet = (): SyncCampaignResult => ({
  ...{ syncs: 0, events: 0, tried: {}, lost: [], doubled: [], disagreeing: [], stuck: [], hurried: [] },
});

/** Adds what a round came to; others may go on at the same time. */
function addTo(all: SyncCampaignResult, round: SyncCampaignResult): void {
  all.syncs += round.syncs;
  all.events += round.events;
  for (const [what, times] of Object.entries(round.tried)) all.tried[what] = (all.tried[what] ?? 0) + times;
  for (const kind of ['lost', 'doubled', 'disagreeing', 'stuck', 'hurried'] as const)
    all[kind].push(...round[kind]);
}

async function oneRound(seed: number, count: number, all: SyncCampaignResult): Promise<string> {
  const result = nothingYet();
  const start = Date.now();
  const allShown = start + LATE;
  const random = seededRandom(seed);
  const organizations = Array.from({ length: count }, () =>
    makeOrganization({ seed: Math.floor(random() * 2 ** 31), start, allShown }),
  );
  const { plan, movesClock } = planDisturbances(Math.floor(random() * 2 ** 31));
  const session = await startSession({
    api: {
      handle: async (...[request, response, url]) => {
        const asked = organizations.find(({ id }) => url.pathname.includes(id));
        return asked ? await asked.handle(request, response, url) : false;
      },
    },
  });
  try {
    for (const { id, key } of organizations) await saveApiKey(session, id, key);
    const popup = await session.openExtensionPage('popup.html');
    await waitForId(popup, 'gate-activity');
    const requests = () => organizations.reduce((sum, { replica }) => sum + replica.requests.length, 0);
    for (const { name, requests: more, later } of plan) {
      const target = requests() + more;
      // Where nothing is left to ask for, it comes after the end.
      await waitFor(() => requests() >= target, { what: 'the point', timeout: 35_000, every: 2 }).catch(
        () => undefined,
      );
      if (later > 0) await new Promise((resolve) => setTimeout(resolve, later));
      await SYNC_DISTURBANCES[name](session, popup);
      result.tried[name] = (result.tried[name] ?? 0) + 1;
    }
    // A worker that is started anew has the true time, which the figures are held against.
    if (movesClock) await killWorker(session.browser);
    await waitFor(() => Date.now() > allShown, { what: 'the late events', timeout: LATE + 5_000 });
    for (const organization of organizations) await hold(popup, organization, result);
    for (const { id, replica, traits } of organizations) {
      // Nobody can count the minutes of a server by a clock that jumps; then the API's own refusal is obeyed.
      if (!movesClock && replica.busiestMinute() > ALLOWED_A_MINUTE)
        result.hurried.push(
          `${seed}: ${replica.busiestMinute()} requests in one minute to ${id} (${traits})`,
        );
    }
  } catch (error) {
    result.stuck.push(`${seed}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await session.close();
  }
  for (const { faults, cutOff } of organizations) {
    for (const fault of faults) result.tried[`API ${fault}`] = (result.tried[`API ${fault}`] ?? 0) + 1;
    if (cutOff > 0) result.tried['cut off'] = (result.tried['cut off'] ?? 0) + cutOff;
  }
  addTo(all, result);
  const said = badIn(result) === 0 ? 'ok' : 'WRONG';
  const seconds = Math.round((Date.now() - start) / 1000);
  return `round ${seed} ${said} ${count} syncs: ${plan.map(({ name }) => name).join(', ')}, ${seconds} s`;
}

function badIn({ lost, doubled, disagreeing, stuck, hurried }: SyncCampaignResult): number {
  return lost.length + doubled.length + disagreeing.length + stuck.length + hurried.length;
}

/** Waits until all of an organization was fetched, and holds what is stored and shown against the API's truth. */
async function hold(
  popup: Page,
  organization: SyncedOrganization,
  result: SyncCampaignResult,
): Promise<void> {
  const { id, replica, ids, traits } = organization;
  const say = (sentence: string) => `${id}: ${sentence} (${traits})`;
  await chooseOrganization(popup, id);
  await chooseWindow(popup, '30d');
  const state = async () => (await seen(popup, 'gate-activity'))['data-state'];
  const isReady = async () => (await state()) === 'ready';
  const wait = { timeout: LONGEST_SYNC, every: 250 };
  await waitFor(isReady, { what: `${id} to be fetched (${traits})`, ...wait });
  // What came late is found by the next look back.
  const asked = replica.requests.length;
  await click(popup, 'gate-sync');
  await waitFor(async () => replica.requests.length > asked && (await isReady()), {
    what: `${id} to be fetched once more (${traits})`,
    ...wait,
  });
  for (const [window, length] of Object.entries(POPUP_WINDOWS) as [PopupWindow, number][]) {
    await chooseWindow(popup, window);
    const isTrue = async () =>
      Number((await seen(popup, 'gate-activity'))['data-events']) === replica.truth(length).total;
    // The popup asks for its figures every few seconds; those that are wrong stay so.
    await waitFor(isTrue, { what: 'the total', timeout: 30_000, every: 250 }).catch(() => undefined);
    const truth = replica.truth(length);
    const { total, tools, actors, ids: newest } = await shownActivity(popup);
    if (total < truth.total) result.lost.push(say(`${truth.total - total} of ${truth.total} in ${window}`));
    if (total > truth.total) result.doubled.push(say(`${total - truth.total} too many in ${window}`));
    const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    if (!same(tools, topFive(truth.tools))) result.disagreeing.push(say(`the tools of ${window}`));
    if (!same(actors, topFive(truth.actors))) result.disagreeing.push(say(`the people of ${window}`));
    if (!same(newest, truth.newestIds.slice(0, truth.total)))
      result.disagreeing.push(say(`the newest of ${window}`));
  }
  // The popup is ready once its own window is whole; what is older is still being fetched then.
  let stored = new Set<string>();
  const missing = () => ids.filter((one) => !stored.has(one));
  const isWhole = async () => {
    stored = new Set(await storedEventIds(popup, id));
    return missing().length === 0;
  };
  await waitFor(isWhole, { what: 'older events', timeout: LONGEST_SYNC, every: 1000 }).catch(() => undefined);
  if (missing().length > 0) result.lost.push(say(`${missing().length} of ${ids.length} stored events`));
  if (stored.size > ids.length)
    result.doubled.push(say(`${stored.size - ids.length} stored events too many`));
  result.syncs += 1;
  result.events += ids.length;
}
