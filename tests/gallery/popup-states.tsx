import type { ActivityBar, ActivityView, EventView } from '../../components/popup/model.ts';
import { Popup, type PopupProps } from '../../components/popup/popup.tsx';
import { say } from '../../lib/words/say.ts';
import { offline, stops, waiting } from './problems.ts';
import type { GalleryState } from './state.ts';

const NOW = Date.UTC(2026, 10, 23, 10);
const HOUR = 3_600_000;
const nothing = () => undefined;

const bars: ActivityBar[] = Array.from({ length: 24 }, (_, index) => ({
  start: NOW - (24 - index) * HOUR,
  reads: Math.round(40 * Math.sin((index / 24) * Math.PI) ** 2) + (index % 5),
  writes: index % 3 === 0 ? 8 : 3,
  removals: index === 17 ? 6 : 0,
  others: index === 4 ? 2 : 0,
}));

const events: EventView[] = [
  { id: 'e1', time: NOW - 4 * 60_000, tool: 'createJiraIssue', class: 'write', actor: 'Ana Oliveira' },
  { id: 'e2', time: NOW - 9 * 60_000, tool: 'search', class: 'search', actor: 'Build agent' },
  { id: 'e3', time: NOW - HOUR, tool: 'deleteConfluencePage', class: 'delete', actor: 'Jörg Müller' },
  {
    id: 'e4',
    time: NOW - 3 * HOUR,
    tool: 'executeRead',
    class: 'unknown',
    actor: '5f2c3f4e8d1a9b0069e0c2aa',
  },
];

const ready: ActivityView = {
  state: 'ready',
  window: '24h',
  total: bars.reduce(
    (sum, { reads, writes, removals, others }) => sum + reads + writes + removals + others,
    0,
  ),
  before: 520,
  bars,
  busiestHour: { calls: 52, limit: 1000 },
  tokens: { calls: 110, of: 640 },
  tools: [
    { name: 'getJiraIssue', count: 301 },
    { name: 'searchJiraIssuesUsingJql', count: 201 },
    { name: 'createJiraIssue', count: 118 },
    { name: 'addCommentToJiraIssueWithAVeryLongNameThatNeverSeemsToEnd', count: 40 },
  ],
  actors: [
    { name: '557058:1', label: 'Ana Oliveira', count: 340 },
    { name: '557058:2', label: 'Build agent', count: 202 },
    { name: '557058:3', label: 'Jörg Müller', count: 90, isNew: true },
  ],
  events,
  syncedAt: NOW - 6 * 60_000,
};

const base: PopupProps = {
  organizations: [{ id: '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10', name: 'Acme Corp' }],
  current: '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10',
  status: {
    settings: { supportedDomains: 'allowed', apiToken: 'on' },
    customDomains: 23,
    seenAt: NOW - 3 * HOUR,
  },
  findings: [],
  check: { text: '' },
  links: {
    activity: 'activity.html',
    posture: 'posture.html',
    register: 'register.html',
    options: 'options.html',
  },
  now: NOW,
  onOrganization: nothing,
  onClaim: nothing,
  onOpenConsole: nothing,
  onCheck: nothing,
  onAdd: nothing,
  onWindow: nothing,
  onSync: nothing,
  onSetUpActivity: nothing,
};

const popup = (name: string, props: Partial<PopupProps>): GalleryState => ({
  name: `popup-${name}`,
  place: 'popup',
  view: () => <Popup {...base} {...props} />,
});
const quiet: ActivityView = { ...ready, total: 0, before: 0, tools: [], actors: [], events: [] };

export const popupStates: GalleryState[] = [
  popup('first', { organizations: [], current: undefined, status: undefined, findings: undefined }),
  popup('status', {}),
  popup('stale', {
    organizations: [...base.organizations, { id: '90c1a5d8-0000-4000-8000-000000000001' }],
    status: {
      settings: { supportedDomains: 'blocked', apiToken: 'unknown' },
      customDomains: null,
      seenAt: NOW - 24 * 24 * HOUR,
    },
  }),
  popup('blocked', {
    check: {
      text: 'Your organization admin must authorize access from https://app.devin.ai/mcp/callback to this site',
      listUnknown: true,
      explanation: {
        case: 'not-listed',
        others: [],
        unseen: ['ip-allowlist', 'client-registration', 'app-policy'],
        nearest: { pattern: 'https://tools.example.com/**', component: 'host' },
        redirectUri: 'https://app.devin.ai/mcp/callback',
        match: {
          allowed: 'no',
          reason: 'No entry names the host app.devin.ai; the nearest is https://devin.ai/**.',
        },
        suggestions: ['https://app.devin.ai/mcp/callback'],
      },
    },
  }),
  popup('allowed', {
    check: {
      text: 'https://claude.ai/api/mcp/auth_callback',
      explanation: {
        case: 'allowed',
        others: [],
        unseen: [],
        redirectUri: 'https://claude.ai/api/mcp/auth_callback',
        match: { allowed: 'yes', by: 'atlassian-supported', reason: 'Every reading of the entry allows it.' },
        suggestions: [],
      },
    },
  }),
  popup('no-address', {
    check: {
      text: 'it does not work',
      explanation: {
        case: 'unknown',
        others: [],
        unseen: [],
        match: {
          allowed: 'unsure',
          reason: 'Paste the address that was refused, or the whole message with it.',
        },
        suggestions: [],
      },
    },
  }),
  popup('activity', {
    activity: ready,
    findings: [
      {
        rule: 'P001',
        level: 'warn',
        message:
          'API tokens are on, and the domain list doesn’t apply to them: any tool with a token gets in.',
      },
      { rule: 'P004', level: 'info', message: '2 entries let in whole sites where one callback would do.' },
    ],
  }),
  popup('no-key', { activity: { ...quiet, state: 'no-key' } }),
  popup('empty', { activity: { ...quiet, state: 'empty' } }),
  popup('syncing', { activity: { ...quiet, state: 'syncing' } }),
  popup('activity-stale', { activity: { ...ready, state: 'stale', syncedAt: NOW - 30 * HOUR } }),
  popup('activity-waiting', { activity: { ...ready, state: 'syncing', problem: waiting } }),
  popup('activity-offline', { activity: { ...ready, state: 'error', problem: offline } }),
  ...stops.map((problem) =>
    popup(`activity-error-${problem.code}`, { activity: { ...ready, state: 'error', problem } }),
  ),
  popup('page-in-front', { pageInFront: 'other' }),
  popup('page-not-there', { pageInFront: 'not-there' }),
  popup('failed', {
    failure: say('failure_noAnswer'),
    findings: undefined,
    organizations: [],
    current: undefined,
    status: undefined,
  }),
];
