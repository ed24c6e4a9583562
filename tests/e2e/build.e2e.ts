/** What is shipped: sizes, permissions, and that the build the checks look into is the build that is shipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { optionalPatterns } from '../../lib/catalogue/clouds.ts';
import { hashesOfStyles } from '../../scripts/inline-styles.ts';
import { ensureBuilt } from '../support/built.ts';

/**
 * Kilobytes, gzip. The content script is on every page of the console, the features on the MCP page; the panel is loaded
 * when it is opened, what reads files and what drives the list with the first review, the workbook reader with a workbook.
 */
const BUDGETS = {
  'content-scripts/console.js': 15,
  'console-page.js': 24,
  'import-panel.js': 20,
  'import-runner.js': 24,
  'by-hand.js': 5,
  'file-reader.js': 9,
  'workbook-reader.js': 3,
  'teacher.js': 12,
  'catalogue.js': 8,
  'page-tools.js': 14,
};

/** What stands in the console's page together, at its largest. */
const IN_THE_PAGE = {
  'while the panel is open': [['content-scripts/console.js', 'console-page.js', 'import-panel.js'], 51],
  'while a file is reviewed or imported': [
    [
      'content-scripts/console.js',
      'console-page.js',
      'import-panel.js',
      'import-runner.js',
      'file-reader.js',
    ],
    83,
  ],
} as const;

let production: string;
let e2e: string;

beforeAll(async () => {
  production = await ensureBuilt('production');
  e2e = await ensureBuilt('e2e');
});

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const manifest = (folder: string) => JSON.parse(read(folder, 'manifest.json')) as Record<string, unknown>;

/** Kilobytes, gzip, of files together; said aloud, so that a budget can be seen to shrink. */
function sizeOf(files: readonly string[], what: string): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(production, file)), { level: 9 }).length);
  const size = bytes.reduce((sum, one) => sum + one, 0) / 1000;
  console.log(`${what}: ${size.toFixed(1)} kB gzip`);
  return size;
}

const loadedBy = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, file = '']) => file);

/** The chunks that a script of the build imports. */
const imports = (file: string) =>
  loadedBy(read(production, file), /(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g).map((path) =>
    join(dirname(file), path).replaceAll('\\', '/'),
  );

describe('the production build', () => {
  test.each(Object.entries(BUDGETS))('%s is at most %s kB', (file, kilobytes) => {
    expect(sizeOf([file], file)).toBeLessThanOrEqual(kilobytes);
  });

  test.each(Object.entries(IN_THE_PAGE))('holds in the page %s', (when, [files, kilobytes]) => {
    expect(sizeOf(files, `in the page ${when}`)).toBeLessThanOrEqual(kilobytes);
  });

  test('has a background whose handlers and store have not grown', () => {
    const files = new Set(['background.js']);
    for (const file of files) for (const more of imports(file)) files.add(more);
    const engines = /engine-|public-suffixes-|tools-/;
    // The table of tools is data, as the suffixes are. 15 is the goal; the store's schemas, the vault, the fetching of events
    // the policy, the popup's figures made ready and the consoles of other clouds take it further.
    expect(
      sizeOf(
        [...files].filter((file) => !engines.test(file)),
        'the background without engines',
      ),
    ).toBeLessThanOrEqual(41);
  });

  test('has a popup of at most 20 kB in all', () => {
    const page = read(production, 'popup.html');
    // The page names only what starts the script.
    const files = new Set(['popup.html', 'popup-script.js', ...loadedBy(page, /(?:src|href)="\/([^"]+)"/g)]);
    for (const file of files) if (file.endsWith('.js')) for (const more of imports(file)) files.add(more);
    // Its style sheets stand in the page, and the policy lets in these alone.
    expect([...files].filter((file) => file.endsWith('.css'))).toEqual([]);
    expect(page).toContain('.skeleton{');
    const { extension_pages: policy } = manifest(production).content_security_policy as {
      extension_pages: string;
    };
    expect(policy.match(/'sha256-[^']+'/g)).toEqual(hashesOfStyles(page));
    expect(sizeOf([...files], 'the popup in all')).toBeLessThanOrEqual(20);
  });

  test('asks for the least', () => {
    const { permissions, host_permissions, web_accessible_resources, content_scripts } = manifest(production);
    expect(permissions).toEqual(['storage', 'scripting', 'alarms']);
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
    expect(policy.extension_pages).not.toMatch(/unsafe|http:/);
  });
});

describe('the e2e build', () => {
  test('differs in its shadow roots and granted hosts only', () => {
    const { host_permissions: hosts, optional_host_permissions: _, ...rest } = manifest(e2e);
    const { host_permissions: __, optional_host_permissions: ___, ...shipped } = manifest(production);
    expect(rest).toEqual(shipped);
    expect(hosts).toEqual(['https://admin.atlassian.com/*', ...optionalPatterns()]);
    // Minified names shift, and WXT's wrapper says its errors aloud in any mode but production: 110 to 230 characters.
    for (const file of [
      'console-page.js',
      'import-panel.js',
      'import-runner.js',
      'file-reader.js',
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
