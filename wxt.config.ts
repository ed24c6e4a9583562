import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import {
  COMMERCIAL,
  connectedOrigins,
  consoleHost,
  optionalPatterns,
  patternOf,
} from './lib/catalogue/clouds.ts';
import { hashesOfStyles, inlineStyles } from './scripts/inline-styles.ts';
import { noInnerHtml } from './scripts/no-inner-html.ts';

// Any mode but "production" (and a test runner's own NODE_ENV) would build development code: the build that checks look
// into must be the one that is shipped.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  publicDir: 'public',
  outDir: process.env.GATEHOUSE_BUILDS ?? '.output',
  // The oldest browsers we support: anything older would have light-dark() and more spelled out in every style sheet.
  vite: () => ({
    build: { target: ['chrome123', 'firefox142'] },
    plugins: [inlineStyles('popup/index.html'), noInnerHtml()],
  }),
  hooks: {
    'build:manifestGenerated': ({ config }, { content_security_policy: policy }) => {
      if (config.command !== 'build' || typeof policy !== 'object' || !policy.extension_pages) return;
      const hashes = hashesOfStyles(readFileSync(join(config.outDir, 'popup.html'), 'utf8'));
      policy.extension_pages = policy.extension_pages.replace(
        "style-src 'self'",
        ["style-src 'self'", ...hashes].join(' '),
      );
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (
        entrypoints.some(({ name }) =>
          ['import-panel', 'teacher', 'catalogue', 'by-hand', 'page-tools'].includes(name),
        )
      ) {
        // The script that has the panel loaded hands its Preact over: 4 kB less in the page, and in the panel.
        const shared = fileURLToPath(new URL('entrypoints/import-panel/preact.ts', import.meta.url));
        const alias = config.resolve?.alias ?? [];
        const kept = Array.isArray(alias)
          ? alias
          : Object.entries(alias).map(([find, replacement]) => ({
              find,
              replacement: replacement as string,
            }));
        config.resolve = {
          ...config.resolve,
          alias: [{ find: /^preact(\/jsx-runtime)?$/, replacement: shared }, ...kept],
        };
      }
      if (!entrypoints.some(({ type }) => type === 'background')) return;
      // Chunks of their own, so that a change of a handler is not a new copy of the public suffix list.
      const groups = [
        // A group takes along what its modules need: what pages need as well must stand apart, or they load the engine.
        {
          name: 'shared',
          test: /[\\/]lib[\\/](words|calendar|catalogue[\\/]clouds|posture[\\/]words|messages[\\/]reply|store[\\/]persist|background[\\/]extension-api)\b/,
          priority: 2,
        },
        {
          name: 'controls',
          test: /[\\/](preact|components[\\/](controls[\\/](attributes|button|lozenge|choice-bar|fields|icons|section-message)|popup[\\/]organization|on-page[\\/](level|trusted|visible)))/,
          priority: 1,
        },
        { name: 'public-suffixes', test: /[\\/]node_modules[\\/]tldts/ },
        { name: 'tools', test: /[\\/]lib[\\/]catalogue[\\/]tool/ },
        {
          name: 'engine',
          test: /[\\/]lib[\\/](patterns|catalogue(?![\\/]tool)|import|answers|register[\\/]align|messages[\\/]packed-rows)\b/,
        },
        // Not with the engine: the page of findings has parts of lib/posture and would load all of it.
        { name: 'posture-engine', test: /[\\/]lib[\\/]posture[\\/](rules|index|accept)/ },
      ];
      const rolldown = config.build?.rolldownOptions ?? {};
      config.build = {
        ...config.build,
        // All files lie on the disk beside the page: to load them ahead saves nothing, and its helper is in every page.
        modulePreload: false,
        rolldownOptions: {
          ...rolldown,
          // Else the text of all suffixes is copied to each place that reads it: 65 kB more.
          optimization: { inlineConst: false },
          output: { ...rolldown.output, codeSplitting: { groups } },
        },
      };
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'alarms'],
    host_permissions: [patternOf(consoleHost(COMMERCIAL)), ...(mode === 'e2e' ? optionalPatterns() : [])],
    ...(mode === 'e2e' ? {} : { optional_host_permissions: optionalPatterns() }),
    action: { default_title: 'Gatehouse' },
    // What was seen in a private window must not be found on the disk afterwards: with a context of its own the database
    // is in memory there. Firefox has no such contexts, so there Gatehouse stays out of private windows.
    incognito: browser === 'firefox' ? 'not_allowed' : 'split',
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ${connectedOrigins().join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gatehouse@gatehouse.example',
              // Older ones don't know `data_collection_permissions` on every platform.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123', storage: { managed_schema: 'policy-schema.json' } }),
  }),
});
