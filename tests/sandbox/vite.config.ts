import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The app is served for any path of the console, so its own files stand under a path the console doesn't use. */
export const ASSET_BASE = '/gateway/sandbox/app/';

export default defineConfig({
  root: fileURLToPath(new URL('./app', import.meta.url)),
  base: ASSET_BASE,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  // Atlaskit reads its environment through process.env, which a browser hasn't got.
  define: { 'process.env.CI': 'undefined', 'process.env.TOKENS_SKIP_BABEL': 'undefined' },
  build: {
    outDir: fileURLToPath(new URL('../../.output/sandbox', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
});
