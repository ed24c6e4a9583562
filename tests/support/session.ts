import type { Browser, Page } from 'puppeteer-core';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/server/index.ts';
import { extensionOf, type LaunchOptions, launchBrowser } from './browser.ts';
import { copyOfExtension, type ExtensionBuild, ensureBuilt } from './built.ts';
import { preferScheme } from './screenshots.ts';
import { waitFor } from './wait.ts';

export interface SessionOptions extends SandboxOptions {
  /** Which build of the extension to load: `e2e` unless said otherwise; `none` for the console alone. */
  extension?: Exclude<ExtensionBuild, 'firefox' | 'firefox-e2e' | 'edge'> | 'none';
  launch?: Partial<LaunchOptions>;
  /** Called with the folder that the extension is loaded from, before the browser is started. */
  beforeLaunch?: (extensionDir: string) => void;
}

/** A sandbox and a browser on it. Close it in `afterAll`. */
export interface Session {
  sandbox: Sandbox;
  browser: Browser;
  /** Undefined without an extension. */
  extensionId: string | undefined;
  /** A new tab, light unless it is to follow the system, with errors of the page kept in `pageErrors`. */
  newPage(scheme?: 'light' | 'system'): Promise<Page>;
  /** A new tab on the MCP page, once its heading is there. */
  openMcpPage(options?: { org?: string; timeout?: number; scheme?: 'light' | 'system' }): Promise<Page>;
  /** A tab on a page of the extension, such as `popup.html`. */
  openExtensionPage(path: string): Promise<Page>;
  readonly pageErrors: string[];
  close(): Promise<void>;
}

/** Waits until the MCP page of the sandbox shows its heading. */
export async function waitForMcpPage(page: Page, sandbox: Sandbox, timeout = 10_000): Promise<void> {
  await waitFor(() => page.$eval('h1', (heading) => /MCP/.test(heading.textContent ?? '')), {
    what: 'the MCP page',
    timeout: timeout + sandbox.variant.loading,
  });
}

export async function startSession(options: SessionOptions = {}): Promise<Session> {
  const { extension = 'e2e', launch = {}, beforeLaunch, ...sandboxOptions } = options;
  await ensureBuilt('sandbox');
  const copy = extension === 'none' ? undefined : await copyOfExtension(extension);
  const extensionDir = copy?.path;
  const sandbox = await startSandbox(sandboxOptions);
  const pageErrors: string[] = [];
  let browser: Browser;
  try {
    if (extensionDir) beforeLaunch?.(extensionDir);
    browser = await launchBrowser({
      port: sandbox.port,
      ...(extensionDir ? { extensionDir } : {}),
      ...launch,
    });
  } catch (error) {
    await Promise.all([sandbox.close(), copy?.remove()]);
    throw error;
  }
  const extensionId = extensionDir ? (await extensionOf(browser)).id : undefined;

  const newPage = async (scheme: 'light' | 'system' = 'light') => {
    const page = await browser.newPage();
    // A busy machine is no failure.
    page.setDefaultNavigationTimeout(120_000);
    page.on('pageerror', (error) =>
      pageErrors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    if (scheme === 'light') await preferScheme(page, 'light');
    return page;
  };
  return {
    sandbox,
    browser,
    extensionId,
    pageErrors,
    newPage,
    async openMcpPage({ org, timeout, scheme } = {}) {
      const page = await newPage(scheme);
      await page.goto(sandbox.mcpUrl(org), { waitUntil: 'domcontentloaded' });
      await waitForMcpPage(page, sandbox, timeout);
      return page;
    },
    async openExtensionPage(path) {
      if (!extensionId) throw new Error('This session has no extension.');
      const page = await newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async close() {
      try {
        await browser.close();
      } finally {
        await Promise.all([sandbox.close(), copy?.remove()]);
      }
    },
  };
}
