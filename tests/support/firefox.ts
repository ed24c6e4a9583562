import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { API_HOST, CONSOLE_HOST } from '../sandbox/server/index.ts';
import { waitFor } from './wait.ts';

/** The id that Firefox would make up for the addresses of our pages; given here, so that they can be opened. */
const PAGES = 'd2b1a1f0-0b1c-4f2e-8a3b-9c4d5e6f7a8b';
const ADDON = 'gatehouse@gatehouse.example';

/** Starts Firefox on the sandbox's port, with a Firefox build of the extension. Throws when there is no Firefox. */
export async function launchFirefox(port: number, extensionDir: string): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath)
    throw new Error('No Firefox was found: run "npm run ensure", or set FIREFOX_PATH to the program of one.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    timeout: 60_000,
    // Without it the pages of an extension can't be opened from outside.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // Both hosts resolve to this machine, and whatever is meant for port 443 goes to the sandbox's.
      'network.dns.localDomains': `${CONSOLE_HOST},${API_HOST}`,
      'network.socket.forcePort': `443=${port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: PAGES }),
      'ui.prefersReducedMotion': 1,
    },
  });
  try {
    await browser.installExtension(extensionDir);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A tab on a page of ours. Firefox moves it to another process on the way, which ends the call that asked for it. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const address = `moz-extension://${PAGES}/${path}`;
  page.goto(address).catch(() => undefined);
  await waitFor(() => page.evaluate((wanted) => location.href === wanted, address), {
    what: `Firefox to open ${path}`,
    timeout: 20_000,
  });
  return page;
}
