import type { MessageKey } from '../words/keys.ts';
import { say } from '../words/say.ts';

/** What can go wrong with the database, as a code and a sentence for the admin. */
export type StoreErrorCode =
  | 'database-blocked'
  | 'database-unavailable'
  | 'database-newer'
  | 'migration-failed'
  | 'quota-exceeded';

const SENTENCES: Record<StoreErrorCode, MessageKey> = {
  'database-blocked': 'store_databaseBlocked',
  'database-unavailable': 'store_databaseUnavailable',
  'database-newer': 'store_databaseNewer',
  'migration-failed': 'store_migrationFailed',
  'quota-exceeded': 'store_quotaExceeded',
};

/** Thrown by everything that touches the database; messages turn it into a reply. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(say(SENTENCES[code]), { cause });
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
