import { endsLike } from './last-labels.ts';

/** Redirect addresses of AI tools that are public in their vendors' guides. One row: vendor, address. */
export const KNOWN_CALLBACKS: readonly (readonly [vendor: string, address: string])[] = [
  ['Anthropic Claude', 'https://claude.ai/api/mcp/auth_callback'],
  ['Anthropic Claude', 'https://claude.com/api/mcp/auth_callback'],
  ['OpenAI ChatGPT', 'https://chatgpt.com/connector_platform_oauth_redirect'],
  ['VS Code', 'https://vscode.dev/redirect'],
  ['VS Code Insiders', 'https://insiders.vscode.dev/redirect'],
  ['Cursor cloud agents', 'https://www.cursor.com/agents/mcp/oauth/callback'],
  ['Google Antigravity', 'https://antigravity.google/oauth-callback'],
  ['Copilot Studio', 'https://copilotstudio.microsoft.com/connectors/oauth/redirect'],
  ['Microsoft Copilot Studio', 'https://global.consent.azure-apim.net/redirect'],
  ['Microsoft Bot Framework', 'https://token.botframework.com/.auth/web/redirect'],
  ['Perplexity', 'https://www.perplexity.ai/rest/connections/oauth_callback'],
  ['n8n Cloud', 'https://oauth.n8n.cloud/oauth2/callback'],
  ['Snowflake', 'https://identity.snowflake.com/oauth2/callback'],
  ['Kodus', 'https://app.kodus.io/setup/mcp/oauth'],
  ['Speakeasy / Gram', 'https://app.getgram.ai/mcp/remote_login_callback'],
];

const BY_HOST = new Map(KNOWN_CALLBACKS.map(([, address]) => [new URL(address).host, address]));

const mayHaveCallback = endsLike(BY_HOST.keys());

/** The known redirect address on this host, or undefined. */
export function knownCallback(host: string): string | undefined {
  return mayHaveCallback(host) ? BY_HOST.get(host) : undefined;
}
