// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Button } from '../../../../components/controls/button.tsx';
import { Checkbox } from '../../../../components/controls/checkbox.tsx';
import { ChoiceBar } from '../../../../components/controls/choice-bar.tsx';
import { TextField } from '../../../../components/controls/fields.tsx';
import { ProgressBar } from '../../../../components/controls/progress-bar.tsx';
import { click, mount, personally, press } from '../support.ts';

test('a button heeds a person and no script', () => {
  const onPress = vi.fn();
  const button = mount(<Button onPress={onPress}>Go</Button>).querySelector('button') as HTMLButtonElement;
  button.dispatchEvent(new Event('click', { bubbles: true }));
  expect(onPress).not.toHaveBeenCalled();
  click(button);
  expect(onPress).toHaveBeenCalledOnce();
});

test('a check box tells what was asked and shows what it is told', () => {
  const onChange = vi.fn();
  const box = mount(
    <Checkbox checked={false} onChange={onChange}>
      Words
    </Checkbox>,
  ).querySelector('input') as HTMLInputElement;
  box.checked = true;
  personally(box, new Event('change', { bubbles: true }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  expect(box.checked).toBe(false);
});

test('a check box that a script clicks stays as it is', () => {
  const box = mount(<Checkbox checked={false} onChange={vi.fn()} />).querySelector(
    'input',
  ) as HTMLInputElement;
  // The browser would call the change that follows trusted.
  const byScript = new MouseEvent('click', { bubbles: true, cancelable: true });
  box.dispatchEvent(byScript);
  expect(byScript.defaultPrevented).toBe(true);
  const byPerson = new MouseEvent('click', { bubbles: true, cancelable: true });
  personally(box, byPerson);
  expect(byPerson.defaultPrevented).toBe(false);
});

test('exactly one choice is pressed', () => {
  const onChoose = vi.fn();
  const root = mount(
    <ChoiceBar
      label="Which"
      look="tabs"
      value="b"
      choices={[
        { value: 'a', label: 'A', count: 12_345 },
        { value: 'b', label: 'B' },
      ]}
      onChoose={onChoose}
    />,
  );
  const [first, second] = root.querySelectorAll('button');
  expect([first, second].map((button) => button?.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
  expect(first?.textContent).toBe('A12,345');
  click(first as HTMLButtonElement);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('a');
});

test('Enter in a field counts once typing is done, not while a character is composed', () => {
  const onEnter = vi.fn();
  const input = mount(
    <TextField label="Field" value="" onInput={() => undefined} onEnter={onEnter} />,
  ).querySelector('input') as HTMLInputElement;
  press(input, 'Enter', { isComposing: true });
  expect(onEnter).not.toHaveBeenCalled();
  press(input, 'Enter');
  expect(onEnter).toHaveBeenCalledOnce();
});

test('a progress bar tells its figures only when there are any', () => {
  const known = mount(<ProgressBar label="P" value={3} max={12} />).querySelector('[role="progressbar"]');
  expect(known?.getAttribute('aria-valuenow')).toBe('3');
  expect(known?.getAttribute('aria-valuemax')).toBe('12');
  const endless = mount(<ProgressBar label="P" />).querySelector('[role="progressbar"]');
  expect(endless?.hasAttribute('aria-valuenow')).toBe(false);
});
