import type { KeyAnswer } from '../../lib/messages/answers.ts';
import type { PolicyView } from '../../lib/store/policy/shape.ts';
import type { Settings } from '../../lib/store/settings-shape.ts';

/** What the options page shows, section by section. Times are milliseconds since 1970. */

export interface OrganizationView {
  /** What stands in the field. */
  text: string;
  /** The id in it; undefined while it is none. */
  id: string | undefined;
  /** All that are known, the last visited first. */
  known: readonly string[];
}

/** Whether the organization is said to be in another cloud than the commercial one. */
export interface CloudView {
  on: boolean;
  /** What stands in the field for its console's host. */
  host: string;
  /** It is written down, and the browser allows it. */
  granted: boolean;
  outcome?: Outcome | undefined;
}

/** What became of an action: a sentence, and whether it went well. */
export interface Outcome {
  level: 'ok' | 'info' | 'warn' | 'error';
  message: string;
}

export interface KeyView {
  state: KeyAnswer['state'];
  /** Something is being asked of the background or Atlassian. */
  busy: boolean;
  /** Why nothing is fetched with the key, by its code; the sentence is the outcome's. */
  problem?: string | undefined;
  outcome?: Outcome | undefined;
  /** Grows when a key was taken: what was typed is cleared. */
  taken: number;
}

export interface FileView {
  busy: boolean;
  outcome?: Outcome | undefined;
}

/** One line of the table of what is stored. */
export interface StoredKindView {
  id: string;
  what: string;
  where: string;
  why: string;
  howLong: string;
  /** Absent where it is one value and not a number of records. */
  records?: number;
  /** Roughly, in bytes. */
  bytes: number;
}

export interface StoredDataView {
  kinds: readonly StoredKindView[];
  /** What the browser says all of it takes, in bytes; null where it doesn't tell. */
  total: number | null;
  /** The browser has promised not to evict it when the disk runs full. */
  persisted: boolean;
}

/** What a file of exported data holds, before it is taken in. */
export interface ImportPreview {
  file: string;
  exportedAt: number;
  organizations: number;
  /** Records by the id of their kind. */
  records: readonly { id: string; what: string; count: number }[];
  unreadable: number;
  settings: boolean;
}

export interface TransferView {
  busy: boolean;
  preview?: ImportPreview | undefined;
  outcome?: Outcome | undefined;
}

export interface DeletionView {
  phase: 'idle' | 'asking' | 'busy';
  outcome?: Outcome | undefined;
}

export interface OptionsView {
  organization: OrganizationView;
  cloud: CloudView;
  key: KeyView;
  /** Where the organization's key is sent. */
  keyHost: string;
  /** Those that hold. */
  settings: Settings;
  /** What the admin chose, where the policy does not say otherwise. */
  chosen: Settings;
  policy: PolicyView;
  /** One sentence for each part of the settings or the policy that could not be read. */
  notes: readonly string[];
  /** How the session does as a source, where it is on. */
  session?: Outcome | undefined;
  file: FileView;
  /** Left out until it was counted. */
  data?: StoredDataView | undefined;
  transfer: TransferView;
  deletion: DeletionView;
}
