import { expect, it, vi } from 'vitest';
import type { Planner } from '../../../lib/background/plan-port.ts';
import { planFile } from '../../../lib/background/planner.ts';
import { createRehearsal, rehearse } from '../../../lib/background/rehearsal.ts';
import { letOthersRun } from '../../../lib/slices/let-others-run.ts';

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
  const { expectFile } = createRehearsal(planner);
  expectFile();
  expectFile();
  expect(planner).toHaveBeenCalledTimes(1);
});

it('ends when a real file comes, and is not begun after one', async () => {
  let judged = 0;
  const counting: Planner = (task) => {
    const plan = planFile(task);
    return {
      ...plan,
      judge(text) {
        judged += 1;
        return plan.judge(text);
      },
    };
  };
  const { expectFile, planner } = createRehearsal(counting);
  expectFile();
  await vi.waitFor(() => expect(judged).toBeGreaterThan(0));
  planner({ supportedAllowed: true, pause: () => Promise.resolve() });
  const before = judged;
  for (let turn = 0; turn < 20; turn += 1) await letOthersRun();
  expect(judged - before).toBeLessThanOrEqual(200);

  const other = createRehearsal(counting);
  other.planner({ supportedAllowed: true, pause: () => Promise.resolve() });
  const count = judged;
  other.expectFile();
  for (let turn = 0; turn < 20; turn += 1) await letOthersRun();
  expect(judged).toBe(count);
});
