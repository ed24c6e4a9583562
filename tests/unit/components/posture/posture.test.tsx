// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Posture, type PostureProps } from '../../../../components/posture/posture.tsx';
import type { JudgedFinding } from '../../../../lib/posture/types.ts';
import { wordsOf } from '../../../../lib/posture/words.ts';
import { byTestId, click, mount, settled, type } from '../support.ts';

const nothing = () => undefined;
const finding = (changes: Partial<JudgedFinding> = {}): JudgedFinding => ({
  rule: 'P102',
  level: 'error',
  link: 'https://support.example/',
  evidence: ['https://*.vercel.app/**'],
  params: { count: 1 },
  ...changes,
});
const props: PostureProps = {
  organizations: [{ id: 'a' }],
  view: { org: 'a', seenAt: 0, findings: [finding()] },
  now: 86_400_000,
  today: '2026-11-25',
  textsOf: wordsOf,
  onOrganization: nothing,
  onAgain: nothing,
  onAccept: nothing,
  onWithdraw: nothing,
  onExport: nothing,
};

test('a finding tells what, in what, and what to do', () => {
  const root = mount(<Posture {...props} />);
  const card = byTestId(root, 'gate-finding');
  expect(card.dataset).toMatchObject({ rule: 'P102', level: 'error', accepted: 'no' });
  expect(card.textContent).toContain('https://*.vercel.app/**');
  expect(card.textContent).toContain(wordsOf(finding()).todo);
  expect(card.querySelector('a')?.href).toBe('https://support.example/');
});

test('accepting takes a reason and a day from today on', async () => {
  const onAccept = vi.fn();
  const root = mount(<Posture {...props} onAccept={onAccept} />);
  click(byTestId(root, 'gate-finding-accept'));
  await settled();
  click(byTestId(root, 'gate-finding-accept-confirm'));
  await settled();
  expect(onAccept).not.toHaveBeenCalled();
  expect(root.querySelector('[role="alert"]')?.textContent).toBeTruthy();
  type(byTestId(root, 'gate-finding-reason'), 'Known');
  await settled();
  type(byTestId(root, 'gate-finding-until'), '2026-11-24');
  await settled();
  click(byTestId(root, 'gate-finding-accept-confirm'));
  await settled();
  expect(onAccept).not.toHaveBeenCalled();
  type(byTestId(root, 'gate-finding-until'), '2026-11-25');
  await settled();
  click(byTestId(root, 'gate-finding-accept-confirm'));
  await settled();
  expect(onAccept).toHaveBeenCalledWith(finding(), { until: '2026-11-25', reason: 'Known' });
});

test('accepted ones stand apart with their reason and can be shown again', () => {
  const onWithdraw = vi.fn();
  const accepted = finding({ accepted: { until: '2027-01-01', reason: 'Contract', at: 0 } });
  const root = mount(
    <Posture {...props} view={{ org: 'a', seenAt: 0, findings: [accepted] }} onWithdraw={onWithdraw} />,
  );
  const card = byTestId(root, 'gate-finding');
  expect(card.dataset.accepted).toBe('yes');
  expect(card.textContent).toContain('Contract');
  expect(card.closest('details')).not.toBeNull();
  click(byTestId(root, 'gate-finding-withdraw'));
  expect(onWithdraw).toHaveBeenCalledWith(accepted);
});

test('before the first visit, without findings, and after a failure there is a word and a next step', () => {
  expect(mount(<Posture {...props} view={undefined} />).querySelector('.section-message')).not.toBeNull();
  const none = mount(<Posture {...props} view={{ org: 'a', seenAt: 0, findings: [] }} />);
  expect(none.querySelector('.section-message.on-ok')).not.toBeNull();
  const never = mount(<Posture {...props} view={{ org: 'a', seenAt: null, findings: [] }} />);
  expect(never.querySelector('.section-message.on-ok')).toBeNull();
  const onAgain = vi.fn();
  const failed = mount(<Posture {...props} view={undefined} problem="It broke." onAgain={onAgain} />);
  expect(failed.querySelector('[role="alert"]')?.textContent).toContain('It broke.');
  click(failed.querySelector('.section-message button') as HTMLElement);
  expect(onAgain).toHaveBeenCalledOnce();
});

test('many entries are folded, and all are counted', () => {
  const evidence = Array.from({ length: 700 }, (_, index) => `https://host${index}.example/**`);
  const view = { org: 'a', seenAt: 0, findings: [finding({ evidence, params: { count: 700 } })] };
  const root = mount(<Posture {...props} view={view} />);
  expect(root.querySelectorAll('.evidence li')).toHaveLength(500);
  expect(root.textContent).toContain('and 695 more');
  expect(root.textContent).toContain('and 200 more');
});
