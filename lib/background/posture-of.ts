import type { ActivityDatabase } from '../activity/stores.ts';
import { hourlyLimit } from '../activity/summary/limits.ts';
import { readPostureFigures } from '../activity/summary/posture-figures.ts';
import { readStatus } from '../activity/summary/status.ts';
import type { SourceName } from '../activity/types.ts';
import { localDay } from '../calendar/day.ts';
import type { PostureAnswer } from '../messages/answers.ts';
import { judgeFindings } from '../posture/accept.ts';
import { findPosture } from '../posture/index.ts';
import type { PostureActivity } from '../posture/types.ts';
import { readAcceptances } from '../store/acceptances.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import { latestSnapshot } from '../store/snapshots.ts';
import { readLayeredRegister } from './layered-register.ts';
import { visitedOrganization } from './organizations.ts';
import type { BackgroundPorts } from './ports.ts';
import { settingsInForce } from './settings-in-force.ts';

export type PosturePorts = Pick<BackgroundPorts, 'open' | 'now' | 'engine' | 'localStorage' | 'policy'>;

const UNKNOWN = {
  supportedDomains: 'unknown',
  apiToken: 'unknown',
  enterpriseManaged: 'unknown',
  permissions: {},
} as const;

const SOURCES: readonly SourceName[] = ['api', 'session'];

/** What the events say; null while no source has ever fetched any. */
async function activityOf(
  database: GatehouseDatabase,
  org: string,
  ports: PosturePorts,
): Promise<PostureActivity | null> {
  const { now } = ports;
  const events = database as unknown as ActivityDatabase;
  const all = await Promise.all(SOURCES.map((source) => readStatus(events, org, source, now())));
  const [status] = all.filter(({ syncedAt }) => syncedAt > 0).sort((a, b) => b.syncedAt - a.syncedAt);
  if (!status) return null;
  const figures = await readPostureFigures(events, org, now() + status.clockOffset);
  const plan = (await settingsInForce(ports)).plans[org];
  return {
    completeFrom: status.completeFrom,
    completeTo: status.syncedAt,
    last30Days: figures.last30Days,
    removalsLast7Days: figures.removalsLast7Days,
    tokenCallsLast7Days: figures.tokenCallsLast7Days,
    // Before a month of history is there, everybody would look new.
    newWriters: status.completeFrom <= now() - 30 * 86_400_000 ? figures.newWriters : [],
    busiestHour: {
      calls: figures.busiestHourCalls,
      ...(plan ? { limit: hourlyLimit(plan.plan, plan.users) } : {}),
    },
  };
}

/** The findings of an organization, the last visited one when none is named; null when none is known. */
export async function postureOf(
  ports: PosturePorts,
  named: string | undefined,
): Promise<PostureAnswer | null> {
  const { open, now, engine } = ports;
  const database = await open();
  const org = named ?? (await visitedOrganization(ports, database));
  if (org === undefined) return null;
  const [seen, register, acceptances, activity] = await Promise.all([
    latestSnapshot(database, org),
    readLayeredRegister(ports, database, org),
    readAcceptances(database, org),
    activityOf(database, org, ports),
  ]);
  const settings = seen?.settings ?? UNKNOWN;
  const entries = seen?.entries ?? null;
  const verdicts = entries
    ? engine.checkList(entries, { supportedAllowed: settings.supportedDomains === 'allowed' })
    : [];
  const today = localDay(now());
  const found = findPosture({
    now: now(),
    today,
    settings,
    seenAt: seen?.at ?? null,
    entries,
    verdicts,
    register,
    activity,
  });
  return { org, seenAt: seen?.at ?? null, findings: judgeFindings(found, acceptances, today) };
}
