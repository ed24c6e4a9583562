import { plainCell } from '../files/csv.ts';
import { plainName } from '../import/read/column-names.ts';
import { LONGEST, type RegisterField, type RegisterFields } from './types.ts';

/** Names under which the register's columns are met in files, in the console's languages. */
const headers: Record<RegisterField, string> = {
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
export function registerFieldOf(header: string): RegisterField | undefined {
  return fieldOf.get(plainName(header)) as RegisterField | undefined;
}

/**
 * The register's data among a row's other columns, by their headers. Texts are trimmed and capped. A date that isn't
 * `YYYY-MM-DD` is kept as it is written: guessing day and month would be wrong half of the time, and dropping it loses
 * what somebody wrote down.
 */
export function registerFieldsIn(extra: Readonly<Record<string, string>>): RegisterFields {
  const fields: RegisterFields = {};
  for (const [header, value] of Object.entries(extra)) {
    const field = registerFieldOf(header);
    if (!field || fields[field] !== undefined) continue;
    const text = plainCell(value).trim().slice(0, LONGEST[field]);
    if (text !== '') fields[field] = text;
  }
  return fields;
}
