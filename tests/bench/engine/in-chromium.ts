import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../../../scripts/find-browser.mjs';
import type { PageFigures } from './page.ts';

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

/** Compares the matcher with URLPattern in a page of Chromium; undefined when there is no Chromium here. */
export async function compareInChromium(
  size: number,
): Promise<(PageFigures & { version: string }) | undefined> {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const script = await bundle();
  // URLPattern is there in secure contexts only: on this computer a page over http is one.
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
    const figures = (await page.evaluate(`compare(${size})`)) as PageFigures;
    return { ...figures, version: (await browser.version()).replace(/^.*\//, '') };
  } finally {
    await browser.close();
    server.close();
  }
}
