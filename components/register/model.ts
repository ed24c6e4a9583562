import type { Conflict, Winner } from '../../lib/register/merge.ts';
import type { RegisterField, RegisterRecord } from '../../lib/register/types.ts';
import type { OrganizationChoice } from '../popup/model.ts';

/** One entry as the page shows it. */
export interface RegisterLine {
  pattern: string;
  record: RegisterRecord;
  overdue: boolean;
  unowned: boolean;
  /** It is written down, and not in the console's list as it was last read. */
  gone: boolean;
}

/** A file that was read and waits for a decision. */
export interface PendingMerge {
  name: string;
  entries: number;
  conflicts: readonly Conflict[];
  /** Sentences about what could not be taken as it stands. */
  notes: readonly string[];
}

export interface RegisterView {
  org: string;
  lines: readonly RegisterLine[];
  /** False while the console's list was never read. */
  listKnown: boolean;
  pending?: PendingMerge | undefined;
}

export type RegisterExport = 'register-json' | 'register-csv' | 'list-json' | 'list-csv';

export interface RegisterProps {
  organizations: readonly OrganizationChoice[];
  /** Undefined before any organization was seen. */
  view: RegisterView | undefined;
  /** Why something was not done, as a sentence. */
  problem: string | undefined;
  onOrganization(org: string): void;
  /** Answers why it was not kept, as a sentence; undefined when it was. */
  onEdit(pattern: string, fields: Partial<Record<RegisterField, string>>): Promise<string | undefined>;
  onExport(what: RegisterExport): void;
  onFile(file: File): void;
  onMerge(winner: Winner | undefined): void;
}
