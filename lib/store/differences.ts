import type { ConsoleSettings } from '../console/types.ts';
import type { Changes, SettingChange } from './snapshot-records.ts';

/** Pure comparisons of what the console showed at two times. */

export type Difference = Pick<Changes, 'added' | 'removed' | 'settings'>;

function without(entries: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return [...new Set(entries)].filter((entry) => !known.has(entry));
}

function flatten(settings: ConsoleSettings): Map<string, string> {
  const { permissions, ...switches } = settings;
  const flat = new Map<string, string>(Object.entries(switches));
  for (const [name, state] of Object.entries(permissions)) flat.set(`permissions.${name}`, state);
  return flat;
}

/** Switches that changed. What was or is not known is no change. */
function compareSettings(before: ConsoleSettings, now: ConsoleSettings): SettingChange[] {
  const known = flatten(before);
  const changes: SettingChange[] = [];
  for (const [name, to] of flatten(now)) {
    const from = known.get(name) ?? 'unknown';
    if (from !== to && from !== 'unknown' && to !== 'unknown') changes.push({ name, from, to });
  }
  return changes;
}

interface Shown {
  settings: ConsoleSettings;
  entries: readonly string[] | null;
}

/** What differs. A list that is not known on one of the sides is not compared. */
export function compare(before: Shown, now: Shown): Difference {
  const both = before.entries && now.entries;
  return {
    added: both ? without(now.entries ?? [], before.entries ?? []) : [],
    removed: both ? without(before.entries ?? [], now.entries ?? []) : [],
    settings: compareSettings(before.settings, now.settings),
  };
}

/** Whether nothing differs. */
export function isEmpty({ added, removed, settings }: Difference): boolean {
  return added.length + removed.length + settings.length === 0;
}

/** What was seen now, with what was not on screen carried over from before. */
export function carryOver(before: ConsoleSettings, now: ConsoleSettings): ConsoleSettings {
  const known = <T extends string>(was: T, is: T): T => (is === 'unknown' ? was : is);
  const permissions = { ...before.permissions };
  for (const [name, state] of Object.entries(now.permissions)) {
    if (state !== 'unknown' || !(name in permissions)) permissions[name] = state;
  }
  return {
    supportedDomains: known(before.supportedDomains, now.supportedDomains),
    apiToken: known(before.apiToken, now.apiToken),
    enterpriseManaged: known(before.enterpriseManaged, now.enterpriseManaged),
    permissions,
  };
}

/** Several differences, oldest first, as one: what came and went again is left out. */
export function sumUp(differences: readonly Difference[]): Difference {
  const added = new Set<string>();
  const removed = new Set<string>();
  const settings = new Map<string, SettingChange>();
  for (const difference of differences) {
    for (const entry of difference.added) if (!removed.delete(entry)) added.add(entry);
    for (const entry of difference.removed) if (!added.delete(entry)) removed.add(entry);
    for (const change of difference.settings) {
      settings.set(change.name, { ...change, from: settings.get(change.name)?.from ?? change.from });
    }
  }
  return {
    added: [...added],
    removed: [...removed],
    settings: [...settings.values()].filter(({ from, to }) => from !== to),
  };
}
