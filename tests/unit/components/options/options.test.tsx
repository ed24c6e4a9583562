// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Deletion } from '../../../../components/options/deletion.tsx';
import { Key, type KeyProps } from '../../../../components/options/key.tsx';
import type { KeyView } from '../../../../components/options/model.ts';
import { NumberField } from '../../../../components/options/number-field.tsx';
import { Organization } from '../../../../components/options/organization.tsx';
import { Preferences } from '../../../../components/options/preferences.tsx';
import { Sources } from '../../../../components/options/sources.tsx';
import { data, policy, sources } from '../../../../components/options/words.ts';
import type { PolicyView } from '../../../../lib/store/policy/shape.ts';
import { DEFAULT_SETTINGS } from '../../../../lib/store/settings-shape.ts';
import { byTestId, click, mount, press, settled, type } from '../support.ts';

const nothing = () => undefined;
const view = (state: KeyView['state'], more: Partial<KeyView> = {}): KeyView => ({
  state,
  busy: false,
  taken: 0,
  ...more,
});

function showKey(key: KeyView, more: Partial<Omit<KeyProps, 'host'>> = {}) {
  const callbacks = {
    onSave: nothing,
    onForget: nothing,
    onUnlock: nothing,
    onLock: nothing,
    onAllow: nothing,
  };
  return mount(<Key view={key} host="api.atlassian.com" {...callbacks} {...more} />);
}
const has = (root: ParentNode, id: string) => root.querySelector(`[data-testid="${id}"]`) !== null;

test.each(['absent', 'session', 'stored', 'locked', 'invalid'] as const)(
  'the key tells its state %s',
  (state) => {
    const root = showKey(view(state));
    expect(byTestId(root, 'gate-api-key-state').dataset.state).toBe(state);
    expect(has(root, 'gate-api-key-unlock')).toBe(state === 'locked');
    expect(has(root, 'gate-api-key-forget')).toBe(state !== 'absent');
    expect(byTestId<HTMLInputElement>(root, 'gate-api-key').type).toBe('password');
    expect(byTestId<HTMLInputElement>(root, 'gate-passphrase').type).toBe('password');
  },
);

test('the key goes out with its passphrase, and leaves the fields once it was taken', async () => {
  const onSave = vi.fn();
  const root = showKey(view('absent'), { onSave });
  type(byTestId(root, 'gate-api-key'), 'secret');
  type(byTestId(root, 'gate-passphrase'), 'phrase');
  await settled();
  click(byTestId(root, 'gate-api-key-save'));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('secret', 'phrase');
  const after = showKey(view('stored', { taken: 1 }));
  expect(byTestId<HTMLInputElement>(after, 'gate-api-key').value).toBe('');
});

test('while Atlassian is asked, nothing can be saved twice', () => {
  const root = showKey(view('absent', { busy: true }));
  expect(byTestId<HTMLButtonElement>(root, 'gate-api-key-save').disabled).toBe(true);
});

test('everything is deleted only after a question, whose first answer keeps it', () => {
  const [onAsk, onYes, onNo] = [vi.fn(), vi.fn(), vi.fn()];
  const idle = mount(<Deletion view={{ phase: 'idle' }} onAsk={onAsk} onYes={onYes} onNo={onNo} />);
  click(byTestId(idle, 'gate-clear-data'));
  expect(onAsk).toHaveBeenCalledOnce();
  const asking = mount(<Deletion view={{ phase: 'asking' }} onAsk={onAsk} onYes={onYes} onNo={onNo} />);
  press(byTestId(asking, 'gate-clear-confirm'), 'Escape');
  expect(onNo).toHaveBeenCalledOnce();
  onNo.mockClear();
  expect(document.activeElement).toBe(asking.querySelector('button'));
  click(asking.querySelector('button') as HTMLElement);
  expect(onNo).toHaveBeenCalledOnce();
  expect(onYes).not.toHaveBeenCalled();
  click(byTestId(asking, 'gate-clear-confirm'));
  expect(onYes).toHaveBeenCalledOnce();
});

test('the session is a switch that shows what is set, whatever was clicked', () => {
  const onSession = vi.fn();
  const root = mount(
    <Sources
      sessionOn={false}
      policy={managed({})}
      session={undefined}
      file={{ busy: false }}
      onSession={onSession}
      onFile={nothing}
    />,
  );
  const box = byTestId<HTMLInputElement>(root, 'gate-session-source');
  expect(box.checked).toBe(false);
  expect(byTestId<HTMLInputElement>(root, 'gate-events-file').type).toBe('file');
});

test.each([
  ['90', 90],
  ['0', undefined],
  ['4000', undefined],
  ['1.5', undefined],
  ['', undefined],
])('a number typed as %j is taken as %j', (typed, taken) => {
  const onChange = vi.fn();
  const root = mount(<NumberField label="l" hint="h" value={180} min={1} max={3_650} onChange={onChange} />);
  const input = root.querySelector('input') as HTMLInputElement;
  input.value = typed;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  if (taken === undefined) {
    expect(onChange).not.toHaveBeenCalled();
    expect(input.value).toBe('180');
  } else expect(onChange).toHaveBeenCalledExactlyOnceWith(taken);
});

test('what became of a file’s records adds up in words', () => {
  const none = { repeated: 0, covered: 0, tooOld: 0, others: 0, unreadable: 0 };
  expect(sources.taken({ records: 1, added: 1, ...none })).toBe('1 record read, 1 call added.');
  const text = sources.taken({ records: 1_205, added: 200, ...none, others: 1_000, unreadable: 5 });
  expect(text).toContain('1,205 records read, 200 calls added;');
  expect(text).toContain('1,000 are no calls of MCP tools');
  expect(text).toContain('5 could not be read');
});

test.each([
  [0, '0.1 kB'],
  [1_234, '1.2 kB'],
  [999_000, '1,000 kB'],
  [48_300_000, '48 MB'],
])('%i bytes are said as %s', (bytes, words) => {
  expect(data.about(bytes)).toBe(`about ${words}`);
});

const managed = (part: Partial<PolicyView>): PolicyView => ({
  set: [],
  off: [],
  organizations: null,
  ...part,
});

test('what the policy sets is shown, said and can’t be changed', () => {
  const onChange = vi.fn();
  const root = mount(
    <Preferences
      settings={{ ...DEFAULT_SETTINGS, badge: false, plans: {} }}
      policy={managed({ set: ['badge', 'retentionDays'], off: ['badge'] })}
      plan={undefined}
      withoutOrganization
      onPlan={nothing}
      onChange={onChange}
    />,
  );
  const said = [...root.querySelectorAll<HTMLElement>('[data-testid="gate-managed"]')];
  expect(said.map((hint) => [hint.dataset.name, hint.textContent])).toEqual([
    ['retentionDays', policy.set],
    ['badge', policy.set],
  ]);
  const box = root.querySelector<HTMLInputElement>('[data-name="badge"] input, input[data-name="badge"]');
  expect([box?.checked, box?.disabled]).toEqual([false, true]);
  expect(byTestId<HTMLInputElement>(root, 'gate-retention').disabled).toBe(true);
  const free = root.querySelector<HTMLInputElement>('input[data-name="fieldVerdict"]');
  expect(free?.disabled).toBe(false);
});

test('a source that the policy switches off can’t be switched on, nor a file chosen', () => {
  const root = mount(
    <Sources
      sessionOn={false}
      policy={managed({ set: ['session', 'exportedFile'], off: ['session', 'exportedFile'] })}
      session={undefined}
      file={{ busy: false }}
      onSession={nothing}
      onFile={nothing}
    />,
  );
  expect(byTestId<HTMLInputElement>(root, 'gate-session-source').disabled).toBe(true);
  expect(byTestId<HTMLInputElement>(root, 'gate-events-file').disabled).toBe(true);
  expect(root.querySelectorAll('[data-testid="gate-managed"]')).toHaveLength(2);
});

test('where keys are switched off there is no field for one, and a key that is there can be forgotten', () => {
  const onForget = vi.fn();
  const root = showKey(view('session'), { off: true, onForget });
  expect(has(root, 'gate-api-key')).toBe(false);
  expect(root.textContent).toContain(policy.keyOff);
  click(byTestId(root, 'gate-api-key-forget'));
  expect(onForget).toHaveBeenCalledOnce();
  expect(has(showKey(view('absent'), { off: true }), 'gate-api-key-forget')).toBe(false);
});

test('an organization that the policy doesn’t allow is said to be none, and only the allowed ones are offered', () => {
  const [allowed, other] = ['2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10', '11111111-2222-4333-8444-555555555555'];
  const shown = (id: string) =>
    mount(
      <Organization
        view={{ text: id, id, known: [allowed, other] }}
        cloud={{
          view: { on: false, host: '', granted: false },
          onSwitch: nothing,
          onHost: nothing,
          onAllow: nothing,
        }}
        allowed={[allowed]}
        onText={nothing}
      />,
    );
  expect(shown(other).textContent).toContain(policy.otherOrganization());
  const root = shown(allowed);
  expect(root.textContent).not.toContain(policy.otherOrganization());
  expect(root.textContent).toContain(policy.organizations([allowed]));
});
