// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { Dialog } from '../../../../components/controls/dialog.tsx';
import { mount, press } from '../support.ts';

function show({ modal = true, step = 'one', onClose = () => undefined } = {}) {
  const view = (now: string) => (
    <Dialog
      title="Title"
      modal={modal}
      closeLabel="Close"
      step={now}
      onClose={onClose}
      footer={<button type="button">Last</button>}
    >
      <button type="button">Middle</button>
    </Dialog>
  );
  const root = mount(view(step));
  const dialog = root.querySelector<HTMLElement>('[role="dialog"]') as HTMLElement;
  const [close, , last] = dialog.querySelectorAll('button');
  return { root, dialog, close, last, goTo: (next: string) => render(view(next), root) };
}

test('the focus goes to the title, and back to where it was', () => {
  const opener = document.createElement('button');
  document.documentElement.append(opener);
  opener.focus();
  const { root, dialog } = show();
  expect(document.activeElement).toBe(dialog.querySelector('h1'));
  render(null, root);
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

test('Escape asks to close, for a person only', () => {
  const onClose = vi.fn();
  const { dialog } = show({ onClose });
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(onClose).not.toHaveBeenCalled();
  press(dialog, 'Escape');
  expect(onClose).toHaveBeenCalledOnce();
});

test('modal: Tab goes round inside', () => {
  const { close, last, dialog } = show();
  expect(dialog.getAttribute('aria-modal')).toBe('true');
  last?.focus();
  press(last as HTMLElement, 'Tab');
  expect(document.activeElement).toBe(close);
  press(close as HTMLElement, 'Tab', { shiftKey: true });
  expect(document.activeElement).toBe(last);
});

test('not modal: Tab is left alone', () => {
  const { last, dialog } = show({ modal: false });
  expect(dialog.getAttribute('aria-modal')).toBe('false');
  last?.focus();
  press(last as HTMLElement, 'Tab');
  expect(document.activeElement).toBe(last);
});

test('a new step takes the focus to the title, but never away from elsewhere on the page', () => {
  const { last, dialog, goTo } = show({ modal: false });
  last?.focus();
  goTo('two');
  expect(document.activeElement).toBe(dialog.querySelector('h1'));
  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  elsewhere.focus();
  goTo('three');
  expect(document.activeElement).toBe(elsewhere);
  elsewhere.remove();
});
