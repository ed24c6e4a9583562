// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { RegisterLine } from '../../../../components/register/model.ts';
import { RegisterTable } from '../../../../components/register/register-table.tsx';
import { byTestId, click, mount, press, settled, type } from '../support.ts';

const line = (pattern: string): RegisterLine => ({
  ...{ pattern, record: { pattern }, overdue: false, unowned: true, gone: false },
});

test('a row becomes a form, which Escape gives up and Enter hands over', async () => {
  const onEdit = vi.fn();
  const root = mount(<RegisterTable lines={[line('https://a.example.com/cb')]} onEdit={onEdit} />);
  const open = async () => {
    click(byTestId(root, 'gate-register-edit'));
    await settled();
    type(byTestId(root, 'gate-register-owner'), 'Ada');
    await settled();
  };
  await open();
  press(byTestId(root, 'gate-register-owner'), 'Escape');
  await settled();
  expect(root.querySelector('[data-testid="gate-register-owner"]')).toBeNull();
  expect(onEdit).not.toHaveBeenCalled();
  await open();
  press(byTestId(root, 'gate-register-owner'), 'Enter');
  expect(onEdit).toHaveBeenCalledExactlyOnceWith('https://a.example.com/cb', { owner: 'Ada' });
});
