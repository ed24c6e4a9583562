import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';

const TABLE = new URL('../../../fixtures/patterns/marks.tsv', import.meta.url);
const rows = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => {
    const [rule = '', variant = '', text = '', params = ''] = line.split('\t');
    return { rule, variant, text: JSON.parse(`"${text}"`) as string, params: JSON.parse(params) as object };
  });

describe('a finding marks what it is about, and names it', () => {
  it.each(rows)('$rule $variant in $text', ({ rule, variant, text, params }) => {
    const start = text.indexOf('«');
    const end = text.indexOf('»') - 1;
    const entry = text.replace('«', '').replace('»', '');
    const found = checkPattern(entry).findings.find((finding) => finding.rule === rule);
    expect([found?.start, found?.end]).toEqual([start, end]);
    expect(found?.params ?? {}).toEqual(variant === '' ? params : { ...params, variant });
  });
});
