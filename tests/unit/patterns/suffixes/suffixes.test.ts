import { describe, expect, it } from 'vitest';
import {
  icannSuffix,
  isIcannSuffix,
  isPrivateName,
  opensShared,
  registrableDomain,
  sharedSuffix,
} from '../../../../lib/patterns/suffixes/index.ts';
import {
  ABOVE_SHARED,
  ABOVE_SHARED_DEEP,
  SHARED_SUFFIXES,
} from '../../../../lib/patterns/suffixes/supplement.ts';

describe('ICANN suffixes', () => {
  it.each([
    ['app.example.com', 'com', 'example.com'],
    ['app.example.co.uk', 'co.uk', 'example.co.uk'],
    ['x.vercel.app', 'app', 'vercel.app'],
    ['com', 'com', undefined],
    ['co.uk', 'co.uk', undefined],
    ['app.local', undefined, undefined],
    ['a.b.c.d.e.f.g.h.i.j.example.com', 'com', 'example.com'],
    ['example.xn--p1ai', 'xn--p1ai', 'example.xn--p1ai'],
    ['vercel.app', 'app', 'vercel.app'],
    ['acme.github.io', 'io', 'github.io'],
    ['bucket.s3.eu-west-1.amazonaws.com', 'com', 'amazonaws.com'],
    ['shop.blogspot.co.uk', 'co.uk', 'blogspot.co.uk'],
  ])('%s', (host, suffix, domain) => {
    expect(icannSuffix(host)).toBe(suffix);
    expect(registrableDomain(host)).toBe(domain);
  });

  it.each(['com', 'co.uk', 'ck', 'foo.ck', 'kawasaki.jp'])('anybody registers below %s', (tail) =>
    expect(isIcannSuffix(tail)).toBe(true),
  );
  it.each(['example.com', 'vercel.app', 'local', 'www.ck'])('not everybody registers below %s', (tail) =>
    expect(isIcannSuffix(tail)).toBe(false),
  );
});

describe('shared suffixes', () => {
  it.each([
    ['acme.vercel.app', 'vercel.app'],
    ['acme.eu.auth0.com', 'eu.auth0.com'],
    ['acme.auth0.com', 'auth0.com'],
    ['zendesk.com', 'zendesk.com'],
    ['x.y.azurecontainerapps.io', 'azurecontainerapps.io'],
    ['app.example.com', undefined],
  ])('%s lies below %s', (host, suffix) => expect(sharedSuffix(host)?.suffix).toBe(suffix));

  it.each([
    'vercel.app',
    'westeurope.azurecontainerapps.io',
    'cfapps.eu10.hana.ondemand.com',
    'windows.net',
    'core.windows.net',
    'amazonaws.com',
    'eu-west-1.amazonaws.com',
    'us.auth0.com',
    'railway.app',
  ])('a wildcard right below %s takes in tenants', (tail) => expect(opensShared(tail)).toBeDefined());
  it.each([
    'acme.vercel.app',
    'app.env.westeurope.azurecontainerapps.io',
    'acme.n8n.cloud',
    'example.com',
    'databricks.com',
    'acme.salesforce.com',
  ])('a wildcard right below %s does not', (tail) => expect(opensShared(tail)).toBeUndefined());

  it.each(SHARED_SUFFIXES.map(([suffix, vendor]) => ({ suffix, vendor })))(
    '$suffix of $vendor is known',
    ({ suffix, vendor }) => {
      expect(sharedSuffix(`acme.${suffix}`)).toEqual({ suffix, vendor });
      expect(opensShared(suffix)).toEqual({ suffix, vendor });
      expect(suffix.split('.').length).toBeLessThanOrEqual(4);
    },
  );

  it.each([...Object.keys(ABOVE_SHARED), ...Object.keys(ABOVE_SHARED_DEEP)])(
    '%s is no suffix itself',
    (domain) => {
      expect(sharedSuffix(domain)).toBeUndefined();
      expect(opensShared(domain)?.suffix).toBe(domain);
    },
  );
});

describe('private names', () => {
  it.each([
    'app.local',
    'x.internal',
    'a.b.corp',
    'x.test',
    'x.example',
    'home.arpa',
    'nas.home.arpa',
    'localhost',
    '*.lan',
  ])('%s', (host) => expect(isPrivateName(host)).toBe(true));
  it.each(['example.com', 'local.com', 'mylocal', 'xhome.arpa', 'arpa'])('%s is public', (host) =>
    expect(isPrivateName(host)).toBe(false),
  );
});
