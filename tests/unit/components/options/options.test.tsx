// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Deletion } from '../../../../components/options/deletion.tsx';
import { Key, type KeyProps } from '../../../../components/options/key.tsx';
import type { KeyView } from '../../../../components/options/model.ts';
import { NumberField } from '../../../../components/options/number-field.tsx';
import { Sources } from '../../../../components/options/sources.tsx';
import { data, sources } from '../../../../components/options/words.ts';
import { byTestId, click, mount, settled, type } from '../support.ts';

const nothing = () => undefined;
const view = (state: KeyView['state'], more: Partial<KeyView> = {}): KeyView => ({
  state,
  busy: false,
  taken: 0,
  ...more,
});

function showKey(key: KeyView, more: Partial<KeyProps> = {}) {
  const callbacks = {
    onSave: nothing,
    onForget: nothing,
    onUnlock: nothing,
    onLock: nothing,
    onAllow: nothing,
  };
  return mount(<Key view={key} {...callbacks} {...more} />);
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
