import { afterEach, expect, test, vi } from 'vitest';
import { askForApiHost, releaseApiHost } from '../../../../entrypoints/options/api-host.ts';

/** The permission to ask the API comes with the first key and goes with the last one. */

const API = 'https://api.atlassian.com/*';

/** A browser with the hosts that it has granted; `stubborn` keeps what it should give up. */
function browserWith(granted: string[], { required = [] as string[], stubborn = false, answer = true } = {}) {
  const all = new Set([...required, ...granted]);
  const api = {
    runtime: { getManifest: () => ({ host_permissions: required }) },
    permissions: {
      request: vi.fn(async ({ origins }: { origins: string[] }) => {
        if (answer) for (const origin of origins) all.add(origin);
        return answer;
      }),
      remove: vi.fn(async ({ origins }: { origins: string[] }) => {
        if (!stubborn) for (const origin of origins) all.delete(origin);
        return !stubborn;
      }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => all.has(origin)),
    },
  };
  vi.stubGlobal('browser', api);
  return { api, granted: () => [...all] };
}
afterEach(() => vi.unstubAllGlobals());

test('is asked for by its one address, and the answer is the admin’s', async () => {
  const yes = browserWith([]);
  expect(await askForApiHost()).toBe(true);
  expect(yes.granted()).toEqual([API]);
  browserWith([], { answer: false });
  expect(await askForApiHost()).toBe(false);
});

test('is given back', async () => {
  const { granted } = browserWith([API]);
  expect(await releaseApiHost()).toBe(true);
  expect(granted()).toEqual([]);
});

test('says so when the browser keeps it', async () => {
  browserWith([API], { stubborn: true });
  expect(await releaseApiHost()).toBe(false);
});

test('is left alone in a build that has it from the start', async () => {
  const { api } = browserWith([], { required: [API] });
  expect(await releaseApiHost()).toBe(true);
  expect(api.permissions.remove).not.toHaveBeenCalled();
});
