/** What `npm start` does with a display: a browser window to try the extension in. */
import { createApiHandler, SANDBOX_KEY } from '../sandbox/api/index.ts';
import { DEFAULT_ORG } from '../sandbox/server/index.ts';
import { startSession } from './session.ts';

export interface ShowOptions {
  variant?: string;
  print(line: string): void;
}

const DOMAINS = ['https://claude.ai/**', 'https://app.example.com', 'http://localhost:*/**'];

/** Opens the production build on the MCP page and waits until the window is closed. */
export async function showConsole({ variant = 'default', print }: ShowOptions): Promise<void> {
  const session = await startSession({
    extension: 'production',
    variant,
    domains: DOMAINS,
    api: createApiHandler({ org: DEFAULT_ORG }),
    launch: { headless: false },
  });
  const closed = new Promise((resolve) => session.browser.once('disconnected', resolve));
  try {
    const [blank] = await session.browser.pages();
    await session.openMcpPage({ scheme: 'system' });
    await blank?.close();
    print('The browser shows a replica of the admin console with Gatehouse in it.');
    print(
      'Files to import are in examples/. For the activity in the popup, save this organization API key in the options:',
    );
    print(`  ${SANDBOX_KEY}`);
    print('Close the browser’s window to end.');
    await closed;
  } finally {
    await session.close();
  }
}
