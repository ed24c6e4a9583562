// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { RegisterRow } from '../../../../components/on-page/register-row.tsx';
import { RowReadd } from '../../../../components/on-page/row-readd.tsx';
import { TeachGuide } from '../../../../components/on-page/teach-guide.tsx';
import { byTestId, click, mount } from '../support.ts';

test('re-adding takes the offer and then the confirmation', () => {
  const onReadd = vi.fn();
  const root = mount(<RowReadd pattern="https://a.com/**" state="idle" onReadd={onReadd} />);
  click(byTestId(root, 'gate-row-readd'));
  expect(onReadd).not.toHaveBeenCalled();
  const confirm = byTestId(root, 'gate-readd-confirm');
  expect(confirm.dataset.pattern).toBe('https://a.com/**');
  confirm.dispatchEvent(new Event('click', { bubbles: true }));
  expect(onReadd).not.toHaveBeenCalled();
  click(confirm);
  expect(onReadd).toHaveBeenCalledOnce();
});

test('while it is being re-added it can’t be confirmed again', () => {
  const root = mount(<RowReadd pattern="https://a.com/**" state="working" onReadd={() => undefined} />);
  expect(byTestId<HTMLButtonElement>(root, 'gate-readd-confirm').disabled).toBe(true);
});

const NOBODY = { owner: '', reason: '', ticket: '', source: '', reviewBy: '', overdue: false };

test('the register’s data stands in the attributes', () => {
  const onEdit = vi.fn();
  const root = mount(
    <RegisterRow
      {...NOBODY}
      {...{ pattern: 'https://a.com/**', owner: 'Ana', ticket: 'SEC-1', reviewBy: '2026-10-01' }}
      overdue
      onEdit={onEdit}
    />,
  );
  expect(root.textContent).toContain('Ana · SEC-1');
  click(byTestId(root, 'gate-register-edit'));
  expect(onEdit).toHaveBeenCalledExactlyOnceWith(byTestId(root, 'gate-register-edit'));
  expect(byTestId(root, 'gate-register-row').dataset).toMatchObject({
    pattern: 'https://a.com/**',
    owner: 'Ana',
    reviewBy: '2026-10-01',
    overdue: 'yes',
  });
  expect(root.textContent).toContain('overdue since 2026-10-01');
});

test('where nothing is written down there is only the button to do so', () => {
  const root = mount(<RegisterRow {...NOBODY} pattern="https://a.com/**" onEdit={() => undefined} />);
  expect(root.querySelector('[data-testid="gate-register-row"]')).toBeNull();
  expect(byTestId(root, 'gate-register-edit').textContent).toContain('Add owner');
});

test('the guide says the step and what was wrong with the last choice', () => {
  const onCancel = vi.fn();
  const root = mount(<TeachGuide step="field" place={3} of={4} problem="notAField" onCancel={onCancel} />);
  expect(byTestId(root, 'gate-teach-guide').dataset.step).toBe('field');
  expect(root.textContent).toContain('step 3 of 4');
  expect(root.textContent).toContain('That is not a text field.');
  click(root.querySelector('button') as HTMLElement);
  expect(onCancel).toHaveBeenCalledOnce();
});
