import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { CONSOLE_HOST } from '../sandbox/server/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { scriptForPage } from '../support/script-for-page.ts';
import type { redactPage, reportOnPage } from './page/index.ts';

/** Saved pages of a real console, opened without any network and without their scripts. */

declare global {
  var savedPage: { reportOnPage: typeof reportOnPage; redactPage: typeof redactPage };
}

/** Stands for an organization's page, so that what depends on the address works as on the real one. */
const ADDRESS = `https://${CONSOLE_HOST}/o/00000000-0000-4000-8000-000000000000/saved/`;
/** Styles and pictures that were saved along are shown; nothing runs. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

let bundled: Promise<string> | undefined;

/** What is run in the page, as one script. */
function script(): Promise<string> {
  bundled ??= scriptForPage(fileURLToPath(new URL('page/index.ts', import.meta.url)), 'savedPage', {
    resolve: { conditions: ['default'] },
  });
  return bundled;
}

/** A browser that reaches nothing: no host has an address in it. */
export const launchOffline = (): Promise<Browser> => launchBrowser({ port: 9 });

/** The file's name behind an address of the page; one that is encoded wrongly names none. */
function nameOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

async function answer(request: HTTPRequest, html: string, folder: string): Promise<void> {
  const url = new URL(request.url());
  if (request.url() === ADDRESS) {
    await request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY },
      body: html,
    });
    return;
  }
  // What was saved along lies in a folder beside the page; nothing outside of it is given out.
  const path = resolve(folder, nameOf(url.href.startsWith(ADDRESS) ? url.href.slice(ADDRESS.length) : ''));
  const contentType = TYPES[extname(path)];
  const inside = path.startsWith(folder + sep);
  const body = contentType && inside ? await readFile(path).catch(() => undefined) : undefined;
  if (contentType && body) await request.respond({ contentType, body });
  else await request.abort();
}

/** Opens HTML as if it stood on the console. `folder` is where files that were saved along lie. */
export async function openSaved(browser: Browser, html: string, folder: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, html, resolve(folder)));
  await page.goto(ADDRESS, { waitUntil: 'load' });
  await page.evaluate(await script());
  return page;
}

/** The pages that were asked for, or all of the folder. */
export async function readPages(asked: string[]): Promise<{ path: string; html: string; folder: string }[]> {
  const paths =
    asked.length > 0
      ? asked
      : globSync('real-pages/*.{html,htm}').filter((path) => !path.includes('.redacted.'));
  return Promise.all(
    paths.map(async (path) => ({ path, html: await readFile(path, 'utf8'), folder: dirname(resolve(path)) })),
  );
}

export const redactedPath = (path: string): string =>
  join(dirname(path), `${basename(path, extname(path))}.redacted.html`);
