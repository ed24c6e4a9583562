import { mkdirSync } from 'node:fs';
import { dress, type Look, openStage, sizeFor } from './stage.ts';

/**
 * `npm run pictures:states [part of a name]`: takes a picture of every state of every view, light, dark, narrow and in
 * the system's own colours, into `.output/gallery/`. What axe says of them is a test's (`tests/e2e/views.e2e.ts`).
 */
const out = '.output/gallery';
const only = process.argv[2] ?? '';

const LOOKS: Record<string, Look & { size?: { width: number; height: number } }> = {
  light: {},
  dark: { scheme: 'dark' },
  narrow: { size: { width: 360, height: 740 } },
  forced: { scheme: 'dark', forced: true },
};

mkdirSync(out, { recursive: true });
const stage = await openStage();
const { page } = stage;
try {
  const wanted = stage.names.filter(({ name }) => name.includes(only));
  for (const [name, look] of Object.entries(LOOKS)) {
    await dress(page, look);
    for (const state of wanted) {
      // The popup has one width.
      if (look.size && state.place === 'popup') continue;
      await page.setViewport(look.size ?? sizeFor(state.place));
      await stage.show(state);
      await page.screenshot({
        path: `${out}/${state.name}-${name}.png`,
        fullPage: state.place !== 'panel',
      });
    }
  }
  console.log(`${wanted.length} states in ${out}.`);
} finally {
  await stage.close();
}
