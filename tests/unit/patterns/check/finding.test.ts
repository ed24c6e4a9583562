import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';
import type { Finding } from '../../../../lib/patterns/types.ts';

const find = (text: string, rule: string): Finding | undefined =>
  checkPattern(text).findings.find((finding) => finding.rule === rule);

describe('a finding', () => {
  it('carries what its message names, and which of several messages it is', () => {
    expect(find('https://example.com*', 'E010')?.params).toEqual({
      example: 'example.com.evil.net',
      variant: 'last',
    });
    expect(find('https://*', 'E010')).toMatchObject({
      message: 'This would allow every site on the internet; name the host.',
      params: { variant: 'every' },
    });
    expect(find('https://app.example.com/{}', 'E022')?.params).toEqual({ variant: 'empty' });
    expect(find('https://app.example.com/cb#', 'E018')).not.toHaveProperty('params');
    expect(find('https://user@app.example.com/', 'E016')?.params).toEqual({ host: 'app.example.com' });
    expect(find('https://app.example.com', 'W201')?.message).toBe(
      'Valid, but several guides say the callback is then refused; write the exact callback, or /** for every path of app.example.com.',
    );
  });

  it('never reads what stands in the entry as a placeholder', () => {
    expect(find('"https://app.example.com/{pattern}/cb"', 'E032')?.message).toMatch(
      /keep only https:\/\/app\.example\.com\/\{pattern\}\/cb\.$/,
    );
  });

  it('is the first message of its rule where it names none', () => {
    const { message, params } =
      find('https://{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}.example.com/**', 'E027') ?? {};
    expect(params).not.toHaveProperty('variant');
    expect(message).toMatch(/^The braces stand for 2048 addresses/);
  });

  it('offers a correction of an error even where another error stays', () => {
    const { fix } = find('https://*.com/**#', 'E018') ?? {};
    expect(fix).toBe('https://*.com/**');
    expect(checkPattern(fix ?? '').level).toBe('error');
  });

  it('offers none that is too long to be read', () => {
    const long = `https://app.example.com/${'\u00E9'.repeat(1000)}`;
    expect(checkPattern(long).level).toBe('warn');
    expect(find(long, 'W220')).not.toHaveProperty('fix');
    expect(find('https://app.example.com/\u00E9', 'W220')?.fix).toBe('https://app.example.com/%C3%A9');
  });

  it('names its place in the text as given', () => {
    expect(find('  https://app.example.com/cb#x', 'E018')).toMatchObject({ start: 28, end: 29 });
    expect(find(' https://app.example.com/** ', 'W223')).toMatchObject({ start: 0, end: 1 });
    expect(find('https://app.example.com/** ', 'W223')).toMatchObject({ start: 26, end: 27 });
  });
});

describe('texts at the limit', () => {
  it('reads 2,048 characters, and no more', () => {
    const head = 'https://app.example.com/';
    expect(checkPattern(head.padEnd(2048, 'a')).level).toBe('ok');
    const { findings } = checkPattern(head.padEnd(2049, 'a'));
    expect(findings.map(({ rule, start, end }) => [rule, start, end])).toEqual([['E028', 2048, 2049]]);
    // White space at the ends does not count.
    expect(checkPattern(` ${head.padEnd(2048, 'a')} `).findings.map((finding) => finding.rule)).toEqual([
      'W223',
    ]);
  });
});
