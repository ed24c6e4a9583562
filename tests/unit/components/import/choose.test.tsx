// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { ImportPanel } from '../../../../components/import/import-panel.tsx';
import type { ImportPanelModel, ImportPhase } from '../../../../components/import/model.ts';
import type { Signal } from '../../../../components/import/signal.ts';
import { modelOf, type Values } from '../../../gallery/panel-model.ts';
import { byTestId, click, mount, personally, settled } from '../support.ts';

function show(values: Partial<Values>, actions: Partial<ImportPanelModel['actions']> = {}) {
  const model = modelOf(values, actions);
  const root = mount(<ImportPanel model={model} />);
  return { model, root, panel: byTestId(root, 'gate-import-panel') };
}

function drag(target: Element, type: string, types: string[], files: File[] = []) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types, files, dropEffect: 'copy' } });
  personally(target, event);
  return event as Event & { dataTransfer: { dropEffect: string } };
}

beforeEach(() => render(null, document.body));

test('choose: a pasted list is handed over as it is', async () => {
  const readText = vi.fn();
  const { root } = show({ phase: 'choose' }, { readText });
  const area = byTestId<HTMLTextAreaElement>(root, 'gate-import-text');
  area.value = 'https://a.com/**\n# comment';
  personally(area, new Event('input', { bubbles: true }));
  await settled();
  click(byTestId(root, 'gate-import-parse'));
  expect(readText).toHaveBeenCalledExactlyOnceWith('https://a.com/**\n# comment');
});

test('choose: what is wrong stands in the panel as an alert', () => {
  const { root } = show({
    phase: 'choose',
    messages: [{ code: 'binary', level: 'error', message: 'Not a text file.' }],
  });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('Not a text file.');
});

test('a file dropped on its place is read; beside it, it is refused instead of opened by the browser', () => {
  const readFile = vi.fn();
  const { root, panel } = show({ phase: 'choose' }, { readFile });
  const list = new File(['https://a.com/**'], 'list.txt');
  const beside = drag(panel, 'dragover', ['Files']);
  expect(beside.defaultPrevented).toBe(true);
  expect(beside.dataTransfer.dropEffect).toBe('none');
  expect(drag(panel, 'drop', ['Files'], [list]).defaultPrevented).toBe(true);
  expect(readFile).not.toHaveBeenCalled();
  const zone = root.querySelector('.drop-zone') as HTMLElement;
  expect(drag(zone, 'dragover', ['Files']).dataTransfer.dropEffect).toBe('copy');
  drag(zone, 'drop', ['Files'], [list]);
  expect(readFile).toHaveBeenCalledExactlyOnceWith(list);
});

test('of two files dropped at once none is read, and that is said', async () => {
  const readFile = vi.fn();
  const { root } = show({ phase: 'choose' }, { readFile });
  const zone = root.querySelector('.drop-zone') as HTMLElement;
  const files = [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')];
  drag(zone, 'drop', ['Files'], files);
  await settled();
  expect(readFile).not.toHaveBeenCalled();
  byTestId(root, 'gate-import-one-file');
  drag(zone, 'drop', ['Files'], files.slice(1));
  await settled();
  expect(readFile).toHaveBeenCalledExactlyOnceWith(files[1]);
  expect(root.querySelector('[data-testid="gate-import-one-file"]')).toBeNull();
});

test('text that is dragged within the panel is left alone', () => {
  const { panel } = show({ phase: 'choose' });
  expect(drag(panel, 'dragover', ['text/plain']).defaultPrevented).toBe(false);
});

test('choose: a list that was pasted is there again after the catalogue, and gone after its review', async () => {
  const { model, root, panel } = show({ phase: 'choose' });
  const area = () => byTestId<HTMLTextAreaElement>(root, 'gate-import-text');
  area().value = 'https://a.com/**';
  personally(area(), new Event('input', { bubbles: true }));
  const catalogue = model.catalogue as Signal<ImportPanelModel['catalogue']['value']>;
  catalogue.value = () => <p>tools</p>;
  await settled();
  expect(panel.textContent).toContain('tools');
  catalogue.value = undefined;
  await settled();
  expect(area().value).toBe('https://a.com/**');
  const phase = model.phase as Signal<ImportPhase>;
  phase.value = 'review';
  await settled();
  phase.value = 'choose';
  await settled();
  expect(area().value).toBe('');
});
