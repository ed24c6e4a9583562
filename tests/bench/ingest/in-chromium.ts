import { fileURLToPath } from 'node:url';
import { inChromium } from '../in-chromium.ts';
import type { PageFigures } from './page.ts';

/**
 * Runs the measurement at each size beside a page of Chromium, and tells of each at once: the largest takes minutes.
 * Undefined when there is no Chromium here.
 */
export async function measureInChromium(
  counts: readonly number[],
  tell: (figures: PageFigures) => void,
): Promise<PageFigures[] | undefined> {
  return await inChromium(fileURLToPath(new URL('page.ts', import.meta.url)), async (page, script) => {
    const figures: PageFigures[] = [];
    for (const count of counts) {
      const asked = `measureBeside(${JSON.stringify(script)}, ${count})`;
      const measured = (await page.evaluate(asked)) as PageFigures;
      tell(measured);
      figures.push(measured);
    }
    return figures;
  });
}
