// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { PopupProps } from '../../../../components/popup/popup.tsx';

/** The popup's wiring, with a background whose answers come when the test lets them. */

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

interface Asked {
  name: string;
  request: { org?: string };
  answer(reply: unknown): Promise<void>;
}
let asked: Asked[] = [];
let shown: PopupProps;

vi.mock('../../../../lib/messages/send.ts', () => ({
  send: (name: string, request: { org?: string }) =>
    new Promise((resolve) => {
      const answer = async (reply: unknown) => {
        resolve(reply);
        await new Promise((next) => setTimeout(next));
      };
      asked.push({ name, request, answer });
    }),
}));
vi.mock('../../../../components/popup/popup.tsx', () => ({
  Popup: (props: PopupProps) => {
    shown = props;
    return null;
  },
}));
vi.mock('../../../../entrypoints/popup/tabs.ts', () => ({
  activeOrganization: async () => undefined,
  openConsole: vi.fn(),
  openOptions: vi.fn(),
}));
vi.mock('../../../../lib/store/persist.ts', () => ({ askToPersist: async () => undefined }));

const ok = (value: unknown) => ({ ok: true, value });
const factsOf = (org: string) =>
  ok({
    organizations: [A, B],
    org,
    cloud: 'atlassian.com',
    status: null,
    activity: { state: 'ready' },
    off: [],
  });
const findingsOf = (rule: string) => ok({ findings: [{ rule, level: 'warn', accepted: false, params: {} }] });

/** The oldest question of this name that is not answered yet. */
async function next(name: string): Promise<Asked> {
  const found = await vi.waitFor(() => {
    const at = asked.findIndex((one) => one.name === name);
    if (at < 0) throw new Error(`${name} was not asked`);
    return at;
  });
  return asked.splice(found, 1)[0] as Asked;
}

async function open(): Promise<void> {
  const { startPopup } = await import('../../../../entrypoints/popup/main.tsx');
  void startPopup();
  await (await next('popup/get')).answer(factsOf(A));
}

beforeEach(() => {
  vi.resetModules();
  asked = [];
  document.body.innerHTML = '<div id="root"></div>';
});

test('findings that come after another organization was chosen are not shown as its own', async () => {
  await open();
  const findings = await next('posture/get');
  shown.onOrganization(B);
  await findings.answer(findingsOf('P101'));
  await (await next('popup/get')).answer(factsOf(B));
  expect(shown.current).toBe(B);
  expect(shown.findings).toBeUndefined();
  const own = await next('posture/get');
  expect(own.request).toEqual({ org: B });
  await own.answer(findingsOf('P202'));
  expect(shown.findings?.map(({ rule }) => rule)).toEqual(['P202']);
});

test('a question is held against the organization that was just chosen', async () => {
  await open();
  shown.onCheck('https://app.example.com/cb');
  expect((await next('patterns/explain')).request.org).toBe(A);
  shown.onOrganization(B);
  expect((await next('patterns/explain')).request.org).toBe(B);
});

test('a sync that fails after another organization was chosen does not bring the first one back', async () => {
  await open();
  shown.onSync();
  const sync = await next('activity/sync');
  expect(sync.request.org).toBe(A);
  shown.onOrganization(B);
  await (await next('popup/get')).answer(factsOf(B));
  await sync.answer({ ok: false, code: 'no-answer', message: 'No answer.' });
  expect(shown.current).toBe(B);
  expect(shown.activity).toMatchObject({ state: 'ready' });
});

test('a sync that fails is said where its organization is still shown', async () => {
  await open();
  shown.onSync();
  await (await next('activity/sync')).answer({ ok: false, code: 'no-answer', message: 'No answer.' });
  expect(shown.activity).toMatchObject({ state: 'error', problem: { code: 'no-answer' } });
});
