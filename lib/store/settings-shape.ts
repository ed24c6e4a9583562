/** The plan an organization is on: it decides how many tool calls an hour are allowed. */
export interface HourlyPlan {
  plan: 'free' | 'standard' | 'premium' | 'enterprise';
  users: number;
}

/** What the admin chose. Kept in `storage.local`, since it holds no secret and must be there before the database. */
export interface Settings {
  /** The verdict beside the console's domain field. */
  fieldVerdict: boolean;
  /** The marks on rows of the console's list. */
  rowVerdicts: boolean;
  /** The notice of what changed since the last visit. */
  changesNotice: boolean;
  /** The badge on the toolbar icon. */
  badge: boolean;
  /** Use the admin's own session as a source of audit events. */
  sessionSource: boolean;
  /** Days that audit events are kept, 1 to 3,650. */
  retentionDays: number;
  /** By organization. */
  plans: Record<string, HourlyPlan>;
  /** The domain of the cloud of each organization that is not in the commercial one. */
  clouds: Record<string, string>;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  fieldVerdict: true,
  rowVerdicts: true,
  changesNotice: true,
  badge: true,
  sessionSource: false,
  retentionDays: 180,
  plans: {},
  clouds: {},
};

/** Settings as read, and one sentence for each stored value that was not usable and so has its default. */
export interface ReadSettings {
  settings: Settings;
  notes: string[];
}
