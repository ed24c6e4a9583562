import { endsLike } from './last-labels.ts';

/**
 * Atlassian's own list of supported domains, as captured in the console on 2026-05-03. All or nothing: the console's
 * switch turns the whole list on or off. Later additions (Perplexity, Manus) were reported without their hosts.
 */
export const SUPPORTED_CAPTURED = '2026-05-03';

/** Reached by http on any port. */
export const SUPPORTED_HTTP_HOSTS: readonly string[] = ['127.0.0.1', 'localhost'];

/** Reached by https on the default port; `*.` stands for one or more labels, never for the domain itself. */
export const SUPPORTED_HTTPS_HOSTS: readonly string[] = [
  'app.writer.com',
  'chatgpt.com',
  'claude.ai',
  'claude.com',
  'integrations.zoom.us',
  'figma-gov.com',
  'global.consent.azure-apim.net',
  'api.devin.ai',
  '*.apps.dynatrace.com',
  '*.azuredatabricks.net',
  '*.databricks.com',
  '*.resolve.ai',
  'vertexaisearch.cloud.google.com',
  'lovable.dev',
  'mcp.docker.com',
  'callback.mistral.ai',
  'oauth.pstmn.io',
  'token.botframework.com',
  'vscode.dev',
  'us-east-1.quicksight.aws.amazon.com',
  'www.canva.com',
];

/**
 * The list's own writing for custom schemes. Do not promise that `cursor.mcp` covers Cursor: its real redirect goes to
 * `cursor://anysphere.cursor-mcp/oauth/callback`.
 */
export const SUPPORTED_SCHEMES: readonly { scheme: string; value: string }[] = [
  { scheme: 'cursor', value: 'cursor.mcp' },
  { scheme: 'raycast', value: 'oauth' },
];

/** The supported list written as entries of the kind an admin types. */
export const SUPPORTED_PATTERNS: readonly string[] = [
  ...SUPPORTED_HTTP_HOSTS.map((host) => `http://${host}:*/**`),
  ...SUPPORTED_HTTPS_HOSTS.map((host) => `https://${host}/**`),
  ...SUPPORTED_SCHEMES.map(({ scheme, value }) => `${scheme}://${value}/**`),
];

const EXACT = new Set(SUPPORTED_HTTPS_HOSTS);
/** Whether an https host may be on the list. */
export const mayBeSupported: (host: string) => boolean = endsLike(SUPPORTED_HTTPS_HOSTS);

/**
 * The supported host that takes in everything a host pattern does.
 * @param host lower case, A-labels; may hold `*`.
 * @param port '' for the default one, '*' for any, else digits.
 * @returns the list's own writing (`*.resolve.ai`), or undefined.
 */
export function supportedHostFor(scheme: string, host: string, port: string): string | undefined {
  if (scheme === 'http') return SUPPORTED_HTTP_HOSTS.includes(host) ? host : undefined;
  if (scheme !== 'https')
    return SUPPORTED_SCHEMES.find((one) => one.scheme === scheme && one.value === host)?.value;
  if (port !== '') return undefined;
  if (!mayBeSupported(host)) return undefined;
  if (EXACT.has(host)) return host;
  for (let n = 0, dot = host.length; n < 4 && dot > 0; n++) {
    dot = host.lastIndexOf('.', dot - 1);
    if (dot > 0 && EXACT.has(`*${host.slice(dot)}`)) return `*${host.slice(dot)}`;
  }
  return undefined;
}
