import { expect, test, vi } from 'vitest';
import type { Feature, FeatureContext } from '../../../../entrypoints/console-page/feature.ts';
import { runFeatures } from '../../../../entrypoints/console-page/run-features.ts';
import { isDriven, whileDriven } from '../../../../lib/console/driven.ts';
import { scriptBridge } from '../../../../lib/console/script-bridge.ts';

const HERE = { kind: 'mcp', domains: true, evidence: [] } as const;

function feature(name: string, more: Partial<Feature> = {}) {
  const update = vi.fn();
  return { name, update, appliesTo: () => true, start: () => update, ...more };
}

test('what rests is left alone while a run drives the page, and brought up to date after it', async () => {
  const row = feature('row', { rests: true });
  const launcher = feature('launcher');
  const context = { off: [], org: 'org' } as unknown as FeatureContext & { off: string[] };
  const run = runFeatures([row, launcher], () => context);
  scriptBridge().look = () => run({ ...HERE, evidence: [] });
  const calls = () => [row.update.mock.calls.length, launcher.update.mock.calls.length];
  scriptBridge().look?.();
  expect(calls()).toEqual([1, 1]);
  await whileDriven(async () => {
    scriptBridge().look?.();
    // An undo within it, say: the page is driven until the last of them has ended.
    await whileDriven(async () => undefined);
    expect(isDriven()).toBe(true);
    expect(calls()).toEqual([1, 3]);
  });
  expect(isDriven()).toBe(false);
  expect(calls()).toEqual([2, 4]);
});

test('a run that throws leaves nothing at rest', async () => {
  await expect(whileDriven(() => Promise.reject(new Error('defect')))).rejects.toThrow('defect');
  expect(isDriven()).toBe(false);
});
