import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { ASSET_PATH } from './protocol.ts';

export default defineConfig({
  root: fileURLToPath(new URL('./app', import.meta.url)),
  base: ASSET_PATH,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  // Atlaskit reads its environment through process.env, which a browser hasn't got.
  define: { 'process.env.CI': 'undefined', 'process.env.TOKENS_SKIP_BABEL': 'undefined' },
  // Atlaskit's icons are CommonJS with a `default`; the new interop hands on the whole module instead.
  legacy: { inconsistentCjsInterop: true },
  build: {
    outDir: fileURLToPath(new URL('../../.output/sandbox', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
});
