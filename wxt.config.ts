import { defineConfig } from 'wxt';

/** The optional hosts: the Organizations API, asked for when a key is saved. */
const OPTIONAL_HOSTS = ['https://api.atlassian.com/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  publicDir: 'public',
  manifest: ({ browser, mode }) => ({
    name: 'Gatehouse for Atlassian admins',
    description:
      'Checks domain entries of the Rovo MCP server while you type, imports trusted domains safely, and shows its status.',
    permissions: ['storage', 'scripting'],
    host_permissions: ['https://admin.atlassian.com/*', ...(mode === 'e2e' ? OPTIONAL_HOSTS : [])],
    action: { default_title: 'Gatehouse' },
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https://api.atlassian.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gatehouse@gatehouse.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
