import { expect, test, vi } from 'vitest';
import { signal } from '../../../../components/import/signal.ts';

test('a replacement is told to everybody who listens, until they stop', () => {
  const one = signal(1);
  const listener = vi.fn();
  const stop = one.subscribe(listener);
  one.value = 2;
  expect(listener).toHaveBeenCalledExactlyOnceWith(2);
  stop();
  one.value = 3;
  expect(listener).toHaveBeenCalledOnce();
  expect(one.value).toBe(3);
});

test('setting the value that is there tells nobody', () => {
  const same = { rows: 1 };
  const one = signal(same);
  const listener = vi.fn();
  one.subscribe(listener);
  one.value = same;
  expect(listener).not.toHaveBeenCalled();
});
