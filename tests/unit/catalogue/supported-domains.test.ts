import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectionHost } from '../../../lib/catalogue/inspection-hosts.ts';
import { KNOWN_CALLBACKS, knownCallback } from '../../../lib/catalogue/known-callbacks.ts';
import {
  CLIENT_SCHEMES,
  DANGEROUS_SCHEMES,
  NON_REDIRECT_SCHEMES,
} from '../../../lib/catalogue/known-schemes.ts';
import {
  SUPPORTED_CAPTURED,
  SUPPORTED_HTTP_HOSTS,
  SUPPORTED_HTTPS_HOSTS,
  SUPPORTED_PATTERNS,
  SUPPORTED_SCHEMES,
  supportedHostFor,
} from '../../../lib/catalogue/supported-domains.ts';
import { readPattern } from '../../../lib/patterns/index.ts';

describe('the supported list', () => {
  it('is the captured one', () => {
    const file = new URL('../../fixtures/supported-domains.json', import.meta.url);
    expect({
      captured: SUPPORTED_CAPTURED,
      http: SUPPORTED_HTTP_HOSTS,
      https: SUPPORTED_HTTPS_HOSTS,
      schemes: SUPPORTED_SCHEMES,
    }).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it.each(SUPPORTED_PATTERNS)('%s is a valid entry', (pattern) => expect(readPattern(pattern)).toBeDefined());

  it.each([
    ['https', 'claude.ai', '', 'claude.ai'],
    ['https', 'acme.apps.dynatrace.com', '', '*.apps.dynatrace.com'],
    ['https', 'a.b.resolve.ai', '', '*.resolve.ai'],
    ['https', '*.resolve.ai', '', '*.resolve.ai'],
    ['https', '*.cloud.databricks.com', '', '*.databricks.com'],
    ['http', 'localhost', '*', 'localhost'],
    ['http', '127.0.0.1', '3000', '127.0.0.1'],
    ['raycast', 'oauth', '', 'oauth'],
    ['https', 'resolve.ai', '', undefined],
    ['https', '*.claude.ai', '', undefined],
    ['https', 'www.claude.ai', '', undefined],
    ['https', 'evilresolve.ai', '', undefined],
    ['https', 'claude.ai', '8443', undefined],
    ['https', 'claude.ai', '*', undefined],
    ['https', 'localhost', '*', undefined],
    ['http', 'claude.ai', '', undefined],
    ['cursor', 'anysphere.cursor-mcp', '', undefined],
    ['https', '', '', undefined],
  ])('%s://%s:%s is covered by %s', (scheme, host, port, by) =>
    expect(supportedHostFor(scheme, host, port)).toBe(by),
  );
});

describe('known callbacks', () => {
  it.each(KNOWN_CALLBACKS)('%s: %s is a valid entry and found by its host', (_, address) => {
    expect(readPattern(address)).toBeDefined();
    expect(knownCallback(new URL(address).host)).toBe(address);
  });
  it('knows no others', () => expect(knownCallback('app.example.com')).toBeUndefined());
});

describe('inspection hosts', () => {
  it.each([
    ['webhook.site', 'webhook.site'],
    ['abc.ngrok.io', 'ngrok.io'],
    ['a.b.m.pipedream.net', 'pipedream.net'],
    ['x.share.zrok.io', 'share.zrok.io'],
    ['mywebhook.site', undefined],
    ['example.com', undefined],
    ['', undefined],
  ])('%s belongs to %s', (host, service) => expect(inspectionHost(host)).toBe(service));
});

describe('schemes', () => {
  it('are in lower case and in one group only', () => {
    const all = [...CLIENT_SCHEMES, ...DANGEROUS_SCHEMES, ...NON_REDIRECT_SCHEMES];
    expect(new Set(all).size).toBe(all.length);
    for (const scheme of all) expect(scheme).toMatch(/^[a-z][a-z0-9+.-]*$/);
  });
});
