import { plainCell } from '../files/csv.ts';
import { plainName } from './read/column-names.ts';

/** What is kept of an entry beside the console's list: who wants it, why, and until when. */
export interface RegisterFields {
  owner?: string;
  reason?: string;
  ticket?: string;
  /** A day, `YYYY-MM-DD`. */
  reviewBy?: string;
  source?: string;
}

/** What is kept of each, in UTF-16 units; a reason may be a paragraph. */
const MAX_LENGTH: Record<keyof RegisterFields, number> = {
  owner: 500,
  reason: 2_000,
  ticket: 500,
  reviewBy: 64,
  source: 500,
};

const headers: Record<keyof RegisterFields, string> = {
  owner:
    'owner owners contact requester besitzer verantwortlich proprietaire propietario responsavel proprietario eigenaar wlasciciel agare 所有者 担当者 소유자 负责人',
  reason:
    'reason why purpose justification grund zweck raison motif razon motivo reden powod skal 理由 사유 原因',
  ticket: 'ticket issue jira request case vorgang',
  reviewBy:
    'reviewby review reviewdate reviewon until expires expiry validuntil prufenbis gultigbis revision',
  source: 'source quelle fuente fonte bron zrodlo kalla 出典 출처 来源',
};

const fieldOf = new Map(
  Object.entries(headers).flatMap(([field, names]) =>
    names.split(' ').map((name) => [plainName(name), field] as const),
  ),
);

/** The field that a column of this name holds. */
export function registerFieldOf(header: string): keyof RegisterFields | undefined {
  return fieldOf.get(plainName(header)) as keyof RegisterFields | undefined;
}

/**
 * The register's data among a row's other columns, by their headers. Texts are trimmed and capped. A date that isn't
 * `YYYY-MM-DD` is kept as it is written: guessing day and month would be wrong half of the time, and dropping it loses
 * what somebody wrote down.
 */
export function registerFields(extra: Readonly<Record<string, string>>): RegisterFields {
  const fields: RegisterFields = {};
  for (const [header, value] of Object.entries(extra)) {
    const field = registerFieldOf(header);
    if (!field || fields[field] !== undefined) continue;
    const text = plainCell(value).trim().slice(0, MAX_LENGTH[field]);
    if (text !== '') fields[field] = text;
  }
  return fields;
}
