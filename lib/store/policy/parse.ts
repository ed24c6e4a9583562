import { boolean, exactOptional, type GenericSchema, object, safeParse } from 'valibot';
import { plural, say } from '../../words/say.ts';
import { typedFields } from '../register-records.ts';
import { cutText, entryText, listOf, organizationId, wholeBetween } from '../shapes.ts';
import {
  type CatalogueAddition,
  FEATURES,
  NO_POLICY,
  type Policy,
  type PolicyRegisterEntry,
  type ReadPolicy,
  SOURCES,
} from './shape.ts';

/** Reads `storage.managed`: each part for itself, so that one mistake doesn't take the rest of the policy away. */

/** The most of each list that is read; a policy is copied into memory by every browser of a fleet. */
const MOST = { organizations: 200, catalogue: 500, register: 10_000 } as const;

const addition: GenericSchema<unknown, CatalogueAddition> = object({
  name: cutText(200),
  patterns: listOf(entryText, 50),
});
const registerEntry: GenericSchema<unknown, PolicyRegisterEntry> = object({
  organization: exactOptional(organizationId),
  ...typedFields,
});

type Given = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Reader {
  readonly notes: string[] = [];

  /** A name that comes from outside is shown, so it is cut. */
  ignore(name: string): void {
    this.notes.push(say('policy_ignored', { name: name.slice(0, 80) }));
  }

  unknown(name: string): void {
    this.notes.push(say('policy_unknown', { name: name.slice(0, 80) }));
  }

  value<T>(schema: GenericSchema<unknown, T>, given: Given, name: string): T | undefined {
    if (!Object.hasOwn(given, name)) return undefined;
    const parsed = safeParse(schema, given[name]);
    if (parsed.success) return parsed.output;
    this.ignore(name);
    return undefined;
  }

  /** Those items of a list that can be used. Undefined when there is no list. */
  list<T>(schema: GenericSchema<unknown, T>, given: Given, name: keyof typeof MOST): T[] | undefined {
    if (!Object.hasOwn(given, name)) return undefined;
    const items = given[name];
    if (!Array.isArray(items)) {
      this.ignore(name);
      return undefined;
    }
    const usable: T[] = [];
    for (const item of items.slice(0, MOST[name])) {
      const parsed = safeParse(schema, item);
      if (parsed.success) usable.push(parsed.output);
    }
    if (usable.length < items.length) {
      this.notes.push(plural('policy_leftOut', items.length - usable.length, { name }));
    }
    return usable;
  }

  /** Switches: each is true or false, and known. */
  switches<Name extends string>(
    names: readonly Name[],
    given: Given,
    group: string,
  ): Partial<Record<Name, boolean>> {
    const switches: Partial<Record<Name, boolean>> = {};
    if (!Object.hasOwn(given, group)) return switches;
    const values = given[group];
    if (!isRecord(values)) {
      this.ignore(group);
      return switches;
    }
    for (const [name, value] of Object.entries(values)) {
      const known = names.find((one) => one === name);
      const parsed = safeParse(boolean(), value);
      if (known === undefined) this.unknown(`${group}.${name}`);
      else if (parsed.success) switches[known] = parsed.output;
      else this.ignore(`${group}.${name}`);
    }
    return switches;
  }
}

const KNOWN = ['organizations', 'features', 'sources', 'retentionDays', 'catalogue', 'register'];

/** Reads a policy out of anything. Wrong types are ignored, each with a note; nothing is thrown. */
export function parsePolicy(given: unknown): ReadPolicy {
  const reader = new Reader();
  if (given === undefined || given === null) return { policy: NO_POLICY, notes: [] };
  if (!isRecord(given)) return { policy: NO_POLICY, notes: [say('policy_ignored', { name: '…' })] };
  for (const name of Object.keys(given)) if (!KNOWN.includes(name)) reader.unknown(name);
  // A list without one usable id stays a limit: better for no organization than for every one.
  const organizations = reader.list(organizationId, given, 'organizations');
  const retentionDays = reader.value(wholeBetween(1, 3_650), given, 'retentionDays');
  const policy: Policy = {
    ...(organizations ? { organizations: [...new Set(organizations)] } : {}),
    features: reader.switches(FEATURES, given, 'features'),
    sources: reader.switches(SOURCES, given, 'sources'),
    ...(retentionDays === undefined ? {} : { retentionDays }),
    catalogue: reader.list(addition, given, 'catalogue') ?? [],
    register: reader.list(registerEntry, given, 'register') ?? [],
  };
  return { policy, notes: reader.notes };
}
