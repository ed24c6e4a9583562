/** Test ids of the extension, through open shadow roots, which only the `e2e` build has. Input is trusted. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { waitFor } from './wait.ts';

export interface FindOptions {
  /** Attributes that must have these values. */
  with?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  timeout?: number;
}

function selector(testId: string, attributes: FindOptions['with'] = {}): string {
  const others = Object.entries(attributes).map(([name, value]) => `[${name}=${JSON.stringify(value)}]`);
  return `>>> [data-testid="${testId}"]${others.join('')}`;
}

/** The first element with the test id now, or null. */
export function find(
  page: Page,
  testId: string,
  options: FindOptions = {},
): Promise<ElementHandle<Element> | null> {
  return page.$(selector(testId, options.with));
}

export async function count(page: Page, testId: string, attributes?: FindOptions['with']): Promise<number> {
  const found = await page.$$(selector(testId, attributes));
  await Promise.all(found.map((handle) => handle.dispose()));
  return found.length;
}

export function waitForId(
  page: Page,
  testId: string,
  options: FindOptions = {},
): Promise<ElementHandle<Element>> {
  return waitFor(() => find(page, testId, options), {
    what: `${testId} ${options.with ? JSON.stringify(options.with) : ''}`,
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  });
}

export async function waitUntilGone(page: Page, testId: string, options: FindOptions = {}): Promise<void> {
  await waitFor(async () => (await count(page, testId, options.with)) === 0, {
    what: `${testId} to go`,
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  });
}

/** All attributes and the text of an element; the text under `text`. */
export type Seen = Record<string, string> & { text: string };

function describe(element: Element): Seen {
  const seen: Seen = { text: element.textContent ?? '' };
  for (const { name, value } of element.attributes) seen[name] = value;
  return seen;
}

export async function seen(page: Page, testId: string, options: FindOptions = {}): Promise<Seen> {
  const handle = await waitForId(page, testId, options);
  return handle.evaluate(describe);
}

export async function allSeen(page: Page, testId: string, attributes?: FindOptions['with']): Promise<Seen[]> {
  const handles = await page.$$(selector(testId, attributes));
  return Promise.all(handles.map((handle) => handle.evaluate(describe)));
}

/** Clicks with the mouse, once the element is there; tries again when the page replaced it meanwhile. */
export async function click(page: Page, testId: string, options: FindOptions = {}): Promise<void> {
  await waitFor(
    async () => {
      const handle = await find(page, testId, options);
      if (!handle) return false;
      await handle.click();
      return true;
    },
    { what: `${testId} to click`, ...(options.timeout === undefined ? {} : { timeout: options.timeout }) },
  );
}

/** Types into a field by keys, after what is in it was selected. */
export async function type(
  page: Page,
  testId: string,
  text: string,
  options: FindOptions = {},
): Promise<void> {
  const handle = await waitForId(page, testId, options);
  await handle.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await handle.type(text);
}

/** Puts a long text into a field in one step, as a paste does. */
export async function paste(
  page: Page,
  testId: string,
  text: string,
  options: FindOptions = {},
): Promise<void> {
  const handle = await waitForId(page, testId, options);
  await handle.click();
  await page.keyboard.sendCharacter(text);
}

/** Chooses files in an `<input type=file>`, hidden or not. */
export async function upload(page: Page, testId: string, ...paths: string[]): Promise<void> {
  const handle = (await waitForId(page, testId)) as ElementHandle<HTMLInputElement>;
  await handle.uploadFile(...paths);
}
