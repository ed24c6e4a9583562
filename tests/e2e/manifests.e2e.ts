/**
 * What each store is given. The manifests are compared with stored ones, so that a permission is a reviewed change:
 * `vitest run --config tests/e2e/vitest.config.ts manifests -u` writes them anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ExtensionBuild, ensureBuilt } from '../support/built.ts';

const BUILDS: [string, ExtensionBuild][] = [
  ['chrome', 'production'],
  ['edge', 'edge'],
  ['firefox', 'firefox'],
];
/** What a store's reviewer and an admin ask about. Anything else here is a decision to be argued for. */
const PERMISSIONS = ['storage', 'scripting', 'alarms'];

/** The API, and hosts of other clouds: each is asked for by itself, when an admin needs it. */
const OPTIONAL = [
  'https://*.atlassian-isolated.net/*',
  'https://admin.atlassian-us-gov-mod.com/*',
  'https://api.atlassian-us-gov-mod.com/*',
  'https://api.atlassian.com/*',
];

describe.each(BUILDS)('%s', (browser, build) => {
  let manifest: Record<string, unknown>;
  beforeAll(async () => {
    manifest = JSON.parse(readFileSync(join(await ensureBuilt(build), 'manifest.json'), 'utf8'));
  });

  test('is the reviewed manifest', async () => {
    const { version: _, ...reviewed } = manifest;
    // The hash of the popup's style sheets changes with each of their rules; `build.e2e.ts` holds it to them.
    const text = `${JSON.stringify(reviewed, null, 2)}\n`.replace(/'sha256-[^']+'/, "'sha256-…'");
    await expect(text).toMatchFileSnapshot(`../fixtures/manifests/${browser}.json`);
  });

  test('asks for the console alone, and for the API only when it is needed', () => {
    expect(PERMISSIONS).toEqual(expect.arrayContaining(manifest.permissions as string[]));
    expect(manifest.host_permissions).toEqual(['https://admin.atlassian.com/*']);
    const optional = (manifest.optional_host_permissions ?? []) as string[];
    expect([...optional].sort()).toEqual(OPTIONAL);
    for (const absent of [
      'web_accessible_resources',
      'externally_connectable',
      'optional_permissions',
      'key',
    ]) {
      expect(manifest).not.toHaveProperty(absent);
    }
  });

  test('lets its pages load nothing but themselves', () => {
    const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/]{43}='; img-src 'self'; connect-src /,
    );
    expect(policy).not.toMatch(/unsafe|http:|data:|blob:/);
    const hosts = policy.match(/https:\/\/[^\s;]+/g) ?? [];
    // A policy can't name the one host of a company that will be asked for.
    const named = /^https:\/\/(?:(?:api|admin)\.atlassian(?:-us-gov-mod)?\.com|\*\.atlassian-isolated\.net)$/;
    for (const host of hosts) expect(host).toMatch(named);
    expect(policy.replaceAll('https://*.atlassian-isolated.net', '')).not.toContain('*');
  });

  test('says the oldest browser it works in, and leaves nothing of private windows behind', () => {
    if (browser === 'firefox') {
      expect(manifest.browser_specific_settings).toMatchObject({ gecko: { strict_min_version: '142.0' } });
      expect(manifest.incognito).toBe('not_allowed');
    } else {
      expect(manifest.minimum_chrome_version).toBe('123');
      expect(manifest.incognito).toBe('split');
    }
  });
});
