import type { RegisterRecord } from '../../register/types.ts';
import type { Settings } from '../settings-shape.ts';

/** Where the background keeps its copy, in the session's memory. */
export const POLICY_KEY = 'policy';

/** What an organization sets for all its browsers (`storage.managed`). It stands above what an admin chooses. */

/** Features that can be switched; those of the first line are in the options as well. */
export const FEATURES = [
  ...(['fieldVerdict', 'rowVerdicts', 'changesNotice', 'badge'] as const),
  ...(['import', 'readd', 'register', 'findings', 'blockedHelper', 'teaching'] as const),
] as const;
export type FeatureName = (typeof FEATURES)[number];

/** Where audit events may come from: an API key, the admin's own session, an exported log. */
export const SOURCES = ['apiKey', 'session', 'exportedFile'] as const;
export type SourceSwitch = (typeof SOURCES)[number];

/** An AI tool of the organization's own, beside those that Gatehouse knows. */
export interface CatalogueAddition {
  name: string;
  patterns: readonly string[];
}

/** An entry of the register to start with; without an organization it is for all of them. */
export type PolicyRegisterEntry = Omit<RegisterRecord, 'earlier'> & { organization?: string };

export interface Policy {
  /** The only Atlassian organizations that Gatehouse works for, in lower case; undefined: any. */
  organizations?: readonly string[];
  features: Readonly<Partial<Record<FeatureName, boolean>>>;
  sources: Readonly<Partial<Record<SourceSwitch, boolean>>>;
  retentionDays?: number;
  catalogue: readonly CatalogueAddition[];
  register: readonly PolicyRegisterEntry[];
}

export const NO_POLICY: Policy = { features: {}, sources: {}, catalogue: [], register: [] };

/** A policy as read, and one sentence for each part that was not usable and so is ignored. */
export interface ReadPolicy {
  policy: Policy;
  notes: readonly string[];
}

export type PolicyName = FeatureName | SourceSwitch | 'retentionDays';

/** What the options page has to know of it. */
export interface PolicyView {
  /** What can't be changed in the options. */
  set: readonly PolicyName[];
  /** What is switched off, of these. */
  off: readonly PolicyName[];
  /** The only organizations; null: any. */
  organizations: readonly string[] | null;
}

/** A policy as the options page shows it. */
export function viewOfPolicy({ features, sources, retentionDays, organizations }: Policy): PolicyView {
  const switches = { ...features, ...sources };
  const set = Object.keys(switches) as PolicyName[];
  const off = set.filter((name) => name !== 'retentionDays' && switches[name] === false);
  if (retentionDays !== undefined) set.push('retentionDays');
  return { set, off, organizations: organizations ?? null };
}

/** Whether a feature or source is not switched off by the policy. */
export function allows({ features, sources }: Policy, name: FeatureName | SourceSwitch): boolean {
  return ({ ...features, ...sources } as Partial<Record<string, boolean>>)[name] !== false;
}

/** Whether Gatehouse works for this organization at all. */
export function allowsOrganization({ organizations }: Policy, org: string): boolean {
  return organizations === undefined || organizations.includes(org);
}

/** The settings that hold: what the policy says, else what the admin chose. */
export function settingsUnder(policy: Policy, chosen: Settings): Settings {
  const { fieldVerdict, rowVerdicts, changesNotice, badge } = { ...chosen, ...policy.features };
  const sessionSource = policy.sources.session ?? chosen.sessionSource;
  const retentionDays = policy.retentionDays ?? chosen.retentionDays;
  return { ...chosen, fieldVerdict, rowVerdicts, changesNotice, badge, sessionSource, retentionDays };
}
