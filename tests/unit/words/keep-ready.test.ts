import { expect, test, vi } from 'vitest';

const browser = vi.hoisted(() => ({ updated: false }));
vi.mock('#messages', () => ({
  // As in a page that was open while the extension was updated: nothing can be looked up any more.
  getMessage: (key: string) => (browser.updated ? '' : `The text of ${key}`),
  uiLanguage: () => 'en',
}));

const { keepReady } = await import('../../../lib/words/written.ts');
const { say } = await import('../../../lib/words/say.ts');

test('what was kept ready can still be said after an update of the extension', () => {
  keepReady('page_updated_title', 'page_updated_body');
  browser.updated = true;
  expect(say('page_updated_title')).toBe('The text of page_updated_title');
  expect(say('page_updated_body')).toBe('The text of page_updated_body');
  expect(say('page_updated_reload')).toBe('');
});
