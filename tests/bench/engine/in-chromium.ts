import { fileURLToPath } from 'node:url';
import { inChromium } from '../in-chromium.ts';
import type { PageFigures } from './page.ts';

/** Compares the matcher with URLPattern in a page of Chromium; undefined when there is no Chromium here. */
export async function compareInChromium(
  size: number,
): Promise<(PageFigures & { version: string }) | undefined> {
  return await inChromium(fileURLToPath(new URL('page.ts', import.meta.url)), async (page) => {
    const figures = (await page.evaluate(`compare(${size})`)) as PageFigures;
    return { ...figures, version: (await page.browser().version()).replace(/^.*\//, '') };
  });
}
