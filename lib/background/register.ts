import { organizationOf } from '../messages/gate.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { alignRegister, keysFor } from '../register/align.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import { editRegister, mergeIntoRegister } from '../store/register.ts';
import { latestSnapshot } from '../store/snapshots.ts';
import { policyEntry, readLayeredRegister } from './layered-register.ts';
import type { BackgroundPorts } from './ports.ts';

type RegisterHandlers = Pick<Handlers, 'register/get' | 'register/merge' | 'register/edit' | 'register/keys'>;

/** What is written down about entries. However an entry is spelled, list and register mean the same one. */
export function registerHandlers(
  ports: Pick<BackgroundPorts, 'open' | 'now' | 'engine' | 'policy'>,
): RegisterHandlers {
  const { open, now, engine } = ports;
  /** The texts under which these entries are kept. */
  const keys = async (database: GatehouseDatabase, org: string, patterns: readonly string[]) => {
    const [records, seen] = await Promise.all([
      readLayeredRegister(ports, database, org),
      latestSnapshot(database, org),
    ]);
    return keysFor(patterns, records, seen?.entries ?? [], engine.normalise);
  };
  return {
    'register/get': async ({ org: named, entries }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      const records = await readLayeredRegister(ports, await open(), org.value);
      return ok(entries ? alignRegister(records, entries, engine.normalise) : records);
    },

    'register/edit': async ({ org: named, entry }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      const database = await open();
      const [pattern = entry.pattern] = await keys(database, org.value, [entry.pattern]);
      const start = await policyEntry(ports, database, org.value, pattern);
      await editRegister(database, org.value, { ...entry, pattern }, now(), start);
      return ok(null);
    },

    'register/merge': async ({ org: named, entries, winner }, caller) => {
      const org = organizationOf(caller, named);
      if (!org.ok) return org;
      const database = await open();
      const texts = await keys(
        database,
        org.value,
        entries.map(({ pattern }) => pattern),
      );
      const kept = entries.map((entry, index) => ({ ...entry, pattern: texts[index] ?? entry.pattern }));
      return ok({ entries: await mergeIntoRegister(database, org.value, kept, now(), winner) });
    },

    'register/keys': async ({ org: named, patterns }, caller) => {
      const org = organizationOf(caller, named);
      return org.ok ? ok(await keys(await open(), org.value, patterns)) : org;
    },
  };
}
