import { boolean, type GenericSchema, object, picklist, safeParse } from 'valibot';
import { COMMERCIAL, isCloud } from '../catalogue/clouds.ts';
import { say } from '../words/say.ts';
import { DEFAULT_SETTINGS, type HourlyPlan, type ReadSettings, type Settings } from './settings-shape.ts';
import { organizationId, wholeBetween } from './shapes.ts';

/** The part of `browser.storage.local` that is needed. */
export interface LocalStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

export const SETTINGS_KEY = 'settings';

const flag: GenericSchema<unknown, boolean> = boolean();
const hourlyPlan: GenericSchema<unknown, HourlyPlan> = object({
  plan: picklist(['free', 'standard', 'premium', 'enterprise']),
  users: wholeBetween(0, 1_000_000),
});

const FIELDS: {
  [Name in Exclude<keyof Settings, 'plans' | 'clouds'>]: GenericSchema<unknown, Settings[Name]>;
} = {
  fieldVerdict: flag,
  rowVerdicts: flag,
  changesNotice: flag,
  badge: flag,
  sessionSource: flag,
  retentionDays: wholeBetween(1, 3_650),
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsePlans(value: unknown, notes: string[]): Record<string, HourlyPlan> {
  if (!isRecord(value)) {
    notes.push(say('settings_noPlans'));
    return {};
  }
  const plans: Record<string, HourlyPlan> = {};
  for (const [org, plan] of Object.entries(value)) {
    const id = safeParse(organizationId, org);
    const parsed = safeParse(hourlyPlan, plan);
    if (id.success && parsed.success) plans[id.output] = parsed.output;
    else notes.push(say('settings_planLeftOut'));
  }
  return plans;
}

/** The commercial cloud is not written down: whoever is not here is in it. */
function parseClouds(value: unknown, notes: string[]): Record<string, string> {
  const clouds: Record<string, string> = {};
  const entries = isRecord(value) ? Object.entries(value) : [];
  let unusable = isRecord(value) ? 0 : 1;
  for (const [org, cloud] of entries) {
    const id = safeParse(organizationId, org);
    if (!id.success || typeof cloud !== 'string' || !isCloud(cloud)) unusable += 1;
    else if (cloud !== COMMERCIAL) clouds[id.output] = cloud;
  }
  if (unusable > 0) notes.push(say('settings_default', { name: 'clouds' }));
  return clouds;
}

/** Reads settings out of anything: what is missing or of a wrong kind has its default, the latter with a note. */
export function parseSettings(stored: unknown): ReadSettings {
  const notes: string[] = [];
  const settings: Settings = { ...DEFAULT_SETTINGS, plans: {}, clouds: {} };
  if (stored === undefined) return { settings, notes };
  if (!isRecord(stored)) return { settings, notes: [say('settings_allDefaults')] };
  const read = <Name extends keyof typeof FIELDS>(name: Name): void => {
    if (!Object.hasOwn(stored, name)) return;
    const parsed = safeParse(FIELDS[name] as GenericSchema<unknown, Settings[Name]>, stored[name]);
    if (parsed.success) settings[name] = parsed.output;
    else notes.push(say('settings_default', { name: name }));
  };
  for (const name of Object.keys(FIELDS)) read(name as keyof typeof FIELDS);
  if (Object.hasOwn(stored, 'plans')) settings.plans = parsePlans(stored.plans, notes);
  if (Object.hasOwn(stored, 'clouds')) settings.clouds = parseClouds(stored.clouds, notes);
  return { settings, notes };
}

/** The settings as they are stored; never rejects over what stands in them. */
export async function readSettings(area: LocalStorage): Promise<ReadSettings> {
  const stored = await area.get(SETTINGS_KEY);
  return parseSettings(stored[SETTINGS_KEY]);
}

/** Changes wait for each other: a read followed by a write must not lose the change of another page. */
let queue: Promise<unknown> = Promise.resolve();

/** Changes what is given and keeps the rest. Only the background writes, so one queue is lock enough. */
export function changeSettings(area: LocalStorage, change: Partial<Settings>): Promise<ReadSettings> {
  const changed = queue.then(async () => {
    const { settings } = await readSettings(area);
    const plans = { ...settings.plans, ...change.plans };
    const clouds = parseClouds({ ...settings.clouds, ...change.clouds }, []);
    await area.set({ [SETTINGS_KEY]: { ...settings, ...change, plans, clouds } });
    return await readSettings(area);
  });
  queue = changed.catch(() => undefined);
  return changed;
}
