import { expect, it, vi } from 'vitest';
import { planFile } from '../../../lib/background/planner.ts';
import { createRehearsal, rehearse } from '../../../lib/background/rehearsal.ts';

it('plans a made-up file of valid entries in slices', async () => {
  const seen: string[] = [];
  const pause = vi.fn(async () => undefined);
  await rehearse((task) => {
    const plan = planFile(task);
    return {
      ...plan,
      judge(text) {
        const row = plan.judge(text);
        seen.push(row.plan);
        return row;
      },
    };
  }, pause);
  expect(seen.length).toBeGreaterThan(1_000);
  expect(new Set(seen)).toEqual(new Set(['add']));
  expect(pause.mock.calls.length).toBeGreaterThan(10);
});

it('happens once', () => {
  const planner = vi.fn(planFile);
  const expectFile = createRehearsal(planner);
  expectFile();
  expectFile();
  expect(planner).toHaveBeenCalledTimes(1);
});
