/** What is shipped: sizes, permissions, and that the build the checks look into is the build that is shipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../support/built.ts';

/** Kilobytes, gzip. The content script is on every page of the console; the others are loaded when asked for. */
const BUDGETS = { 'content-scripts/console.js': 15, 'console-page.js': 21 };

let production: string;
let e2e: string;

beforeAll(async () => {
  production = await ensureBuilt('production');
  e2e = await ensureBuilt('e2e');
});

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const manifest = (folder: string) => JSON.parse(read(folder, 'manifest.json')) as Record<string, unknown>;

describe('the production build', () => {
  test.each(Object.entries(BUDGETS))('%s is at most %i kB', (file, kilobytes) => {
    const size = gzipSync(readFileSync(join(production, file)), { level: 9 }).length;
    console.log(`${file}: ${(size / 1000).toFixed(1)} kB gzip`);
    expect(size).toBeLessThanOrEqual(kilobytes * 1000);
  });

  test('asks for the least', () => {
    const { permissions, host_permissions, web_accessible_resources, content_scripts } = manifest(production);
    expect(permissions).toEqual(['storage', 'scripting']);
    expect(host_permissions).toEqual(['https://admin.atlassian.com/*']);
    expect(web_accessible_resources).toBeUndefined();
    expect(content_scripts).toEqual([
      {
        matches: ['https://admin.atlassian.com/*'],
        run_at: 'document_idle',
        js: ['content-scripts/console.js'],
      },
    ]);
  });

  test('lets its own pages load nothing but themselves', () => {
    const policy = manifest(production).content_security_policy as { extension_pages: string };
    expect(policy.extension_pages).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy.extension_pages).not.toMatch(/unsafe|\*|http:/);
  });
});

describe('the e2e build', () => {
  test('differs in its shadow roots and granted hosts only', () => {
    const { host_permissions: hosts, optional_host_permissions: _, ...rest } = manifest(e2e);
    const { host_permissions: __, optional_host_permissions: ___, ...shipped } = manifest(production);
    expect(rest).toEqual(shipped);
    expect(hosts).toEqual(['https://admin.atlassian.com/*', 'https://api.atlassian.com/*']);
    // Minified names shift, and WXT's wrapper says its errors aloud in any mode but production: 110 to 230 characters.
    for (const file of [
      'console-page.js',
      'import-panel.js',
      'content-scripts/console.js',
      'background.js',
    ]) {
      const [open, closed] = [read(e2e, file), read(production, file)];
      expect(Math.abs(open.length - closed.length), file).toBeLessThan(300);
    }
    expect(read(production, 'console-page.js')).toMatch(/=(["'`])closed\1/);
    const names = (folder: string) => readdirSync(folder, { recursive: true }).length;
    expect(names(e2e)).toBe(names(production));
  });
});
