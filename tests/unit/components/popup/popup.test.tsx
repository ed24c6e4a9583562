// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { CheckBox } from '../../../../components/answer/check-box.tsx';
import { Activity } from '../../../../components/popup/activity.tsx';
import { Findings } from '../../../../components/popup/findings.tsx';
import type { ActivityState, ActivityView } from '../../../../components/popup/model.ts';
import { Organization } from '../../../../components/popup/organization.tsx';
import { StatusCard } from '../../../../components/popup/status-card.tsx';
import { byTestId, click, mount } from '../support.ts';

const NOW = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;
const nothing = () => undefined;

test('the status carries what was seen and when', () => {
  const root = mount(
    <StatusCard
      status={{
        settings: { supportedDomains: 'blocked', apiToken: 'on' },
        customDomains: 23,
        seenAt: NOW - DAY,
      }}
      now={NOW}
      onOpenConsole={nothing}
    />,
  );
  expect(byTestId(root, 'gate-status').dataset).toMatchObject({
    supportedDomains: 'blocked',
    apiToken: 'on',
    customDomains: '23',
    seenAt: '2026-11-22T00:00:00.000Z',
  });
  expect(root.textContent).toContain('Seen yesterday');
});

test('what was not read is unknown, and what is old is said to be so', () => {
  const root = mount(
    <StatusCard
      status={{
        settings: { supportedDomains: 'unknown', apiToken: 'unknown' },
        customDomains: null,
        seenAt: NOW - 24 * DAY,
      }}
      now={NOW}
      onOpenConsole={nothing}
    />,
  );
  expect(byTestId(root, 'gate-status').dataset.customDomains).toBe('unknown');
  expect(root.querySelector('.section-message')?.textContent).toContain('3 weeks ago');
});

test('before the first visit everything is unknown and the next step is a button', () => {
  const onOpenConsole = vi.fn();
  const root = mount(<StatusCard status={undefined} now={NOW} onOpenConsole={onOpenConsole} />);
  const view = byTestId(root, 'gate-status');
  expect(view.dataset).toMatchObject({
    supportedDomains: 'unknown',
    apiToken: 'unknown',
    customDomains: 'unknown',
  });
  expect(view.hasAttribute('data-seen-at')).toBe(false);
  click(view.querySelector('button') as HTMLElement);
  expect(onOpenConsole).toHaveBeenCalledOnce();
});

test('one organization is named, several are a choice', () => {
  const one = mount(
    <Organization organizations={[{ id: 'a', name: 'Acme' }]} current="a" onChoose={nothing} />,
  );
  expect(byTestId(one, 'gate-org').dataset.org).toBe('a');
  expect(one.querySelector('select')).toBeNull();
  const two = mount(
    <Organization organizations={[{ id: 'a', name: 'Acme' }, { id: 'b' }]} current="b" onChoose={nothing} />,
  );
  expect(two.querySelector('select')?.value).toBe('b');
});

test('the answer names who allows it, or an entry to add', () => {
  const onAdd = vi.fn();
  const refused = mount(
    <CheckBox
      check={{
        text: 'x',
        explanation: {
          case: 'not-listed',
          redirectUri: 'https://a.com/cb',
          match: { allowed: 'no', reason: 'No entry names the host.' },
          nearest: { pattern: 'https://a.com/x', component: 'path' },
          suggestions: ['https://a.com/cb', 'https://a.com/**'],
          others: [],
          unseen: ['ip-allowlist'],
        },
      }}
      onText={nothing}
      onAdd={onAdd}
    />,
  );
  const result = byTestId(refused, 'gate-check-result');
  expect(result.dataset).toMatchObject({ allowed: 'no', suggest: 'https://a.com/cb' });
  expect(result.hasAttribute('data-by')).toBe(false);
  expect(result.dataset).toMatchObject({ case: 'not-listed', nearest: 'https://a.com/x' });
  const adds = [...refused.querySelectorAll<HTMLElement>('[data-testid="gate-check-add"]')];
  expect(adds.map(({ dataset }) => dataset.pattern)).toEqual(['https://a.com/cb', 'https://a.com/**']);
  click(adds[0] as HTMLElement);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('https://a.com/cb');

  const allowed = mount(
    <CheckBox
      check={{
        text: 'x',
        explanation: {
          case: 'allowed',
          redirectUri: 'https://claude.ai/cb',
          match: { allowed: 'yes', by: 'atlassian-supported', reason: 'Allowed.' },
          suggestions: [],
          others: [],
          unseen: [],
        },
      }}
      onText={nothing}
      onAdd={onAdd}
    />,
  );
  expect(byTestId(allowed, 'gate-check-result').dataset.by).toBe('atlassian-supported');
  expect(allowed.querySelector('[data-testid="gate-check-add"]')).toBeNull();
});

test('findings: none while they are looked up, a word when there are none, at most three', () => {
  expect(mount(<Findings findings={undefined} href="posture.html" />).childElementCount).toBe(0);
  const none = mount(<Findings findings={[]} href="posture.html" />);
  expect(byTestId(none, 'gate-open-posture').getAttribute('href')).toBe('posture.html');
  expect(none.querySelector('.hint:not(a)')).not.toBeNull();
  const root = mount(
    <Findings findings={[{ rule: 'P1', level: 'warn', message: 'Look.' }]} href="posture.html" />,
  );
  expect(byTestId(root, 'gate-finding').dataset).toMatchObject({ rule: 'P1', level: 'warn' });
});

const view = (state: ActivityState, more: Partial<ActivityView> = {}): ActivityView => ({
  state,
  window: '7d',
  total: 3,
  bars: [{ start: 0, reads: 2, writes: 1, removals: 0, others: 0 }],
  tools: [{ name: 'search', count: 2 }],
  actors: [{ name: '557058:1', label: 'Ana', count: 3, isNew: true }],
  events: [{ id: 'e1', time: NOW, tool: 'search', class: 'search', actor: 'Ana' }],
  ...more,
});

function showActivity(
  activity: ActivityView,
  more: { onSync?: () => void; onWindow?: (window: string) => void } = {},
) {
  return mount(
    <Activity
      activity={activity}
      now={NOW}
      href="activity.html"
      onWindow={more.onWindow ?? nothing}
      onSync={more.onSync ?? nothing}
      onSetUp={nothing}
    />,
  );
}

test.each<ActivityState>(['no-key', 'empty', 'ready', 'stale', 'syncing', 'error'])(
  'activity tells its state %s',
  (state) => {
    const root = showActivity(view(state, { syncedAt: NOW - DAY }));
    expect(byTestId(root, 'gate-activity').dataset).toMatchObject({ state, window: '7d', events: '3' });
    const canFetch = ['empty', 'ready', 'stale', 'error'].includes(state);
    expect(root.querySelectorAll('[data-testid="gate-sync"]')).toHaveLength(canFetch ? 1 : 0);
  },
);

test('rankings and events carry raw names', () => {
  const root = showActivity(view('ready'));
  expect(byTestId(root, 'gate-top-tool').dataset).toMatchObject({ name: 'search', count: '2' });
  expect(byTestId(root, 'gate-top-actor').dataset).toMatchObject({ name: '557058:1', count: '3' });
  expect(byTestId(root, 'gate-event').dataset).toMatchObject({
    id: 'e1',
    time: '2026-11-23T00:00:00.000Z',
    tool: 'search',
    class: 'search',
  });
});

test('three buttons change the window', () => {
  const onWindow = vi.fn();
  const buttons = showActivity(view('ready'), { onWindow }).querySelectorAll<HTMLElement>(
    '[data-testid="gate-activity-window"]',
  );
  expect([...buttons].map((button) => button.dataset.value)).toEqual(['24h', '7d', '30d']);
  click(buttons[2] as HTMLElement);
  expect(onWindow).toHaveBeenCalledExactlyOnceWith('30d');
});
