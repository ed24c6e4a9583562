import { expect, it, vi } from 'vitest';
import { createPolicyReader } from '../../../../lib/store/policy/read.ts';
import { POLICY_KEY } from '../../../../lib/store/policy/shape.ts';

function copies(initial: Record<string, unknown> = {}) {
  const values = { ...initial };
  return {
    values,
    get: async (key: string) => (key in values ? { [key]: values[key] } : {}),
    set: async (changes: Record<string, unknown>) => void Object.assign(values, changes),
  };
}
const days = (retentionDays: number) => ({ retentionDays });

it('asks the browser once and keeps a copy', async () => {
  const kept = copies();
  const get = vi.fn(async () => days(30));
  const reader = createPolicyReader({ get }, kept);
  expect((await reader.get()).policy.retentionDays).toBe(30);
  expect((await reader.get()).policy.retentionDays).toBe(30);
  expect(get).toHaveBeenCalledOnce();
  expect(kept.values[POLICY_KEY]).toBe(JSON.stringify(days(30)));
});

it('answers from the copy at once, though the browser takes its time, and obeys what comes behind', async () => {
  const slow = Promise.withResolvers<Record<string, unknown>>();
  const onChange = vi.fn();
  const reader = createPolicyReader(
    { get: () => slow.promise },
    copies({ [POLICY_KEY]: '{"retentionDays":30}' }),
    onChange,
  );
  expect((await reader.get()).policy.retentionDays).toBe(30);
  expect(onChange).not.toHaveBeenCalled();
  slow.resolve(days(7));
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  expect((await reader.get()).policy.retentionDays).toBe(7);
});

it('says whether a change is one, and forgets a policy that was taken away', async () => {
  const kept = copies();
  let policy: Record<string, unknown> = days(30);
  const reader = createPolicyReader({ get: async () => policy }, kept);
  await reader.get();
  expect(await reader.refresh()).toBe(false);
  policy = {};
  expect(await reader.refresh()).toBe(true);
  expect((await reader.get()).policy.retentionDays).toBeUndefined();
  expect(kept.values[POLICY_KEY]).toBe('{}');
});

it('takes no copy where there is no policy: after everything was deleted nothing comes back', async () => {
  const kept = copies();
  const reader = createPolicyReader({ get: async () => ({}) }, kept);
  await reader.get();
  expect(kept.values).toEqual({});
});

it('has none where Firefox knows of none, and where there is no managed storage at all', async () => {
  const get = async () => {
    throw new Error('Managed storage manifest not found');
  };
  expect((await createPolicyReader({ get }, copies()).get()).notes).toEqual([]);
  expect((await createPolicyReader(undefined, copies()).get()).notes).toEqual([]);
});

it('keeps the policy that it had when the browser can’t be asked, and says so when it had none', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const get = vi.fn<() => Promise<Record<string, unknown>>>().mockRejectedValue(new Error('gone'));
  const withCopy = createPolicyReader({ get }, copies({ [POLICY_KEY]: '{"retentionDays":30}' }));
  expect((await withCopy.get()).policy.retentionDays).toBe(30);
  const without = createPolicyReader({ get }, copies());
  expect((await without.get()).notes).toHaveLength(1);
  get.mockResolvedValue(days(7));
  expect((await without.get()).policy.retentionDays).toBe(7);
  expect(warn).toHaveBeenCalled();
  warn.mockRestore();
});

it('passes over a damaged copy', async () => {
  const reader = createPolicyReader({ get: async () => days(7) }, copies({ [POLICY_KEY]: '{"retention' }));
  expect((await reader.get()).policy.retentionDays).toBe(7);
});
