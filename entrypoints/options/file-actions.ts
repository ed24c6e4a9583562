import type { FileView } from '../../components/options/model.ts';
import {
  organization as organizationWords,
  policy as policyWords,
  sources as words,
} from '../../components/options/words.ts';
import { readExport } from '../../lib/activity/exported/read.ts';
import { type TakenIn, takeInExport } from '../../lib/activity/exported/take-in.ts';
import type { EventSource } from '../../lib/activity/sources/types.ts';
import { openActivity, openGatehouse } from '../../lib/store/database.ts';
import { toStoreError } from '../../lib/store/errors.ts';
import { noteOrganization } from '../../lib/store/organizations.ts';
import { createSyncLease } from '../../lib/store/sync-lease.ts';
import { change, current, failed } from './state.ts';

/** An exported audit log is taken in here and not in the background: a worker may be stopped, a page stays. */

const changeFile = (part: Partial<FileView>) => change({ file: { ...current().file, ...part } });

/** How often and how long a running sync is waited for, in milliseconds. */
const TRY_AGAIN = 1_000;
const PATIENCE = 20_000;

async function takeIn(org: string, source: EventSource): Promise<TakenIn | undefined> {
  const database = await openGatehouse();
  await noteOrganization(database, org, Date.now());
  const lease = createSyncLease(database, org, crypto.randomUUID());
  const { retentionDays } = current().settings;
  for (const end = Date.now() + PATIENCE; ; ) {
    const options = { now: Date.now(), retentionDays };
    const taken = await takeInExport(await openActivity(), org, source, lease, options);
    if (taken || Date.now() > end) return taken;
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
  }
}

/** Reads the file, puts its calls into the cache, and says what became of each record. */
export async function takeInFile(file: File, done: () => void): Promise<void> {
  const { organization, policy } = current();
  const { id: org } = organization;
  if (org === undefined)
    return changeFile({ outcome: { level: 'error', message: organizationWords.missing } });
  if (policy.off.includes('exportedFile'))
    return changeFile({ outcome: { level: 'error', message: policyWords.refused() } });
  if (policy.organizations && !policy.organizations.includes(org))
    return changeFile({ outcome: { level: 'error', message: policyWords.otherOrganization() } });
  changeFile({ busy: true, outcome: undefined });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return changeFile({ busy: false, outcome: { level: 'error', message: words.unread } });
  }
  try {
    const read = await readExport(bytes, org);
    if (!read.ok) return changeFile({ busy: false, outcome: failed(read.problem) });
    const taken = await takeIn(org, read.source);
    if (!taken) return changeFile({ busy: false, outcome: { level: 'warn', message: words.busy } });
    changeFile({
      busy: false,
      outcome: { level: 'ok', message: words.taken({ ...read.facts, ...taken }) },
    });
    done();
  } catch (error) {
    changeFile({ busy: false, outcome: failed(toStoreError(error)) });
  }
}
