// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { Cell } from '../../../../components/controls/cell.tsx';
import { VirtualList } from '../../../../components/controls/virtual-list.tsx';
import { mount, settled } from '../support.ts';

const ROW = 60;

function show(more: { open?: number; count?: number } = {}) {
  const root = mount(
    <VirtualList
      label="Rows"
      count={more.count ?? 100_000}
      rowHeight={ROW}
      open={more.open}
      renderRow={(row) => ({
        attributes: { 'data-row': row },
        cells: <Cell>{<button type="button">{row}</button>}</Cell>,
      })}
    />,
  );
  const table = root.querySelector<HTMLElement>('[role="table"]') as HTMLElement;
  const rows = () =>
    [...table.querySelectorAll<HTMLElement>('[role="row"]')].map((row) => Number(row.dataset.row));
  const scrollTo = async (top: number) => {
    table.scrollTop = top;
    table.dispatchEvent(new Event('scroll'));
    await settled();
  };
  return { table, rows, scrollTo };
}

test('of 100,000 rows only those near the viewport exist, and the true number is told', () => {
  const { table, rows } = show();
  expect(table.getAttribute('aria-rowcount')).toBe('100000');
  expect(rows().length).toBeLessThan(40);
  expect(rows()[0]).toBe(0);
});

test('scrolling brings the rows there, each at its own place and with its own number', async () => {
  const { table, rows, scrollTo } = show();
  await scrollTo(50_000 * ROW + 10);
  expect(rows()).toContain(50_000);
  expect(rows()).not.toContain(0);
  const row = table.querySelector<HTMLElement>('[data-row="50000"]');
  expect(row?.style.top).toBe(`${50_000 * ROW}px`);
  expect(row?.getAttribute('aria-rowindex')).toBe('50001');
});

test('the row that holds the focus stays while others scroll away', async () => {
  const { table, rows, scrollTo } = show();
  table
    .querySelector<HTMLElement>('[data-row="3"] button')
    ?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await settled();
  await scrollTo(1_000 * ROW);
  expect(rows()).toContain(3);
  expect(rows()).not.toContain(2);
});

test('the open row stays as well, since its height counts', async () => {
  const { rows, scrollTo } = show({ open: 5 });
  await scrollTo(1_000 * ROW);
  expect(rows()).toContain(5);
});

test('the list itself is reached with the keyboard', () => {
  expect(show().table.tabIndex).toBe(0);
});

test('another choice of rows begins at its top', async () => {
  const list = (view: string) => (
    <VirtualList
      label="Rows"
      count={1_000}
      rowHeight={ROW}
      view={view}
      renderRow={(row) => ({ attributes: { 'data-row': row }, cells: <Cell>{row}</Cell> })}
    />
  );
  const root = mount(list('all'));
  const table = root.querySelector<HTMLElement>('[role="table"]') as HTMLElement;
  table.scrollTop = 500 * ROW;
  table.dispatchEvent(new Event('scroll'));
  await settled();
  expect(table.querySelector('[data-row="0"]')).toBeNull();
  render(list('invalid'), root);
  await settled();
  expect(table.scrollTop).toBe(0);
  expect(table.querySelector('[data-row="0"]')).not.toBeNull();
});
