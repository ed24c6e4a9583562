import { describe, expect, test } from 'vitest';
import { explainBlocked } from '../../../../lib/patterns/explain/index.ts';

const suggestionsFor = (text: string) => explainBlocked(text, [], false).suggestions;

describe('the subdomains of a domain are suggested', () => {
  test.each([
    ['https://app.example.com/cb', 'https://*.example.com/**'],
    ['https://app.example.co.uk/cb', 'https://*.example.co.uk/**'],
    ['https://a.b.example.com:8443/cb', 'https://*.b.example.com:8443/**'],
    ['https://a.salesforce.example.com/cb', 'https://*.salesforce.example.com/**'],
  ])('of one owner: %s', (text, wider) => {
    expect(suggestionsFor(text)[2]).toBe(wider);
  });

  test.each([
    ['the domain itself', 'https://example.com/cb'],
    ['the same, two levels', 'https://example.co.uk/cb'],
    ['a shared host', 'https://acme.vercel.app/cb'],
    ['a name below a customer of one', 'https://a.acme.vercel.app/cb'],
    ['a domain with shared hosts below it', 'https://portal.azure.com/cb'],
    ['a domain that nobody registered', 'https://app.tools.corp/cb'],
    ['an IP address', 'https://192.0.2.7/cb'],
    ['one label', 'https://intranet/cb'],
    ['a scheme of its own', 'myapp://app.example.com/cb'],
  ])('never of %s: %s', (_, text) => {
    expect(suggestionsFor(text).join(' ')).not.toContain('//*.');
  });
});

describe('what can not be written exactly', () => {
  test.each([
    ['https://example.com/a*b', ['https://example.com/**']],
    ['https://example.com/{a}', ['https://example.com/**']],
    ['https://example.com/{a', ['https://example.com/**']],
    ['http://localhost:3118/a*b', ['http://localhost:*/**']],
    ['http://localhost/cb', ['http://localhost:*/cb', 'http://localhost:*/**', 'http://localhost/cb']],
    ['cursor://a.b/x?y=1', ['cursor://a.b/**']],
    ['https://example.com/cb?a=1', ['https://example.com/**']],
    ['http://example.com/cb', []],
    ['https://localhost/cb', ['https://localhost/cb', 'https://localhost/**']],
    ['com.raycast:/oauth', []],
  ])('%s', (text, suggestions) => {
    expect(suggestionsFor(text)).toEqual(suggestions);
  });
});
