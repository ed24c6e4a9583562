import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { API_HOST, CONSOLE_HOST } from '../sandbox/server/index.ts';

export interface FirefoxOptions {
  /** The sandbox's port. */
  port: number;
  /** A Firefox build of the extension, as a folder. */
  extensionDir?: string;
  headless?: boolean;
}

/**
 * Starts Firefox on the sandbox, or resolves to nothing when there is no Firefox on this machine.
 * Its own pages (`moz-extension://`) can't be opened from outside: let the extension open them.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<Browser | undefined> {
  const executablePath = findFirefox();
  if (!executablePath) return undefined;
  const { port, extensionDir, headless = true } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      // Both hosts resolve to this machine, and whatever is meant for port 443 goes to the sandbox's.
      'network.dns.localDomains': `${CONSOLE_HOST},${API_HOST}`,
      'network.socket.forcePort': `443=${port}`,
    },
  });
  try {
    if (extensionDir) await browser.installExtension(extensionDir);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
