/** The register's fields, in the order in which files name them. */
export const FIELDS = ['owner', 'reason', 'ticket', 'reviewBy', 'source'] as const;
export type RegisterField = (typeof FIELDS)[number];

/** A value that another one took the place of, or that stands against it. */
export interface EarlierValue {
  field: RegisterField;
  value: string;
}

/** What is written down about one entry. An absent field was never given. */
export interface RegisterRecord {
  pattern: string;
  owner?: string;
  reason?: string;
  ticket?: string;
  /** As given, meant as a day, `YYYY-MM-DD`. */
  reviewBy?: string;
  source?: string;
  /** Values that were replaced, the newest last; none twice. */
  earlier?: EarlierValue[];
}

/** The same without the entry: what a file says of one of its rows. */
export type RegisterFields = Omit<RegisterRecord, 'pattern' | 'earlier'>;

/** How long each text may be, in UTF-16 units. */
export const LONGEST: Readonly<Record<RegisterField, number>> = {
  owner: 500,
  reason: 2_000,
  ticket: 500,
  reviewBy: 64,
  source: 500,
};
