import type { RegisterLine, RegisterProps, RegisterView } from '../../components/register/model.ts';
import { RegisterPage } from '../../components/register/register-page.tsx';
import type { RegisterRecord } from '../../lib/register/types.ts';
import type { GalleryState } from './state.ts';

const nothing = () => undefined;
const ORG = '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10';

const line = (pattern: string, record: Partial<RegisterRecord> = {}, more: Partial<RegisterLine> = {}) => ({
  pattern,
  record: { pattern, ...record },
  ...{ overdue: false, unowned: record.owner === undefined, gone: false },
  ...more,
});

const view: RegisterView = {
  org: ORG,
  listKnown: true,
  lines: [
    line('https://app.devin.ai/mcp/callback', {
      ...{ owner: 'Platform team', reason: 'Pilot of the agents', ticket: 'SEC-12', reviewBy: '2027-03-01' },
    }),
    line('https://*.vercel.app/**', { owner: 'Ana Oliveira', reviewBy: '2026-10-01' }, { overdue: true }),
    line('https://old-tool.example.com/**', { owner: 'Build agent' }, { gone: true }),
    line('https://claude.ai/**'),
  ],
};

const base: RegisterProps = {
  organizations: [{ id: ORG, name: 'Acme Corp' }],
  view,
  problem: undefined,
  onOrganization: nothing,
  onEdit: async () => undefined,
  onExport: nothing,
  onFile: nothing,
  onMerge: nothing,
};

const register = (
  name: string,
  props: Partial<RegisterProps>,
  press: readonly string[] = [],
): GalleryState => ({
  name: `register-${name}`,
  place: 'register',
  press,
  view: () => <RegisterPage {...base} {...props} />,
});

export const registerStates: GalleryState[] = [
  register('entries', {}),
  register('editing', {}, ['[data-testid="gate-register-edit"]']),
  register('first', { organizations: [], view: undefined }),
  register('unread', { view: { ...view, listKnown: false, lines: view.lines.slice(0, 1) } }),
  register('failed', { problem: 'The register could not be kept. Reload this page and try again.' }),
  register('merge', {
    view: {
      ...view,
      pending: {
        name: 'register.csv',
        entries: 41,
        notes: ['2 rows have no pattern and are left out.'],
        conflicts: [
          { pattern: 'https://claude.ai/**', field: 'owner', mine: 'Ana Oliveira', theirs: 'Jörg Müller' },
          {
            pattern: 'https://*.vercel.app/**',
            field: 'reviewBy',
            mine: '2026-10-01',
            theirs: '2027-04-01',
          },
        ],
      },
    },
  }),
];
