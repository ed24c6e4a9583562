import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/find-browser.mjs';
import { scriptForPage } from '../support/script-for-page.ts';

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
  const script = await scriptForPage(entry, 'bench');
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
