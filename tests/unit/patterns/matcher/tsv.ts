import { readFileSync } from 'node:fs';

/** Rows of a fixture, without the heading; `\\ \t \n \r \uXXXX` are what they stand for. */
export function readRows(name: string): string[][] {
  const text = readFileSync(new URL(`../../../fixtures/patterns/${name}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t').map(readEscapes));
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\', t: '\t', n: '\n', r: '\r' };

function readEscapes(cell: string): string {
  return cell.replace(
    /\\(\\|t|n|r|u[0-9A-Fa-f]{4})/g,
    (_, code: string) => SHORT[code] ?? String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
}
