import type { FetchView } from '../../components/activity/model.ts';
import { newerStatus } from '../../lib/activity/summary/view.ts';
import { send } from '../../lib/messages/send.ts';
import { openActivity } from '../../lib/store/database.ts';

export interface FetchFacts {
  organizations: readonly string[];
  /** Undefined before any organization is known. */
  org: string | undefined;
  view: FetchView;
  /** Atlassian's clock minus ours, in milliseconds. */
  clockOffset: number;
}

/**
 * How far the fetching of events is: the state as the popup has it (the background knows of keys and of what runs),
 * the rest from the database. Rejects with an error whose message is a sentence for the admin.
 */
export async function readFetch(asked: string | undefined, now: number): Promise<FetchFacts> {
  const reply = await send(
    'popup/get',
    asked === undefined ? { window: '30d' } : { org: asked, window: '30d' },
  );
  if (!reply.ok) throw new Error(reply.message);
  const { organizations, org, activity } = reply.value;
  const { state, syncedAt, problem } = activity;
  const status = org === null ? undefined : await newerStatus(await openActivity(), org, now);
  return {
    organizations,
    org: org ?? undefined,
    clockOffset: status?.clockOffset ?? 0,
    view: {
      state,
      ...(syncedAt === undefined ? {} : { syncedAt }),
      ...(problem ? { problem } : {}),
      ...(status && Number.isFinite(status.completeFrom) ? { completeFrom: status.completeFrom } : {}),
    },
  };
}
