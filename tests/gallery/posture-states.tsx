import { Posture, type PostureProps } from '../../components/posture/posture.tsx';
import { wordsOf } from '../../lib/posture/words.ts';
import type { GalleryState } from './state.ts';

const NOW = Date.UTC(2026, 10, 23, 10);
const nothing = () => undefined;
const link = 'https://support.atlassian.com/';
const many = Array.from({ length: 14 }, (_, index) => `https://tenant-${index}.example.com/**`);

const base: PostureProps = {
  organizations: [{ id: '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10', name: 'Acme Corp' }],
  view: {
    org: '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10',
    seenAt: NOW - 3 * 3_600_000,
    findings: [
      { rule: 'P102', level: 'error', link, evidence: ['https://*.vercel.app/**'], params: { count: 1 } },
      { rule: 'P201', level: 'warn', link, evidence: [], params: {} },
      { rule: 'P302', level: 'info', link, evidence: many, params: { count: many.length } },
      {
        rule: 'P205',
        level: 'info',
        link,
        evidence: [],
        params: {},
        accepted: { until: '2027-03-31', reason: 'Agreed with the security board.', at: NOW },
      },
    ],
  },
  now: NOW,
  today: '2026-11-23',
  textsOf: wordsOf,
  onOrganization: nothing,
  onAgain: nothing,
  onAccept: nothing,
  onWithdraw: nothing,
  onExport: nothing,
};

const posture = (name: string, props: Partial<PostureProps>, press?: string[]): GalleryState => ({
  name: `posture-${name}`,
  place: 'posture',
  ...(press && { press }),
  view: () => <Posture {...base} {...props} />,
});

export const postureStates: GalleryState[] = [
  posture('findings', {}),
  posture('accepting', {}, ['[data-testid="gate-finding-accept"]']),
  posture('none', { view: { ...base.view, org: 'a', seenAt: NOW, findings: [] } }),
  posture('first', { view: undefined, organizations: [] }),
  posture('failed', { view: undefined, problem: 'The database could not be opened. Restart the browser.' }),
];
