import puppeteer, { type Browser, type Extension, type WebWorker } from 'puppeteer-core';
import { findChromium } from '../../scripts/find-browser.mjs';
import { API_HOST, CONSOLE_HOST, GOVERNMENT_HOST } from '../sandbox/server/index.ts';
import { waitFor } from './wait.ts';

export interface LaunchOptions {
  /** The sandbox's port: Atlassian's hosts are mapped to it, every other host is cut off. */
  port: number;
  /** A built extension; none for a browser without one. */
  extensionDir?: string;
  /** True unless said otherwise. */
  headless?: boolean;
  width?: number;
  height?: number;
  /** A profile to keep between launches; a fresh one when absent. */
  userDataDir?: string;
  /** Whether the pages' animations run; not unless said otherwise, since they are most of a test's time. */
  motion?: boolean;
  args?: readonly string[];
  /** How long one call of the browser's protocol may take, in milliseconds; three minutes unless said otherwise. */
  protocolTimeout?: number;
}

/** Starts Chromium with the extension on the sandbox. Throws with what to do when there is no browser. */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium or Chrome was found: run "npm run ensure", or set CHROME_PATH.');
  const { port, extensionDir, headless = true, width = 1280, height = 900, motion = !headless } = options;
  const mapped = [CONSOLE_HOST, API_HOST, GOVERNMENT_HOST].map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  const root = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: extensionDir ? [extensionDir] : false,
    defaultViewport: headless ? { width, height } : null,
    ...(options.userDataDir ? { userDataDir: options.userDataDir } : {}),
    ...(options.protocolTimeout ? { protocolTimeout: options.protocolTimeout } : {}),
    args: [
      ...(root ? ['--no-sandbox'] : []),
      ...(motion ? [] : ['--force-prefers-reduced-motion']),
      '--disable-gpu',
      '--disable-quic',
      '--disable-component-update',
      '--no-default-browser-check',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      `--window-size=${width},${height}`,
      `--host-resolver-rules=${mapped.join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
      ...(options.args ?? []),
    ],
  });
}

/** The one extension that the browser was started with. */
export async function extensionOf(browser: Browser): Promise<Extension> {
  return waitFor(async () => [...(await browser.extensions()).values()][0], { what: 'the extension' });
}

/** The extension's background worker, where one is running. */
async function workerOf(browser: Browser): Promise<WebWorker | null | undefined> {
  const { id } = await extensionOf(browser);
  const target = browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${id}/`));
  return await target?.worker();
}

/** Stops the extension's background worker as the browser does when it is idle; true when one was running. */
export async function killWorker(browser: Browser): Promise<boolean> {
  const worker = await workerOf(browser);
  await worker?.close().catch((error: unknown) => {
    // It was just closed by the browser, and its session with it: gone is gone.
    if (!String(error).includes('No session with given id')) throw error;
  });
  return worker !== undefined && worker !== null;
}

/** Evaluates in the background worker, where one is running. One that is being stopped never answers, or says it is gone. */
export async function evaluateInWorker(browser: Browser, source: string): Promise<void> {
  const worker = await workerOf(browser);
  const done = worker?.evaluate(source).catch(() => undefined);
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 5_000))]);
}

/** As long as a machine may take that is busy with much else, in milliseconds. */
const BUSY = 120_000;

interface DeveloperScope {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
      reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
      getExtensionInfo(id: string): Promise<{ state: string }>;
    };
  };
}

/**
 * Loads the extension anew, as an update does: scripts that stand in open pages are cut off. Done on the browser's own
 * page and in developer mode, without which Chromium switches an unpacked extension off when it is loaded again.
 */
export async function reloadExtension(browser: Browser): Promise<void> {
  const { id } = await extensionOf(browser);
  const page = await browser.newPage();
  try {
    await page.goto('chrome://extensions/', { waitUntil: 'domcontentloaded', timeout: BUSY });
    await page.evaluate(async (own) => {
      const { developerPrivate } = (globalThis as unknown as DeveloperScope).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.reload(own, { failQuietly: false });
    }, id);
    const isOn = () =>
      page.evaluate(async (own) => {
        const { developerPrivate } = (globalThis as unknown as DeveloperScope).chrome;
        return (await developerPrivate.getExtensionInfo(own)).state === 'ENABLED';
      }, id);
    await waitFor(isOn, { what: 'the extension to be loaded anew', timeout: BUSY });
  } finally {
    await page.close();
  }
}
