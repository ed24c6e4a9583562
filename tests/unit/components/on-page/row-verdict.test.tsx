// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { RowVerdict } from '../../../../components/on-page/row-verdict.tsx';
import type { Verdict } from '../../../../lib/patterns/types.ts';
import { byTestId, mount } from '../support.ts';

const verdict: Verdict = {
  level: 'warn',
  pattern: 'https://a.com',
  findings: [
    { rule: 'W201', level: 'warn', severity: 'medium', message: 'No path.', start: 0, end: 13 },
    { rule: 'W225', level: 'info', severity: 'low', message: 'Already covered.', start: 0, end: 13 },
  ],
};

test('the mark carries entry, level and first rule, and its button says them', () => {
  const view = byTestId(mount(<RowVerdict pattern="https://a.com" verdict={verdict} />), 'gate-row-verdict');
  expect(view.dataset).toMatchObject({ pattern: 'https://a.com', level: 'warn', rule: 'W201' });
  expect(view.querySelector('button')?.getAttribute('aria-label')).toBe('Warning: No path. (1 more finding)');
  expect(view.querySelectorAll('[popover] li')).toHaveLength(2);
});

test('a row without findings has no mark', () => {
  const root = mount(
    <RowVerdict
      pattern="https://a.com/cb"
      verdict={{ level: 'ok', pattern: 'https://a.com/cb', findings: [] }}
    />,
  );
  expect(root.childElementCount).toBe(0);
});
