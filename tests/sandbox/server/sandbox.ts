import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { GATEWAY, type SettingsChange } from '../protocol.ts';
import { PRESET_NAMES, resolveVariant, type Variant, type VariantChoice } from '../variants/index.ts';
import { Faults } from './faults.ts';
import { loadApp } from './files.ts';
import { type GatewayContext, handleGateway, sendJson } from './gateway.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import { seededRandom } from './random.ts';
import type { ConsoleRequest } from './request-log.ts';
import { OrganizationStore } from './store.ts';
import type { ApiHandler } from './types.ts';

export const CONSOLE_HOST = 'admin.atlassian.com';
export const API_HOST = 'api.atlassian.com';
/** The console of Atlassian Government Cloud: the same replica under another name. */
export const GOVERNMENT_HOST = 'admin.atlassian-us-gov-mod.com';
/** The organization that pages and tests use unless they say otherwise. */
export const DEFAULT_ORG = 'b3a7d2c4-91e6-4f08-8d5a-2c6e0f9b7a11';

const COOKIE = 'sandbox-variant';

/** As tight as Atlaskit allows: whoever injects into the page must not rely on the page's policy being lax. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface SandboxOptions {
  variant?: VariantChoice;
  /** What each organization has in its list when it is first asked for. */
  domains?: readonly string[];
  settings?: SettingsChange;
  /** Overrides the variant's, milliseconds. */
  latency?: readonly [number, number];
  /** Answers for `api.atlassian.com`; without one, that host answers 404. */
  api?: ApiHandler;
  /** 0, the default, takes a free port. */
  port?: number;
  seed?: number;
}

export interface Sandbox {
  /** The port on 127.0.0.1 to which a browser must map both hosts. */
  readonly port: number;
  /** The variant in force; assign another for pages opened from then on. */
  variant: Variant;
  readonly requests: ConsoleRequest[];
  readonly faults: Faults;
  /** Errors of the server itself: a test that leaves some here has not tested what it meant to. */
  readonly errors: unknown[];
  store(org?: string): OrganizationStore;
  /** Address of the MCP page as the variant has it. */
  mcpUrl(org?: string): string;
  pageUrl(path: string, org?: string): string;
  /** A new variant and empty logs; every organization starts again from `domains`. */
  reset(options?: Pick<SandboxOptions, 'variant' | 'domains' | 'settings' | 'latency' | 'seed'>): void;
  close(): Promise<void>;
}

function cookieVariant(header: string | undefined): Variant | undefined {
  const name = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(header ?? '')?.[1];
  return name && PRESET_NAMES.includes(name) ? resolveVariant(name) : undefined;
}

/** Starts the replica of the console and its API on 127.0.0.1. Needs the built app (`npm run build:sandbox`). */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const app = await loadApp();
  const certificate = await generate([{ name: 'commonName', value: CONSOLE_HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: CONSOLE_HOST },
          { type: 2, value: API_HOST },
          { type: 2, value: GOVERNMENT_HOST },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });

  let { domains = [], settings = {} } = options;
  let random = seededRandom(options.seed ?? 1);
  const stores = new Map<string, OrganizationStore>();
  const requests: ConsoleRequest[] = [];
  const faults = new Faults();
  const errors: unknown[] = [];
  const choose = (choice: VariantChoice | undefined, latency: SandboxOptions['latency']): Variant => {
    const variant = resolveVariant(choice);
    return latency ? { ...variant, latency } : variant;
  };
  let variant = choose(options.variant, options.latency);
  const context: GatewayContext = {
    requests,
    faults,
    random: () => random(),
    store(org) {
      let store = stores.get(org);
      if (!store) {
        store = new OrganizationStore(
          org,
          variant.hostile ? [...domains, ...HOSTILE_TEXTS] : domains,
          settings,
        );
        stores.set(org, store);
      }
      return store;
    },
  };

  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const url = new URL(request.url ?? '/', `https://${host || CONSOLE_HOST}`);
    const answer = async () => {
      if (host === API_HOST || url.pathname.startsWith('/gateway/api/')) {
        if (!(await options.api?.handle(request, response, url)))
          sendJson(response, 404, { message: 'Not found' });
        return;
      }
      const asset = app.assets.get(url.pathname);
      if (asset) {
        response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache' });
        response.end(asset.body);
        return;
      }
      if (url.pathname.startsWith(`${GATEWAY}/`)) {
        const inForce = cookieVariant(request.headers.cookie) ?? variant;
        if (!(await handleGateway(request, response, url, inForce, context))) sendJson(response, 404, {});
        return;
      }
      const headers: Record<string, string> = {
        'content-type': app.index.type,
        'cache-control': 'no-store',
        'content-security-policy': CONTENT_SECURITY_POLICY,
      };
      const named = url.searchParams.get('sandbox');
      if (named !== null) {
        headers['set-cookie'] = PRESET_NAMES.includes(named)
          ? `${COOKIE}=${named}; Path=/; Secure; SameSite=Lax`
          : `${COOKIE}=; Path=/; Secure; SameSite=Lax; Max-Age=0`;
      }
      response.writeHead(200, headers);
      response.end(app.index.body);
    };
    answer().catch((error: unknown) => {
      errors.push(error);
      if (!response.headersSent) sendJson(response, 500, {});
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  const pageUrl = (path: string, org = DEFAULT_ORG) => `https://${CONSOLE_HOST}/o/${org}/${path}`;
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    faults,
    errors,
    get variant() {
      return variant;
    },
    set variant(next) {
      variant = next;
    },
    store: (org = DEFAULT_ORG) => context.store(org),
    pageUrl,
    mcpUrl: (org) => pageUrl(variant.pagePath + (variant.tabInPath ? '/tab/domains' : ''), org),
    reset(next = {}) {
      variant = choose(next.variant, next.latency);
      domains = next.domains ?? [];
      settings = next.settings ?? {};
      random = seededRandom(next.seed ?? 1);
      stores.clear();
      requests.length = 0;
      errors.length = 0;
      faults.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
