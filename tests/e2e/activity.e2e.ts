/** The figures of the popup against the truth of the API: three organizations, each with its form of events. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCalls, Replica, SHAPES, type Shape } from '../sandbox/api/index.ts';
import { answerWith } from '../sandbox/api/serve.ts';
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
import { type Session, startSession } from '../support/session.ts';
import { click, seen, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const SEED = Number(process.env.ACTIVITY_SEED ?? 20_261_125);
const DAY = 86_400_000;
/** Late events appear this long after the start, in milliseconds: during the first sync, behind its back. */
const LATE = 6_000;
const KILLS = 4;

const random = seededRandom(SEED);
const start = Date.now();

interface Organization {
  id: string;
  key: string;
  shape: Shape;
  replica: Replica;
}

/** Calls of two months, and some of the last half hour that the API shows only later. */
function callsOf(seed: number) {
  const early = makeCalls({ seed, count: 500, from: start - 58 * DAY, to: start - 3_600_000, people: 25 });
  const late = makeCalls({ seed: seed + 1, count: 30, from: start - 5 * DAY, to: start, people: 5 })
    .map((call, index) => ({ ...call, id: `late-${call.id}`, time: start - 60_000 - index * 50_000 }))
    .map((call) => ({ ...call, visibleAt: start + LATE }));
  return [...early, ...late];
}

const organizations: Organization[] = SHAPES.map((shape, index) => {
  const id = `0f3c1a52-7d0e-4a5b-9c55-2f6f0e6a1b1${index + 2}`;
  const key = `key-of-${shape}`;
  const replica = new Replica({
    org: id,
    key,
    shape,
    calls: callsOf(SEED + 10 * index),
    now: () => Date.now(),
    others: 60,
    untidy: true,
    cursorOnLast: index === 1,
    nextIn: index === 0 ? 'meta' : 'links',
    order: index === 2 ? 'oldest-first' : 'newest-first',
    mostPerPage: index === 0 ? 150 : 400,
    seed: SEED,
  });
  return { id, key, shape, replica };
});

let session: Session;
beforeAll(async () => {
  console.log(`ACTIVITY_SEED=${SEED}`);
  const api = {
    handle: async (...[request, response, url]: Parameters<ReturnType<typeof answerWith>>) => {
      const known = organizations.find(({ id }) => url.pathname.includes(id));
      return known ? answerWith(known.replica)(request, response, url) : false;
    },
  };
  session = await startSession({ api });
});
afterAll(() => session?.close());

test('equal the truth for every form and window, after disorder, late events, faults and killed workers', async () => {
  // Each organization has trouble of its own, in the middle of its first sync.
  for (const { replica } of organizations) await saveTrouble(replica);
  await Promise.all(organizations.map(({ id, key }) => saveApiKey(session, id, key)));
  const popup = await session.openExtensionPage('popup.html');
  await waitForId(popup, 'gate-activity');
  const asked = () => organizations.reduce((sum, { replica }) => sum + replica.requests.length, 0);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const org = organizations[kill % organizations.length] as Organization;
    await chooseOrganization(popup, org.id);
    const target = asked() + 1 + Math.floor(random() * 2);
    // Right after a request came in, or when nothing is left to ask for.
    await waitFor(() => asked() >= target || Date.now() - start > LATE + kill * 2_000, {
      what: 'a request to kill the worker at',
      timeout: 90_000,
      every: 5,
    });
    await killWorker(session.browser);
  }
  for (const org of organizations) {
    await chooseOrganization(popup, org.id);
    await waitFor(async () => (await seen(popup, 'gate-activity'))['data-state'] === 'ready', {
      what: `${org.shape} to be fetched`,
      timeout: 150_000,
      every: 250,
    });
    // What came late is found by the next look back.
    await click(popup, 'gate-sync');
    for (const [window, length] of Object.entries(POPUP_WINDOWS) as [PopupWindow, number][]) {
      await chooseWindow(popup, window);
      await waitFor(
        async () =>
          Number((await seen(popup, 'gate-activity'))['data-events']) === org.replica.truth(length).total,
        {
          what: `the total of ${org.shape} in ${window}: ${org.replica.truth(length).total}`,
          timeout: 100_000,
          every: 250,
        },
      );
      const truth = org.replica.truth(length);
      const seenNow = await shownActivity(popup);
      expect(seenNow.total, `${org.shape} ${window}`).toBe(truth.total);
      expect(seenNow.tools).toEqual(topFive(truth.tools));
      expect(seenNow.actors).toEqual(topFive(truth.actors));
      expect(seenNow.ids).toEqual(truth.newestIds);
      console.log(`${org.shape} ${window}: ${seenNow.total} calls, as the API has them`);
    }
  }
  for (const { replica } of organizations) expect(replica.busiestMinute()).toBeLessThanOrEqual(10);
  await popup.close();
}, 420_000);

/** One fault of each kind that an admin meets, among the first requests after the key's check. */
async function saveTrouble(replica: Replica): Promise<void> {
  const faults = [
    { kind: 'status', status: 503 },
    { kind: 'truncated' },
    { kind: 'rate-limited', retryAfter: 2 },
    { kind: 'offline' },
  ] as const;
  const fault = faults[Math.floor(random() * faults.length)] ?? faults[0];
  replica.nextFaults.push({ kind: 'slow', milliseconds: 50 }, { kind: 'slow', milliseconds: 50 }, fault);
}
