// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { FieldVerdict } from '../../../../components/on-page/field-verdict.tsx';
import { field } from '../../../../components/on-page/words.ts';
import type { Finding, Verdict } from '../../../../lib/patterns/types.ts';
import { byTestId, click, mount } from '../support.ts';

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'E019',
  level: 'error',
  severity: 'high',
  message: 'Browsers read \\ as /.',
  start: 8,
  end: 9,
  ...more,
});
const errorVerdict = (...findings: Finding[]): Verdict => ({ level: 'error', findings });
const nothing = () => undefined;

test('carries level, first rule and message', () => {
  const root = mount(
    <FieldVerdict text="https:/\claude.ai" verdict={errorVerdict(finding({}))} onFix={nothing} />,
  );
  const view = byTestId(root, 'gate-field-verdict');
  expect(view.dataset.level).toBe('error');
  expect(view.dataset.rule).toBe('E019');
  expect(view.textContent).toContain('Browsers read \\ as /.');
});

test('only infos show as info, nothing shows as ok and without a rule', () => {
  const info: Verdict = {
    level: 'ok',
    pattern: 'https://a.com/**',
    findings: [finding({ rule: 'W230', level: 'info' })],
  };
  const first = mount(<FieldVerdict text="https://a.com/**" verdict={info} onFix={nothing} />);
  expect(byTestId(first, 'gate-field-verdict').dataset.level).toBe('info');
  const ok: Verdict = { level: 'ok', pattern: 'https://a.com/cb', findings: [] };
  const second = mount(<FieldVerdict text="https://a.com/cb" verdict={ok} onFix={nothing} />);
  const view = byTestId(second, 'gate-field-verdict');
  expect(view.dataset.level).toBe('ok');
  expect(view.hasAttribute('data-rule')).toBe(false);
  expect(view.textContent).toContain(field.ok);
});

test('the fix button hands the whole corrected text over, for a person only', () => {
  const onFix = vi.fn();
  const verdict = errorVerdict(finding({}), finding({ rule: 'E020', fix: 'https://claude.ai/**' }));
  const root = mount(<FieldVerdict text="https:/\claude.ai" verdict={verdict} onFix={onFix} />);
  const button = byTestId(root, 'gate-field-fix');
  expect(button.dataset.fix).toBe('https://claude.ai/**');
  button.dispatchEvent(new Event('click', { bubbles: true }));
  expect(onFix).not.toHaveBeenCalled();
  click(button);
  expect(onFix).toHaveBeenCalledExactlyOnceWith('https://claude.ai/**');
});

test('no fix, no button', () => {
  const root = mount(<FieldVerdict text="x" verdict={errorVerdict(finding({}))} onFix={nothing} />);
  expect(root.querySelector('[data-testid="gate-field-fix"]')).toBeNull();
});

test('the offending part is marked, and markup in the text stays text', () => {
  const text = '<b>https:/\\claude.ai';
  const verdict = errorVerdict(finding({ start: 10, end: 11 }));
  const root = mount(<FieldVerdict text={text} verdict={verdict} onFix={nothing} />);
  expect(root.querySelector('mark')?.textContent).toBe('\\');
  expect(root.querySelector('bdi')?.textContent).toBe(text);
  expect(root.querySelector('b')).toBeNull();
});

test('more findings are listed in a disclosure', () => {
  const verdict = errorVerdict(finding({}), finding({ message: 'Second.' }), finding({ message: 'Third.' }));
  const root = mount(<FieldVerdict text="x" verdict={verdict} onFix={nothing} />);
  expect(root.querySelector('details summary')?.textContent).toBe('2 more findings');
  expect(root.querySelectorAll('details li')).toHaveLength(2);
});
