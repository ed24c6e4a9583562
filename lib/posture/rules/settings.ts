import { DOMAINS_LINK, PERMISSIONS_LINK, SETTINGS_LINK } from '../links.ts';
import type { PostureInput, PostureRule } from '../types.ts';

const DAY = 86_400_000;
/** Days after which what was seen of the page is too old to rely on. */
const SEEN_TOO_LONG_AGO = 30;

/** Whether a class of tools is on, wholly or in part. Classes that the page did not show are not. */
function isOn({ settings }: PostureInput, name: string): boolean {
  const state = settings.permissions[name];
  return state === 'allowed' || state === 'partial';
}

export const SETTINGS_RULES: readonly PostureRule[] = [
  {
    id: 'P201',
    level: 'warn',
    link: SETTINGS_LINK,
    check: ({ settings }) => (settings.apiToken === 'on' ? {} : undefined),
  },
  {
    id: 'P202',
    level: 'warn',
    link: PERMISSIONS_LINK,
    check: (input) => (isOn(input, 'delete') ? {} : undefined),
  },
  {
    id: 'P203',
    level: 'warn',
    link: PERMISSIONS_LINK,
    check: (input) => (isOn(input, 'manage') ? {} : undefined),
  },
  {
    id: 'P204',
    level: 'info',
    link: SETTINGS_LINK,
    check: ({ settings }) => (settings.enterpriseManaged === 'on' ? {} : undefined),
  },
  {
    id: 'P205',
    level: 'info',
    link: DOMAINS_LINK,
    check: ({ settings }) => (settings.supportedDomains === 'allowed' ? {} : undefined),
  },
  {
    id: 'P206',
    level: 'warn',
    link: DOMAINS_LINK,
    check: ({ settings, entries }) =>
      settings.supportedDomains === 'blocked' && entries?.length === 0 ? {} : undefined,
  },
  {
    id: 'P207',
    level: 'info',
    link: SETTINGS_LINK,
    check({ seenAt, now }) {
      if (seenAt === null) return undefined;
      const days = Math.floor((now - seenAt) / DAY);
      return days >= SEEN_TOO_LONG_AGO ? { params: { count: days } } : undefined;
    },
  },
];
