import { beforeEach, expect, it } from 'vitest';
import { ingest } from '../../../lib/activity/ingest.ts';
import type { ActivityDatabase } from '../../../lib/activity/stores.ts';
import { initialState } from '../../../lib/activity/sync/state.ts';
import { refreshBadge } from '../../../lib/background/badge.ts';
import { postureHandlers } from '../../../lib/background/posture.ts';
import { postureOf } from '../../../lib/background/posture-of.ts';
import { localDay } from '../../../lib/calendar/day.ts';
import type { OwnCaller } from '../../../lib/messages/gate.ts';
import { checkList } from '../../../lib/patterns/index.ts';
import type { GatehouseDatabase } from '../../../lib/store/database.ts';
import { mergeIntoRegister } from '../../../lib/store/register.ts';
import { saveSnapshot } from '../../../lib/store/snapshots.ts';
import { makeCall } from '../activity/support.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { fakePorts } from './fake-ports.ts';

const OWN: OwnCaller = { kind: 'own' };
const DAY = 86_400_000;

let database: GatehouseDatabase;
let ports: ReturnType<typeof fakePorts>;
beforeEach(async () => {
  database = await freshDatabase();
  ports = fakePorts();
  ports.engine.checkList = checkList;
});

async function visit(org: string, entries: string[], apiToken: 'on' | 'off' = 'off'): Promise<void> {
  const seen = {
    org,
    at: ports.clock.now,
    settings: {
      supportedDomains: 'blocked' as const,
      apiToken,
      enterpriseManaged: 'off' as const,
      permissions: {},
    },
    entries,
    language: 'en',
    path: '/rovo',
    arrival: true,
  };
  await saveSnapshot(database, seen, ports.clock.now);
}

const rules = async (org?: string) =>
  (await postureOf(ports, org))?.findings.map(({ rule, accepted }) => (accepted ? `(${rule})` : rule));

it('is nothing before the first visit', async () => {
  expect(await postureOf(ports, undefined)).toBeNull();
});

it('judges list, switches and register of one organization alone', async () => {
  await visit(OTHER_ORG, [], 'on');
  await visit(ORG, ['https://*.vercel.app/**', 'https://agent.example.com/cb']);
  await mergeIntoRegister(
    database,
    ORG,
    [{ pattern: 'https://agent.example.com/cb', owner: 'Ada', reviewBy: '2001-01-01' }],
    ports.clock.now,
  );
  expect(await rules()).toEqual(['P102', 'P301', 'P302', 'P303']);
  expect(await rules(OTHER_ORG)).toEqual(['P201', 'P206']);
});

it('says nothing of activity until a source has fetched something', async () => {
  await visit(ORG, ['https://agent.example.com/cb']);
  const events = database as unknown as ActivityDatabase;
  const call = makeCall({ org: ORG, time: ports.clock.now - 1_000, class: 'delete', authType: 'api-token' });
  await ingest(events, ORG, [call]);
  expect(await rules()).toEqual([]);
  const state = {
    ...initialState(),
    syncedAt: ports.clock.now,
    covered: [{ from: ports.clock.now - 90 * DAY, to: ports.clock.now }],
  };
  await events.put('cursors', { org: ORG, source: 'api', state, updatedAt: ports.clock.now });
  expect(await rules()).toEqual(['P401', 'P402', 'P403']);
});

it('keeps what was accepted, until it is taken back or its day is over', async () => {
  const handlers = postureHandlers(ports);
  await visit(ORG, ['https://agent.example.com/cb'], 'on');
  const until = localDay(ports.clock.now + DAY);
  const request = { org: ORG, rule: 'P201', until, reason: 'The build server needs it.', evidence: [] };
  await handlers['posture/accept'](request, OWN);
  expect(await rules()).toEqual(['(P201)']);
  expect((await postureOf(ports, ORG))?.findings[0]?.accepted).toMatchObject({
    reason: request.reason,
    until,
  });
  ports.clock.now += 2 * DAY;
  expect(await rules()).toEqual(['P201']);
  await handlers['posture/accept']({ ...request, until: localDay(ports.clock.now) }, OWN);
  expect(await rules()).toEqual(['(P201)']);
  await handlers['posture/withdraw']({ org: ORG, rule: 'P201' }, OWN);
  expect(await rules()).toEqual(['P201']);
});

it('shows the badge for findings that were not seen, and only for those to act on', async () => {
  const shown: boolean[] = [];
  ports.showBadge = async (on) => void shown.push(on);
  const handlers = postureHandlers(ports);
  const badge = async () => {
    await refreshBadge(ports);
    return shown.at(-1);
  };
  await visit(ORG, ['https://agent.example.com']);
  // A note is nothing to act on.
  expect(await rules()).toEqual(['P111']);
  expect(await badge()).toBe(false);
  ports.clock.now += 1_000;
  await visit(ORG, ['https://*.vercel.app/**']);
  expect(await badge()).toBe(true);
  await handlers['posture/get']({ org: ORG }, OWN);
  expect(await badge()).toBe(false);
  // The same rule in another entry is new.
  ports.clock.now += 1_000;
  await visit(ORG, ['https://*.vercel.app/**', 'https://*.netlify.app/**']);
  expect(await badge()).toBe(true);
  await ports.localStorage.set({ settings: { badge: false } });
  expect(await badge()).toBe(false);
});
