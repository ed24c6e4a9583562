import { checkList } from '../../../lib/patterns/index.ts';
import type { PostureActivity, PostureInput } from '../../../lib/posture/types.ts';

export const NOW = Date.UTC(2026, 10, 25, 12);
export const DAY = 86_400_000;

/** An organization about which there is nothing to say: everything known, everything in order. */
export function calm(changes: Partial<PostureInput> = {}): PostureInput {
  const entries =
    changes.entries === undefined ? ['https://agent.example.com/oauth/callback'] : changes.entries;
  const settings: PostureInput['settings'] = {
    supportedDomains: 'blocked',
    apiToken: 'off',
    enterpriseManaged: 'off',
    permissions: {
      read: 'allowed',
      search: 'allowed',
      write: 'blocked',
      delete: 'blocked',
      manage: 'blocked',
    },
  };
  const supportedAllowed = (changes.settings ?? settings).supportedDomains !== 'blocked';
  return {
    now: NOW,
    today: '2026-11-25',
    seenAt: NOW - DAY,
    register: [],
    activity: quiet(),
    ...changes,
    settings: changes.settings ?? settings,
    entries,
    verdicts: changes.verdicts ?? checkList(entries ?? [], { supportedAllowed }),
  };
}

export function withSettings(changes: Partial<PostureInput['settings']>): PostureInput {
  return calm({ settings: { ...calm().settings, ...changes } });
}

export function permission(name: string, state: 'allowed' | 'partial' | 'blocked'): PostureInput {
  return withSettings({ permissions: { ...calm().settings.permissions, [name]: state } });
}

/** Ordinary activity, complete for half a year. */
export function quiet(changes: Partial<PostureActivity> = {}): PostureActivity {
  return {
    completeFrom: NOW - 180 * DAY,
    completeTo: NOW - 60_000,
    last30Days: { reads: 500, writes: 20, removals: 0, unknown: 0 },
    removalsLast7Days: 0,
    tokenCallsLast7Days: 0,
    newWriters: [],
    busiestHour: { calls: 40, limit: 1_000 },
    ...changes,
  };
}
