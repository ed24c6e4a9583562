import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeSettings,
  type LocalStorage,
  parseSettings,
  readSettings,
} from '../../../lib/store/settings.ts';
import { DEFAULT_SETTINGS } from '../../../lib/store/settings-shape.ts';
import { ORG } from './fresh-database.ts';

function storageWith(
  values: Record<string, unknown> = {},
): LocalStorage & { values: Record<string, unknown> } {
  return {
    values,
    get: async (key) => (key in values ? { [key]: structuredClone(values[key]) } : {}),
    set: async (changes) => {
      Object.assign(values, structuredClone(changes));
    },
    clear: async () => {
      for (const key of Object.keys(values)) delete values[key];
    },
  };
}

describe('settings', () => {
  it('have their defaults on a new profile, without a note', () => {
    expect(parseSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, notes: [] });
  });

  it('of a wrong kind have their default, with a note each', () => {
    const stored = {
      badge: 'yes',
      retentionDays: 0,
      fieldVerdict: false,
      unknownOne: 1,
      plans: { [ORG]: 7 },
    };
    const { settings, notes } = parseSettings(stored);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, fieldVerdict: false });
    expect(notes).toHaveLength(3);
    expect(notes.join()).toContain('“badge”');
  });

  it('are read out of anything and read the same again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const { settings } = parseSettings(stored);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        expect(parseSettings(settings)).toEqual({ settings, notes: [] });
      }),
    );
  });

  it('that are changed at the same time are all kept', async () => {
    const area = storageWith();
    await Promise.all([
      changeSettings(area, { badge: false }),
      changeSettings(area, { retentionDays: 30 }),
      changeSettings(area, { plans: { [ORG]: { plan: 'premium', users: 12 } } }),
    ]);
    expect((await readSettings(area)).settings).toEqual({
      ...DEFAULT_SETTINGS,
      badge: false,
      retentionDays: 30,
      plans: { [ORG]: { plan: 'premium', users: 12 } },
    });
  });

  it('that could not be stored are an error, and the next change works', async () => {
    const area = storageWith();
    const broken = { ...area, set: () => Promise.reject(new Error('disk full')) };
    await expect(changeSettings(broken, { badge: false })).rejects.toThrow('disk full');
    expect((await changeSettings(area, { badge: false })).settings.badge).toBe(false);
  });
});
