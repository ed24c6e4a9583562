/** What can go wrong with the database, as a code and a sentence for the admin. */
export type StoreErrorCode =
  | 'database-blocked'
  | 'database-unavailable'
  | 'database-newer'
  | 'migration-failed'
  | 'quota-exceeded';

const SENTENCES: Record<StoreErrorCode, string> = {
  'database-blocked':
    'Another Gatehouse page still holds an older version of the data. Close other Gatehouse pages and try again.',
  'database-unavailable':
    'The browser did not open Gatehouse’s data. Nothing was lost or changed; restart the browser and try again.',
  'database-newer':
    'The data was written by a newer version of Gatehouse. Update Gatehouse; until then nothing is read or changed.',
  'migration-failed':
    'The data of an earlier version could not be brought up to date. It was left as it is; report this and update Gatehouse.',
  'quota-exceeded':
    'The browser’s disk space for Gatehouse is used up, so this was not stored. Free disk space, or shorten how long activity is kept in the options.',
};

/** Thrown by everything that touches the database; messages turn it into a reply. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(SENTENCES[code], { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

/** Reads what the browser threw while it opened, read or wrote the database. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return new StoreError('quota-exceeded', error);
    case 'VersionError':
      return new StoreError('database-newer', error);
    default:
      return new StoreError('database-unavailable', error);
  }
}
