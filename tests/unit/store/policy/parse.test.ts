import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../../lib/store/policy/parse.ts';
import {
  allows,
  allowsOrganization,
  NO_POLICY,
  settingsUnder,
  viewOfPolicy,
} from '../../../../lib/store/policy/shape.ts';
import { DEFAULT_SETTINGS } from '../../../../lib/store/settings-shape.ts';

const ORG = '2f6b9b2e-7a41-4c61-9f0a-3a5a3c1b9f10';

describe('reading a policy', () => {
  it('takes everything that the schema names', () => {
    const given = {
      organizations: [ORG.toUpperCase()],
      features: { fieldVerdict: true, import: false },
      sources: { session: true, apiKey: false },
      retentionDays: 30,
      catalogue: [{ name: 'Ours', patterns: ['https://ours.example/**'] }],
      register: [{ pattern: 'https://ours.example/**', owner: 'Us', organization: ORG }],
    };
    expect(parsePolicy(given)).toEqual({ policy: { ...given, organizations: [ORG] }, notes: [] });
  });

  it('is none where there is none', () => {
    for (const nothing of [undefined, null, {}]) {
      expect(parsePolicy(nothing)).toEqual({ policy: NO_POLICY, notes: [] });
    }
  });

  it.each<[string, unknown, number]>([
    ['a policy that is a list', [], 1],
    ['organizations that are a text', { organizations: ORG }, 1],
    ['features that are a list', { features: ['import'] }, 1],
    ['a switch that is a text', { features: { import: 'false' } }, 1],
    ['a switch that nobody knows', { features: { unheardOf: true }, sources: { dreams: false } }, 2],
    ['a part that nobody knows', { features: {}, colour: 'red' }, 1],
    ['a retention out of bounds', { retentionDays: 0 }, 1],
    ['a retention that is a text', { retentionDays: '90' }, 1],
    ['a register that is an object', { register: { pattern: 'x' } }, 1],
    ['items of a wrong shape', { catalogue: [{ name: 1 }], register: [{ owner: 'x' }, 3] }, 2],
  ])('ignores %s with a note', (_, given, notes) => {
    const read = parsePolicy(given);
    expect(read.policy).toEqual(NO_POLICY);
    expect(read.notes).toHaveLength(notes);
    for (const note of read.notes) expect(note).toMatch(/^[\dY].*policy.*\.$/);
  });

  it('keeps what is right beside what is wrong', () => {
    const { policy, notes } = parsePolicy({
      organizations: [ORG, 'no id'],
      features: { import: 0, badge: false },
      retentionDays: 7,
    });
    expect(policy).toEqual({
      ...NO_POLICY,
      organizations: [ORG],
      features: { badge: false },
      retentionDays: 7,
    });
    expect(notes).toHaveLength(2);
  });

  it('allows no organization where none of the ids can be used: a limit with a mistake is still a limit', () => {
    const { policy } = parsePolicy({ organizations: ['typing error'] });
    expect(policy.organizations).toEqual([]);
    expect(allowsOrganization(policy, ORG)).toBe(false);
    expect(allowsOrganization(NO_POLICY, ORG)).toBe(true);
  });

  it('never throws, and never takes a wrong type', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            organizations: fc.anything(),
            features: fc.anything(),
            sources: fc.anything(),
            retentionDays: fc.anything(),
            catalogue: fc.anything(),
            register: fc.anything(),
          },
          { requiredKeys: [] },
        ),
        (given) => {
          const { policy } = parsePolicy(given);
          for (const value of Object.values({ ...policy.features, ...policy.sources })) {
            expect(typeof value).toBe('boolean');
          }
          expect([policy.retentionDays].every((days) => days === undefined || Number.isInteger(days))).toBe(
            true,
          );
          for (const { pattern } of policy.register) expect(typeof pattern).toBe('string');
        },
      ),
    );
  });
});

describe('a policy over the options', () => {
  it('wins where it says something, in both directions', () => {
    const chosen = { ...DEFAULT_SETTINGS, fieldVerdict: false, sessionSource: true, retentionDays: 365 };
    const { policy } = parsePolicy({
      features: { fieldVerdict: true, badge: false },
      sources: { session: false },
      retentionDays: 30,
    });
    expect(settingsUnder(policy, chosen)).toEqual({
      ...chosen,
      fieldVerdict: true,
      badge: false,
      sessionSource: false,
      retentionDays: 30,
    });
    expect(settingsUnder(NO_POLICY, chosen)).toEqual(chosen);
  });

  it('carries nothing into the settings that is no setting', () => {
    const { policy } = parsePolicy({ features: { import: false, findings: false } });
    expect(settingsUnder(policy, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('tells the options page what it sets and what it switches off', () => {
    const { policy } = parsePolicy({
      features: { badge: true, import: false },
      sources: { apiKey: false },
      retentionDays: 30,
    });
    expect(viewOfPolicy(policy)).toEqual({
      set: ['badge', 'import', 'apiKey', 'retentionDays'],
      off: ['import', 'apiKey'],
      organizations: null,
    });
    expect(allows(policy, 'import')).toBe(false);
    expect(allows(policy, 'badge')).toBe(true);
    expect(allows(policy, 'session')).toBe(true);
  });
});
