import { afterEach, expect, test, vi } from 'vitest';
import { askForHost, releaseAllHosts, releaseHost } from '../../../../entrypoints/options/hosts.ts';

/** Permissions for optional hosts come when they are needed first, and go with the need. */

const HOST = 'api.atlassian.com';
const API = `https://${HOST}/*`;
const CONSOLE = 'https://admin.acme.atlassian-isolated.net/*';

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
      getAll: async () => ({ origins: [...all] }),
    },
  };
  vi.stubGlobal('browser', api);
  return { api, granted: () => [...all] };
}
afterEach(() => vi.unstubAllGlobals());

test('is asked for by its one address, and the answer is the admin’s', async () => {
  const yes = browserWith([]);
  expect(await askForHost(HOST)).toBe(true);
  expect(yes.granted()).toEqual([API]);
  browserWith([], { answer: false });
  expect(await askForHost(HOST)).toBe(false);
});

test('is given back, and no other with it', async () => {
  const { granted } = browserWith([API, CONSOLE]);
  expect(await releaseHost(HOST)).toBe(true);
  expect(granted()).toEqual([CONSOLE]);
});

test('was never granted: there is nothing to give back', async () => {
  const { api } = browserWith([CONSOLE]);
  expect(await releaseHost(HOST)).toBe(true);
  expect(api.permissions.remove).not.toHaveBeenCalled();
});

test('says so when the browser keeps it', async () => {
  browserWith([API], { stubborn: true });
  expect(await releaseHost(HOST)).toBe(false);
  expect(await releaseAllHosts()).toBe(false);
});

test('is left alone in a build that has it from the start', async () => {
  const { api } = browserWith([], { required: [API] });
  expect(await releaseHost(HOST)).toBe(true);
  expect(await releaseAllHosts()).toBe(true);
  expect(api.permissions.remove).not.toHaveBeenCalled();
});

test('go all together, but for what is there from the start', async () => {
  const required = ['https://admin.atlassian.com/*'];
  const { granted } = browserWith([API, CONSOLE], { required });
  expect(await releaseAllHosts()).toBe(true);
  expect(granted()).toEqual(required);
});
