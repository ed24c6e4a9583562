import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import type { PageFigures } from './page.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The measurement as one script for a page. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The bench page was not built.');
  return first.output[0].code;
}

/** Runs the measurement at each size beside a page of Chromium; undefined when there is no Chromium here. */
export async function measureInChromium(counts: readonly number[]): Promise<PageFigures[] | undefined> {
  const executablePath = [process.env.CHROME_PATH, ...PLACES].find((path) => path && existsSync(path));
  if (!executablePath) return undefined;
  const script = await bundle();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    protocolTimeout: 1_800_000,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
    const figures: PageFigures[] = [];
    for (const count of counts) {
      const asked = `measureBeside(${JSON.stringify(script)}, ${count})`;
      figures.push((await page.evaluate(asked)) as PageFigures);
    }
    return figures;
  } finally {
    await browser.close();
    server.close();
  }
}
