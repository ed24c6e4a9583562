import type { ToolClass } from '../../lib/activity/types.ts';
import type { Allowed } from '../../lib/patterns/types.ts';
import type { ActivityWindow } from './model.ts';

/** The words of the popup, in one place so that they can be translated. */

const number = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
export const figure = (count: number) => number.format(count);
const plural = (count: number, one: string, many: string) => `${figure(count)} ${count === 1 ? one : many}`;

export const popup = {
  title: 'Gatehouse',
  organization: 'Organization',
  organizationId: (id: string) => `Organization ${id.slice(0, 8)}`,
};

export const status = {
  title: 'Rovo MCP server',
  supported: 'Atlassian supported domains',
  supportedValue: { allowed: 'Allowed', blocked: 'Blocked', unknown: 'Not seen yet' },
  token: 'API token authentication',
  tokenValue: { on: 'On', off: 'Off', unknown: 'Not seen yet' },
  domains: 'Your domains',
  domainsUnknown: 'Not seen yet',
  seen: (age: string) => `Seen ${age}`,
  stale: (age: string) =>
    `Seen ${age}. The settings may have changed since; visit the page to bring this up to date.`,
  emptyTitle: 'Nothing seen yet',
  empty:
    'Gatehouse shows here what it saw on the Rovo MCP server page of your organization. Open that page once; nothing else needs to be set up.',
  where: 'In the console: Rovo > Rovo MCP server.',
  open: 'Open the Rovo MCP server page',
};

export const findings = {
  title: 'Worth a look',
  all: (count: number) => `All ${plural(count, 'finding', 'findings')}`,
};

export const check = {
  title: 'Why was it blocked?',
  label: 'Paste a redirect URI or the whole error message',
  placeholder: 'https://claude.ai/api/mcp/auth_callback',
  answer: {
    yes: 'This address is allowed',
    no: 'No entry allows this address',
    unsure: 'This address may be refused',
  } satisfies Record<Allowed, string>,
  noAddress: 'No address was found in this text',
  allowedBy: 'Allowed by',
  atlassianList: 'Atlassian’s supported domains',
  listUnknown:
    'Your organization’s list wasn’t read yet, so only Atlassian’s own list was considered. Visit the Rovo MCP server page first.',
  suggestion: 'An entry that would allow it',
  add: 'Add it in the console',
};

export const windows: Record<ActivityWindow, string> = {
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
};

export const classes: Record<ToolClass, string> = {
  read: 'Read',
  search: 'Search',
  write: 'Write',
  delete: 'Delete',
  manage: 'Manage',
  meta: 'Tool list',
  unknown: 'Not told',
};

export const activity = {
  title: 'Activity',
  window: 'Time span',
  total: (count: number) => (count === 1 ? 'tool call' : 'tool calls'),
  change: (now: number, before: number) => {
    if (before === 0) return now === 0 ? 'none in the time before either' : 'none in the time before';
    if (now === before) return 'as many as in the time before';
    const share = percent.format(Math.abs(now - before) / before);
    return now > before ? `${share} more than in the time before` : `${share} fewer than in the time before`;
  },
  noKeyTitle: 'See what AI tools did',
  noKey:
    'With an organization API key that may read events, Gatehouse shows here who called which tool. Without one, you can import an audit log export.',
  addKey: 'Set up activity',
  empty:
    'No MCP tool call in this time span. New calls take some minutes to appear in Atlassian’s audit log.',
  syncing: 'Fetching new events…',
  stale: (age: string) => `Last fetched ${age}.`,
  errorTitle: 'New events couldn’t be fetched',
  errorUnknown: 'Try again in a few minutes.',
  kept: 'What is shown is from before.',
  sync: 'Fetch now',
  updated: (age: string) => `Fetched ${age}`,
  open: 'Open activity',
  legend: { reads: 'Read and search', writes: 'Write', removals: 'Delete and manage', others: 'Not told' },
  chart: (total: number, span: string) => `Tool calls in the last ${span}: ${figure(total)} in all`,
  busiest: 'Busiest hour',
  busiestValue: (calls: number, limit?: number) =>
    limit === undefined ? plural(calls, 'call', 'calls') : `${figure(calls)} of ${figure(limit)} allowed`,
  tokens: 'With API tokens',
  tokensValue: (calls: number, of: number) =>
    `${percent.format(of === 0 ? 0 : calls / of)} of ${plural(of, 'call', 'calls')}`,
  newcomers: 'People seen for the first time',
  tools: 'Top tools',
  actors: 'Top people and accounts',
  isNew: 'New',
  events: 'Newest calls',
};
