import { describe, expect, test } from 'vitest';
import { DOMAIN_STEM, EXTERNAL_STEM, foldLabel, isLabel, LABELS } from '../../../lib/console/labels.ts';

describe('foldLabel', () => {
  test('folds case, white space and marks at the end', () => {
    expect(foldLabel('  Add\n\tDomain… ')).toBe('add domain');
    expect(foldLabel('Domain *')).toBe('domain');
    expect(foldLabel('Domain:')).toBe('domain');
  });

  test('looks at no more than 200 characters', () => {
    expect(foldLabel(`${'a'.repeat(300)}`).length).toBe(200);
  });
});

describe('isLabel', () => {
  test.each([
    ['Add domain', 'addDomain'],
    ['Añadir dominio', 'addDomain'],
    ['ドメインを追加', 'addDomain'],
    ['Vos domaines', 'yourDomains'],
    ['Permitir los dominios compatibles con Atlassian', 'supportedDomains'],
    ['Autenticação', 'authentication'],
  ] as const)('%s is %s', (text, name) => expect(isLabel(name, text)).toBe(true));

  test('a longer sentence with the label in it is no label', () => {
    expect(isLabel('addDomain', 'Add domain to your allowlist')).toBe(false);
  });

  test('every label is written as it is compared', () => {
    for (const [name, texts] of Object.entries(LABELS)) {
      for (const text of texts.split('|')) expect(foldLabel(text), `${name}: ${text}`).toBe(text);
    }
  });
});

describe('stems', () => {
  test.each([
    'Add domain',
    'Domäne hinzufügen',
    'Ajouter un domaine',
    'dominios',
    'domínio',
    'domein',
    'domenę',
    'domän',
    'ドメイン',
    '도메인',
    '域名',
  ])('%s speaks of domains', (text) => expect(DOMAIN_STEM.test(text)).toBe(true));
  test.each(['Add user', 'Dominate', 'Invite', 'Agregar usuario'])('%s does not', (text) =>
    expect(DOMAIN_STEM.test(text)).toBe(false),
  );
  test('names of other people’s servers are told apart', () => {
    expect(EXTERNAL_STEM.test('External MCP servers')).toBe(true);
    expect(EXTERNAL_STEM.test('Rovo MCP server')).toBe(false);
    expect(EXTERNAL_STEM.test('Servidor MCP de Rovo')).toBe(false);
  });
});
