import { describe, expect, it } from 'vitest';
import { cloudOfConsole, isCloud } from '../../../lib/catalogue/clouds.ts';

const LONGEST = 'a'.repeat(63);

describe('clouds', () => {
  it.each([
    'atlassian.com',
    'atlassian-us-gov-mod.com',
    'acme.atlassian-isolated.net',
    'a-1.atlassian-isolated.net',
  ])('know %s and its console', (cloud) => {
    expect(isCloud(cloud)).toBe(true);
    expect(cloudOfConsole(`https://admin.${cloud}/o/x?y#z`)).toBe(cloud);
  });

  it.each([
    '',
    'atlassian-isolated.net',
    '.atlassian-isolated.net',
    'a.b.atlassian-isolated.net',
    '-a.atlassian-isolated.net',
    'a-.atlassian-isolated.net',
    `a${LONGEST}.atlassian-isolated.net`,
    'evilatlassian-isolated.net',
    'acme.atlassian-isolated.net.evil.example',
    'stg.atlassian-us-gov-mod.com',
    'atlassian-us-gov-mod.com.evil.example',
    'ATLASSIAN.COM',
    '*.atlassian-isolated.net',
  ])('know no cloud in “%s”', (domain) => {
    expect(isCloud(domain)).toBe(false);
  });

  it.each([
    undefined,
    'admin.atlassian.com',
    'http://admin.atlassian.com/',
    'https://admin.atlassian.com:8443/',
    'https://admin.atlassian.com@evil.example/',
    'https://admin.atlassian.com.evil.example/',
    'https://api.atlassian.com/',
    'https://acme.atlassian-isolated.net/',
    'https://admin.a.b.atlassian-isolated.net/',
    'https://admin.stg.atlassian-us-gov-mod.com/',
    'chrome-extension://admin.atlassian.com/',
  ])('take %s for nobody’s console', (address) => {
    expect(cloudOfConsole(address)).toBeUndefined();
  });

  it('read a host as the browser does, whatever its case and port', () => {
    expect(cloudOfConsole('HTTPS://Admin.Acme.Atlassian-Isolated.NET:443/o')).toBe(
      'acme.atlassian-isolated.net',
    );
  });
});
