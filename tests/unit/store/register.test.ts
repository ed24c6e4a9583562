import { beforeEach, expect, it, vi } from 'vitest';
import type { GatehouseDatabase } from '../../../lib/store/database.ts';
import { editRegister, mergeIntoRegister, readRegister } from '../../../lib/store/register.ts';
import { readTeaching, saveTeaching } from '../../../lib/store/teachings.ts';
import { freshDatabase, ORG, OTHER_ORG } from './fresh-database.ts';

const PATTERN = 'https://claude.ai/**';
let database: GatehouseDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

it('keeps what is not given and replaces what is', async () => {
  await mergeIntoRegister(database, ORG, [{ pattern: PATTERN, owner: 'Ana', ticket: 'IT-1' }], 1);
  await mergeIntoRegister(
    database,
    ORG,
    [{ pattern: PATTERN, owner: 'Ben', ticket: ' ', reviewBy: '2027-01-31' }],
    2,
  );
  expect(await readRegister(database, ORG)).toEqual([
    {
      pattern: PATTERN,
      owner: 'Ben',
      ticket: 'IT-1',
      reviewBy: '2027-01-31',
      earlier: [{ field: 'owner', value: 'Ana' }],
    },
  ]);
});

it('keeps what stands when that is asked, and clears what is typed empty; no value is lost', async () => {
  await mergeIntoRegister(database, ORG, [{ pattern: PATTERN, owner: 'Ana', reason: 'docs' }], 1);
  await mergeIntoRegister(database, ORG, [{ pattern: PATTERN, owner: 'Ben' }], 2, 'mine');
  await editRegister(database, ORG, { pattern: PATTERN, reason: '' }, 3);
  expect(await readRegister(database, ORG)).toEqual([
    {
      pattern: PATTERN,
      owner: 'Ana',
      earlier: [
        { field: 'owner', value: 'Ben' },
        { field: 'reason', value: 'docs' },
      ],
    },
  ]);
});

it('is one for each organization', async () => {
  expect(
    await mergeIntoRegister(database, ORG, [{ pattern: PATTERN, owner: 'Ana' }, { pattern: 'b' }], 1),
  ).toBe(2);
  expect(await readRegister(database, OTHER_ORG)).toEqual([]);
});

it('passes over an entry that it can not read, and repairs it with the next merge', async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await database.put('register', { org: ORG, pattern: PATTERN, owner: 5, updatedAt: 1 } as never);
  expect(await readRegister(database, ORG)).toEqual([]);
  await mergeIntoRegister(database, ORG, [{ pattern: PATTERN, owner: 'Ana' }], 2);
  expect(await readRegister(database, ORG)).toEqual([{ pattern: PATTERN, owner: 'Ana' }]);
});

it('remembers what was taught for one language, until it is taught empty', async () => {
  const taught = { org: ORG, language: 'fi', controls: { addButton: '.add' }, at: 1 };
  await saveTeaching(database, taught);
  expect(await readTeaching(database, ORG, 'fi')).toEqual(taught);
  expect(await readTeaching(database, ORG, 'en')).toBeUndefined();
  await saveTeaching(database, { ...taught, controls: {} });
  expect(await readTeaching(database, ORG, 'fi')).toBeUndefined();
});
