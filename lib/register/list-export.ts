import { csvRecord } from '../files/csv.ts';
import type { Verdict } from '../patterns/types.ts';
import { registerCells, registerHeader } from './csv.ts';
import { FIELDS, type RegisterRecord } from './types.ts';

/** One entry of the console's list with all that is known of it. */
export interface ListedEntry {
  pattern: string;
  verdict: Pick<Verdict, 'level' | 'findings'>;
  record?: RegisterRecord | undefined;
}

/** Entries in the list's own order, with verdicts and register. RFC 4180; no cell is a formula. */
export function listCsv(entries: readonly ListedEntry[]): string {
  const lines = entries.map(({ pattern, verdict, record }) =>
    csvRecord([
      pattern,
      ...registerCells(record),
      verdict.level,
      verdict.findings.map(({ rule }) => rule).join(' '),
      verdict.findings[0]?.message ?? '',
    ]),
  );
  return [csvRecord([...registerHeader, 'level', 'rules', 'message']), ...lines].join('');
}

/** The same as JSON; `entries` is what an import reads. @param seenAt when the list was read, ms since 1970. */
export function listJson(org: string, seenAt: number, entries: readonly ListedEntry[]): string {
  const file = {
    format: 'gatehouse-list',
    version: 1,
    organization: org,
    seen_at: new Date(seenAt).toISOString(),
    entries: entries.map(({ pattern, verdict, record }) => ({
      pattern,
      ...Object.fromEntries(
        FIELDS.filter((field) => record?.[field] !== undefined).map((field) => [
          field === 'reviewBy' ? 'review_by' : field,
          record?.[field],
        ]),
      ),
      level: verdict.level,
      findings: verdict.findings.map(({ rule, level, message }) => ({ rule, level, message })),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
