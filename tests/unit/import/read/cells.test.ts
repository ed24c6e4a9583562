import { describe, expect, it } from 'vitest';
import { splitCell } from '../../../../lib/import/index.ts';
import { looksLikeDisguised } from '../../../../lib/import/read/disguise.ts';

describe('splitting a cell', () => {
  it.each([
    [
      'https://your-frontend-domain ; http://localhost:4200',
      ['https://your-frontend-domain', 'http://localhost:4200'],
    ],
    ['raycast://oauth/callback ; com.raycast:/oauth', ['raycast://oauth/callback', 'com.raycast:/oauth']],
    [
      'https://a.example.com/**\nhttps://b.example.com',
      ['https://a.example.com/**', 'https://b.example.com'],
    ],
    ['https://a.example.com or https://b.example.com', ['https://a.example.com', 'https://b.example.com']],
    ['https://a.example.com und b.example.com', ['https://a.example.com', 'b.example.com']],
    [
      'https://a.example.com,https://{b,c}.example.com',
      ['https://a.example.com', 'https://{b,c}.example.com'],
    ],
    ['https://a.example.com https://b.example.com', ['https://a.example.com', 'https://b.example.com']],
    [
      'https://a.example.com/** (also https://b.example.com)',
      ['https://a.example.com/**', 'https://b.example.com'],
    ],
    ['https://a.example.com/** (also bare origin and exact callback)', ['https://a.example.com/**']],
  ])('takes %j apart', (text, entries) => {
    expect(splitCell(text)).toEqual(entries);
  });

  it.each([
    'https://a.example.com/**',
    'https://{a,b}.example.com/**',
    ' https://a.example.com ',
    'https://my host.example.com',
    'AgentCore callback domain of your region',
    '',
    ';;;',
    `https://a.example.com ; ${'x'.repeat(5_000)}`,
  ])('leaves %j alone', (text) => {
    expect(splitCell(text)?.length ?? 0).toBeLessThanOrEqual(text.startsWith(' ') ? 1 : 0);
  });
});

describe('an address in disguise', () => {
  it.each([
    'hxxps://claude[.]ai/**',
    'hxxp://localhost[:]4200/cb',
    'https://a[dot]example(.)com',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fclaude.ai%2Fcb&data=05',
    'https://urldefense.com/v3/__https://a.example.com/cb__;!!abc$',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example.com_cb&d=x',
    'https://www.google.com/url?q=https://a.example.com/cb',
  ])('is seen in %s', (text) => {
    expect(looksLikeDisguised(text)).toBe(true);
  });

  it.each(['https://a.example.com/**', 'https://www.google.com/search?q=url', ''])(
    'is none in “%s”',
    (text) => {
      expect(looksLikeDisguised(text)).toBe(false);
    },
  );
});
