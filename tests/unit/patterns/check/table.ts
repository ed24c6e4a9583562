import { readFileSync } from 'node:fs';

export interface Row {
  line: number;
  pattern: string;
  level: string;
  /** Ids of the rules that may come first; empty where the row names none. */
  rules: string[];
  reason: string;
}

/** Reads a table of verdicts; the format is in its first line. */
export function readTable(name: string): Row[] {
  const text = readFileSync(new URL(`../../../fixtures/patterns/${name}`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((line, i) => {
    if (line === '' || line.startsWith('# pattern')) return [];
    const [pattern = '', level = '', reason = ''] = line.split('\t');
    const rules = /^[EWR]\d{3}(?:\/[EWR]\d{3})*/.exec(reason)?.[0].split('/') ?? [];
    return [{ line: i + 1, pattern: unescaped(pattern), level, rules, reason }];
  });
}

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|(.))/g,
    (whole, hex: string | undefined, c: string | undefined) =>
      hex === undefined ? (CONTROLS[c ?? ''] ?? whole) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
