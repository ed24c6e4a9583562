import type { OptionsView } from '../../components/options/model.ts';
import { Options, type OptionsActions } from '../../components/options/options.tsx';
import { cloud, data as words } from '../../components/options/words.ts';
import { problem } from '../../lib/activity/problems.ts';
import { STORED_KINDS } from '../../lib/store/registry.ts';
import { DEFAULT_SETTINGS } from '../../lib/store/settings-shape.ts';
import { say } from '../../lib/words/say.ts';
import type { GalleryState } from './state.ts';

const ORG = '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10';
const nothing = () => undefined;

const actions: OptionsActions = {
  organization: nothing,
  cloud: { onSwitch: nothing, onHost: nothing, onAllow: nothing },
  key: { onSave: nothing, onForget: nothing, onUnlock: nothing, onLock: nothing, onAllow: nothing },
  sources: { onSession: nothing, onFile: nothing },
  plan: nothing,
  change: nothing,
  transfer: { onExport: nothing, onFile: nothing, onApply: nothing, onCancel: nothing },
  deletion: { onAsk: nothing, onYes: nothing, onNo: nothing },
};

const base: OptionsView = {
  organization: { text: ORG, id: ORG, known: [ORG] },
  cloud: { on: false, host: '', granted: false },
  key: { state: 'absent', busy: false, taken: 0 },
  keyHost: 'api.atlassian.com',
  settings: { ...DEFAULT_SETTINGS, plans: {}, clouds: {} },
  chosen: { ...DEFAULT_SETTINGS, plans: {}, clouds: {} },
  policy: { set: [], off: [], organizations: null },
  notes: [],
  file: { busy: false },
  data: {
    kinds: STORED_KINDS.map(({ id, what, why, howLong, place }, index) => ({
      id,
      what,
      why,
      howLong,
      where: words.places[place.area],
      bytes: place.area === 'session' ? 0 : 380 * (index + 1) ** 4,
      ...(place.area === 'database' ? { records: index ** 4 } : {}),
    })),
    total: 48_300_000,
    persisted: true,
  },
  transfer: { busy: false },
  deletion: { phase: 'idle' },
};

const options = (name: string, part: Partial<OptionsView>): GalleryState => ({
  name: `options-${name}`,
  place: 'options',
  view: () => <Options view={{ ...base, ...part }} actions={actions} />,
});

export const optionsStates: GalleryState[] = [
  options('absent', {}),
  options('government', { cloud: { on: true, host: 'admin.atlassian-us-gov-mod.com', granted: false } }),
  options('isolated-withheld', {
    keyHost: 'api.acme.atlassian-isolated.net',
    cloud: {
      on: true,
      host: 'admin.acme.atlassian-isolated.net',
      granted: false,
      outcome: { level: 'warn', message: cloud.withheld('admin.acme.atlassian-isolated.net') },
    },
  }),
  options('policy', {
    policy: {
      set: ['fieldVerdict', 'badge', 'session', 'exportedFile', 'apiKey', 'retentionDays'],
      off: ['badge', 'session', 'exportedFile', 'apiKey'],
      organizations: ['11111111-2222-4333-8444-555555555555'],
    },
    settings: { ...DEFAULT_SETTINGS, badge: false, retentionDays: 30, plans: {} },
    notes: [say('policy_ignored', { name: 'features.import' })],
  }),
  options('stored', {
    organization: { ...base.organization, known: [ORG, '11111111-2222-4333-8444-555555555555'] },
    key: {
      state: 'stored',
      busy: false,
      taken: 0,
      outcome: { level: 'ok', message: 'Atlassian accepted the key. Events are being fetched now.' },
    },
    settings: { ...base.settings, sessionSource: true, plans: { [ORG]: { plan: 'premium', users: 420 } } },
    session: { level: 'warn', message: problem('session-withdrawn').message },
    file: {
      busy: false,
      outcome: {
        level: 'ok',
        message: '9,812 records read, 640 calls added; 9,172 are no calls of MCP tools.',
      },
    },
  }),
  options('locked', { key: { state: 'locked', busy: false, taken: 0 } }),
  options('invalid', {
    key: {
      state: 'invalid',
      busy: false,
      taken: 0,
      problem: 'unauthorised',
      outcome: { level: 'error', message: problem('unauthorised').message },
    },
  }),
  options('permission-missing', {
    key: {
      state: 'session',
      busy: false,
      taken: 0,
      problem: 'permission-missing',
      outcome: { level: 'error', message: problem('permission-missing').message },
    },
  }),
  options('import', {
    organization: { ...base.organization, text: 'acme', id: undefined },
    transfer: {
      busy: false,
      preview: {
        file: 'gatehouse-data-2026-11-23.jsonl',
        exportedAt: Date.UTC(2026, 10, 23, 10),
        organizations: 2,
        records: STORED_KINDS.slice(2, 6).map(({ id, what }, index) => ({
          id,
          what,
          count: 12 + index * 900,
        })),
        unreadable: 1,
        settings: true,
      },
    },
    deletion: { phase: 'asking' },
  }),
];
