import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';

export type Scheme = 'light' | 'dark';

/** Sets what the system prefers; the replica follows it unless its own switch was used. */
export async function preferScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Waits for transitions under way, such as those between two themes; endless ones (spinners) are left alone. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** A picture of what the window shows, as PNG; makes the folder where needed. */
export async function screenshot(page: Page, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await settled(page);
  await page.screenshot({ path: path as `${string}.png` });
}

/** Light, dark and (unless false) narrow pictures of the page as it stands; the window ends as it was. Returns their paths. */
export async function screenshotSet(
  page: Page,
  folder: string,
  name: string,
  { narrow = true } = {},
): Promise<string[]> {
  const before = page.viewport() ?? { width: 1280, height: 900 };
  const paths: string[] = [];
  const take = async (suffix: string, scheme: Scheme, width: number) => {
    await preferScheme(page, scheme);
    await page.setViewport({ ...before, width });
    const path = join(folder, `${name}-${suffix}.png`);
    await screenshot(page, path);
    paths.push(path);
  };
  await take('light', 'light', before.width);
  await take('dark', 'dark', before.width);
  if (narrow) await take('narrow', 'light', 480);
  await preferScheme(page, 'light');
  await page.setViewport(before);
  return paths;
}
