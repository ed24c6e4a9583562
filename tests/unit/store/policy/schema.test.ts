import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../../lib/store/policy/parse.ts';
import { FEATURES, SOURCES } from '../../../../lib/store/policy/shape.ts';

/** The schema for the browsers and the examples for admins, held against the parser that reads the policy. */

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
interface Schema {
  type: string;
  properties?: Record<string, Schema>;
}
const SCHEMA = JSON.parse(read('public/policy-schema.json')) as Schema;
const PAGE = read('docs/policy.md');
const fences = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');

it('the schema names what the parser reads, and nothing else', () => {
  const { features, sources, ...rest } = SCHEMA.properties ?? {};
  expect(Object.keys(features?.properties ?? {})).toEqual([...FEATURES]);
  expect(Object.keys(sources?.properties ?? {})).toEqual([...SOURCES]);
  expect(Object.keys(rest)).toEqual(['organizations', 'retentionDays', 'catalogue', 'register']);
});

it('the page explains every part and every switch', () => {
  for (const name of [...Object.keys(SCHEMA.properties ?? {}), ...FEATURES, ...SOURCES]) {
    expect(PAGE).toContain(`\`${name}\``);
  }
});

/** A .reg file as Chrome reads it: numbers as they are, lists and objects out of JSON, by the schema's type. */
function policyOfRegistry(text: string): Record<string, unknown> {
  const policy: Record<string, unknown> = {};
  for (const [, name = '', value = ''] of text.matchAll(/^"(\w+)"=(.+)$/gm)) {
    if (value.startsWith('dword:')) policy[name] = Number.parseInt(value.slice(6), 16);
    else policy[name] = JSON.parse(JSON.parse(value) as string);
  }
  return policy;
}

describe('the examples', () => {
  const json = fences('json').map((text) => JSON.parse(text));
  const examples: [string, unknown][] = [
    ['JSON', json[0]['3rdparty'].extensions.abcdefghijklmnopabcdefghijklmnop],
    ['policies.json', json[1].policies['3rdparty'].Extensions['gatehouse@gatehouse.example']],
    ...fences('reg').map((text): [string, unknown] => ['registry', policyOfRegistry(text)]),
  ];

  it('are two of JSON and two of the registry', () => {
    expect([fences('json').length, fences('reg').length]).toEqual([2, 2]);
    expect(fences('reg').map((text) => /Policies\\(\w+\\\w+)\\3rdparty/.exec(text)?.[1])).toEqual([
      'Google\\Chrome',
      'Microsoft\\Edge',
    ]);
  });

  it.each(examples)('%s is read without a note', (_, given) => {
    const { policy, notes } = parsePolicy(given);
    expect(notes).toEqual([]);
    expect(policy.organizations).toEqual(['2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10']);
    expect(policy.features).toEqual({ badge: true, import: true, teaching: false });
    expect(policy.sources).toEqual({ apiKey: true, session: false, exportedFile: true });
    expect(policy.retentionDays).toBe(90);
  });

  it.each(examples.filter(([, given]) => Object.hasOwn(given as object, 'register')))(
    '%s starts a register and adds a tool',
    (_, given) => {
      const { policy } = parsePolicy(given);
      expect(policy.register[0]?.owner).toBe('AI platform team');
      expect(policy.catalogue).toEqual([
        { name: 'Acme assistant', patterns: ['https://assistant.acme.example/oauth/callback'] },
      ]);
    },
  );

  it('of Firefox names the extension by the id that the build has', () => {
    const manifest = JSON.parse(read('tests/fixtures/manifests/firefox.json'));
    expect(PAGE).toContain(`"${manifest.browser_specific_settings.gecko.id}"`);
  });
});
