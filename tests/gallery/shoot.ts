import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { createServer } from 'vite';

/**
 * Takes a picture of every state of every view, light, dark, narrow and in the system's own colours, into `.output/gallery/`, and checks each
 * with axe. `node tests/gallery/shoot.ts [part of a name]`. Exits with 1 when axe or the page complained.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}/.output/gallery`;
const require = createRequire(import.meta.url);
const only = process.argv[2] ?? '';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const LOOKS = [
  { name: 'light', scheme: 'light', width: 1100, height: 900 },
  { name: 'dark', scheme: 'dark', width: 1100, height: 900 },
  { name: 'narrow', scheme: 'light', width: 360, height: 740 },
  { name: 'forced', scheme: 'dark', width: 1100, height: 900 },
] as const;

interface Complaint {
  id: string;
  help: string;
  nodes: string[];
}

async function complaints(page: Page): Promise<Complaint[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on window, without types for it
    const { violations } = await (window as any).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // A single view is no page: its landmarks and first heading belong to what is around it.
      rules: {
        region: { enabled: false },
        'landmark-one-main': { enabled: false },
        'page-has-heading-one': { enabled: false },
        'heading-order': { enabled: false },
      },
    });
    return violations.map(
      (violation: { id: string; help: string; nodes: { target: unknown; html: string }[] }) => ({
        id: violation.id,
        help: violation.help,
        nodes: violation.nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
      }),
    );
  });
}

const browserPath = [process.env.CHROME_PATH, ...BROWSERS].find((path) => path && existsSync(path));
if (!browserPath) throw new Error('No Chromium was found. Set CHROME_PATH to the browser to use.');
mkdirSync(out, { recursive: true });
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // No extension, so no texts of the browser's: the English ones from their file.
  resolve: { alias: { '#messages': `${root}lib/words/english-messages.ts` } },
  server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
});
await server.listen();
const base = `${server.resolvedUrls?.local[0]}tests/gallery/index.html`;
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--force-device-scale-factor=1'],
});
let bad = 0;
try {
  const page = await browser.newPage();
  let current = '';
  const complain = (text: string) => {
    bad += 1;
    console.log(`${current}: ${text}`);
  };
  page.on('pageerror', (error) => complain(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) complain(message.text());
  });
  await page.goto(base, { waitUntil: 'networkidle0' });
  const names = await page.$$eval('#names a', (links) =>
    links.map((link) => [link.textContent, link.dataset.place, link.dataset.press]),
  );
  for (const [name, place, press] of names) {
    if (!name?.includes(only)) continue;
    for (const look of LOOKS) {
      if (place === 'popup' && look.name === 'narrow') continue;
      current = `${name} ${look.name}`;
      const size =
        place === 'popup' ? { width: 380, height: 600 } : { width: look.width, height: look.height };
      await page.setViewport(size);
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: look.scheme },
        { name: 'forced-colors', value: look.name === 'forced' ? 'active' : 'none' },
      ]);
      await page.goto(`${base}?state=${name}`, { waitUntil: 'networkidle0' });
      for (const selector of press?.split('|').filter(Boolean) ?? []) {
        await page.locator(selector.startsWith('>>>') ? `#stage > div ${selector}` : selector).click();
      }
      await page.screenshot({ path: `${out}/${name}-${look.name}.png`, fullPage: place !== 'panel' });
      for (const { id, help, nodes } of await complaints(page))
        complain(`${id}: ${help}\n    ${nodes.join('\n    ')}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(bad === 0 ? 'No complaints.' : `${bad} complaints.`);
process.exitCode = bad === 0 ? 0 : 1;
