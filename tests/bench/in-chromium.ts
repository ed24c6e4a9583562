import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../../scripts/find-browser.mjs';

/** A measurement as one script for a page, which finds it as `bench`. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The bench page was not built.');
  return first.output[0].code;
}

/** Longer than any measurement takes, in milliseconds. */
const LONGEST = 1_800_000;

/**
 * Runs `work` in an empty page of Chromium that holds the script `entry`; undefined when there is no Chromium here. The
 * page is served over http from this computer, which counts as a secure context.
 */
export async function inChromium<Result>(
  entry: string,
  work: (page: Page, script: string) => Promise<Result>,
): Promise<Result | undefined> {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const script = await bundle(entry);
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const args = ['--no-sandbox', '--disable-gpu'];
  const browser = await puppeteer.launch({ executablePath, args, protocolTimeout: LONGEST });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
    return await work(page, script);
  } finally {
    await browser.close();
    server.close();
  }
}
