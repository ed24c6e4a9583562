import { describe, expect, test, vi } from 'vitest';
import { thisPageHandlers } from '../../../lib/background/this-page.ts';
import { claimedPages, claimPage } from '../../../lib/console/claimed-pages.ts';
import { fakePorts } from './fake-ports.ts';

const ORG = '11111111-2222-4333-8444-555555555555';
const own = { kind: 'own' } as const;

function popupOver(url: string | undefined, kind: string | undefined = 'other') {
  const ports = fakePorts();
  const lookAgain = vi.fn(async (): Promise<string | undefined> => kind);
  const tabInFront = async () => (url === undefined ? undefined : { id: 7, url });
  return { ports, lookAgain, handlers: thisPageHandlers({ ...ports, lookAgain, tabInFront }) };
}

describe('the page in front of the popup', () => {
  test('is told as our script in it took it', async () => {
    const { handlers } = popupOver(`https://admin.atlassian.com/o/${ORG}/users`);
    expect(await handlers['page/look']({}, own)).toEqual({ ok: true, value: { kind: 'other' } });
  });

  test.each([
    undefined,
    'https://example.com/o/11111111-2222-4333-8444-555555555555/users',
    'https://admin.atlassian.com/',
  ])('of %s nothing is told or kept', async (url) => {
    const { handlers, ports, lookAgain } = popupOver(url);
    expect(await handlers['page/look']({}, own)).toEqual({ ok: true, value: null });
    expect(await handlers['page/claim']({}, own)).toMatchObject({ ok: false, code: 'not-there' });
    expect(lookAgain).not.toHaveBeenCalled();
    expect(await claimedPages(ports.localStorage)).toEqual([]);
  });

  test('is the MCP server’s once the admin says so, until they take it back', async () => {
    const path = `/o/${ORG}/ai/connections`;
    const { handlers, ports, lookAgain } = popupOver(`https://admin.atlassian.com${path}?from=menu`);
    expect(await handlers['page/claim']({}, own)).toEqual({ ok: true, value: null });
    expect(lookAgain).toHaveBeenLastCalledWith(7, path);
    expect(await claimedPages(ports.localStorage)).toEqual([path]);
    await handlers['page/disclaim']({ path }, own);
    expect(await claimedPages(ports.localStorage)).toEqual([]);
  });

  test('without a script of ours in it the admin is told to reload', async () => {
    const { handlers, lookAgain } = popupOver(`https://admin.atlassian.com/o/${ORG}/ai`);
    lookAgain.mockResolvedValue(undefined);
    expect(await handlers['page/look']({}, own)).toEqual({ ok: true, value: { kind: 'not-there' } });
    expect(await handlers['page/claim']({}, own)).toMatchObject({ ok: false, code: 'not-there' });
  });
});

describe('claimed pages', () => {
  test('are kept once each, the newest fifty, and damaged ones are left out', async () => {
    const { localStorage } = fakePorts();
    await localStorage.set({ claimedPages: ['/o/kept', 7, null] });
    for (let n = 0; n < 60; n += 1) await claimPage(localStorage, `/o/${n}`, true);
    await claimPage(localStorage, '/o/59', true);
    const paths = await claimedPages(localStorage);
    expect(paths).toHaveLength(50);
    expect(paths.at(-1)).toBe('/o/59');
    expect(new Set(paths).size).toBe(50);
    await localStorage.set({ claimedPages: 'nonsense' });
    expect(await claimedPages(localStorage)).toEqual([]);
  });
});
