import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTemplate, partsOf } from '../../../lib/catalogue/template.ts';
import { VENDOR_ROWS } from '../../../lib/catalogue/vendors.ts';
import { checkPattern } from '../../../lib/patterns/index.ts';

const LABEL = 'https://<tenant>.ambersearch.de/**';
const HOST = 'https://<n8n-host>/rest/oauth2-credential/callback';

test('names the missing parts', () => {
  expect(partsOf(LABEL)).toEqual(['tenant']);
  expect(partsOf('https://<a>.<b>.example.com/**')).toEqual(['a', 'b']);
  expect(partsOf('https://claude.ai/**')).toEqual([]);
  expect(VENDOR_ROWS.filter(([, pattern]) => partsOf(pattern).length > 0).length).toBeGreaterThan(2);
});

describe('a part within the host', () => {
  test.each([
    ['acme', 'https://acme.ambersearch.de/**'],
    [' Acme-2 ', 'https://acme-2.ambersearch.de/**'],
    ['acme.ambersearch.de', 'https://acme.ambersearch.de/**'],
    ['https://acme.ambersearch.de/login?x=1', 'https://acme.ambersearch.de/**'],
  ])('%s makes %s', (tenant, entry) => {
    expect(fillTemplate(LABEL, { tenant })).toEqual({ entry });
  });
  test.each([
    '*',
    'a.b',
    'a b',
    '-a',
    'a-',
    'ac_me',
    '<tenant>',
    'a/b.c',
    '$&',
    'https://other.example.com/',
  ])('%s is refused', (tenant) => {
    expect(fillTemplate(LABEL, { tenant })).toEqual({ part: 'tenant', problem: 'not-a-label' });
  });
});

describe('a part that is all of the host', () => {
  const filled = (text: string) => fillTemplate(HOST, { 'n8n-host': text });
  test.each([
    ['n8n.example.com', 'n8n.example.com'],
    ['N8N.Example.com:8443', 'n8n.example.com:8443'],
    ['https://n8n.example.com/home/workflows', 'n8n.example.com'],
    ['bücher.example.com', 'xn--bcher-kva.example.com'],
  ])('%s stands as %s', (text, host) => {
    expect(filled(text)).toEqual({ entry: `https://${host}/rest/oauth2-credential/callback` });
  });
  test.each([
    'n8n',
    '*.example.com',
    '10.0.0.5',
    'user@n8n.example.com',
    'ftp://n8n.example.com',
    'a..com',
    '?',
  ])('%s is refused', (text) => {
    expect(filled(text)).toEqual({ part: 'n8n-host', problem: 'not-a-host' });
  });
});

test('nothing typed is missing, and so is what only a prototype has', () => {
  expect(fillTemplate(LABEL, {})).toEqual({ part: 'tenant', problem: 'missing' });
  expect(fillTemplate(LABEL, { tenant: '  ' })).toEqual({ part: 'tenant', problem: 'missing' });
  expect(fillTemplate('https://<constructor>.example.com/**', {})).toMatchObject({ problem: 'missing' });
});

test('whatever is typed: an entry on the template’s own host without a wildcard of its own, or a refusal', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.webUrl(),
    fc.domain(),
    fc.stringMatching(/^[a-z0-9.-]{1,12}$/),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(LABEL, HOST), (typed, template) => {
      const [part = ''] = partsOf(template);
      const filled = fillTemplate(template, { [part]: typed });
      if ('problem' in filled) return;
      const errors = checkPattern(filled.entry).findings.filter(({ level }) => level === 'error');
      // Which names are public suffixes (`a.pg`) the catalogue can't know: the review refuses them.
      expect([filled.entry, errors.filter(({ rule }) => rule !== 'E009')]).toEqual([filled.entry, []]);
      expect(filled.entry.split('*')).toHaveLength(template.split('*').length);
      if (template === LABEL) expect(filled.entry).toMatch(/^https:\/\/[a-z0-9-]+\.ambersearch\.de\/\*\*$/);
    }),
    { numRuns: 1000 },
  );
});
