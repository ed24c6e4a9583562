// `npm start`: the extension in a browser on the replica of the console. Without a display, or with --headless, it
// imports examples/trusted-domains.csv through the panel, prints what happened and leaves pictures in .output/demo/.
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runDemo } from '../tests/support/demo.ts';
import { optionsOf } from '../tests/support/options.ts';
import { showConsole } from '../tests/support/show.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const values = optionsOf(
  { headless: { type: 'boolean', default: false }, variant: { type: 'string', default: 'default' } },
  `npm start: a browser with Gatehouse on a replica of the console.

  -- --headless              without a window; takes pictures of what it shows
  -- --variant inline        another member of the replica's family, see tests/sandbox/variants/presets.ts`,
);
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

try {
  console.log('Building what has changed...');
  if (values.headless || noDisplay) {
    if (!values.headless) console.log('There is no display: running without a window.');
    const file = join(root, 'examples', 'trusted-domains.csv');
    if (!existsSync(file)) throw new Error(`${relative(root, file)} is missing: check it out again.`);
    const pictures = join(root, '.output', 'demo');
    const fine = await runDemo({
      file,
      pictures,
      variant: values.variant,
      print: (line) => console.log(line),
    });
    console.log(`Pictures: ${relative(root, pictures)}/`);
    if (!fine)
      throw new Error('The panel’s summary and the console’s list don’t agree, or the import did not end.');
  } else {
    await showConsole({ variant: values.variant, print: (line) => console.log(line) });
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
