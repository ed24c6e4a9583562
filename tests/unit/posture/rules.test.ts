import { describe, expect, test } from 'vitest';
import { findPosture, POSTURE_RULES } from '../../../lib/posture/index.ts';
import type { PostureInput } from '../../../lib/posture/types.ts';
import { wordsOf } from '../../../lib/posture/words.ts';
import { calm, DAY, NOW, permission, quiet, withSettings } from './input.ts';

const rulesOf = (input: PostureInput) => findPosture(input).map(({ rule }) => rule);
const GOOD = 'https://agent.example.com/oauth/callback';
const list = (...entries: string[]) => calm({ entries: [GOOD, ...entries] });
const listed = (...entries: string[]) => ({ fires: list(...entries), about: entries });
const write = (state: 'allowed' | 'partial') => permission('write', state).settings;

interface Case {
  fires: PostureInput;
  /** What the finding must name; nothing for a rule about a single fact. */
  about?: string[];
  /** Close to firing, and must not. */
  silent: PostureInput;
}

/** For each rule a case in which it fires and one, as near as can be, in which it must not. */
const CASES: Record<string, Case> = {
  P101: { ...listed('https://*.co.uk/**'), silent: list('https://*.example.co.uk/**') },
  P102: { ...listed('https://*.vercel.app/**'), silent: list('https://gatehouse.vercel.app/cb') },
  P103: { ...listed('https://webhook.site/abc'), silent: list('https://webhook.example.com/abc') },
  P104: { ...listed('https://claude.al/**'), silent: list('https://clouds.example.org/**') },
  P105: { ...listed('cursor://**'), silent: list('cursor://anysphere.cursor-mcp/oauth/callback') },
  P106: { ...listed('sometool://callback'), silent: list('com.example.tool://callback') },
  P107: { ...listed('https://app.example.org:*/**'), silent: list('http://localhost:*/**') },
  P108: { ...listed('claude.ai'), silent: list('https://*.co.uk/**') },
  P109: {
    fires: list('https://*.example.org/**', 'https://a.example.org/cb'),
    about: ['https://a.example.org/cb'],
    silent: list('https://*.example.org/**', 'https://a.example.net/cb'),
  },
  P110: {
    fires: calm({
      entries: ['https://claude.ai/api/mcp/auth_callback'],
      settings: { ...calm().settings, supportedDomains: 'allowed' },
    }),
    about: ['https://claude.ai/api/mcp/auth_callback'],
    silent: calm({ entries: ['https://claude.ai/api/mcp/auth_callback'] }),
  },
  P111: {
    ...listed('https://app.example.org'),
    silent: list('https://app.example.org', 'https://app.example.org/**'),
  },
  P112: { ...listed('https://mcp.atlassian.com/**'), silent: list('https://mcp.example.com/**') },
  P201: { fires: withSettings({ apiToken: 'on' }), silent: withSettings({ apiToken: 'unknown' }) },
  P202: { fires: permission('delete', 'partial'), silent: withSettings({ permissions: {} }) },
  P203: { fires: permission('manage', 'allowed'), silent: permission('manage', 'blocked') },
  P204: {
    fires: withSettings({ enterpriseManaged: 'on' }),
    silent: withSettings({ enterpriseManaged: 'unknown' }),
  },
  P205: {
    fires: withSettings({ supportedDomains: 'allowed' }),
    silent: withSettings({ supportedDomains: 'unknown' }),
  },
  P206: { fires: calm({ entries: [] }), silent: calm({ entries: null }) },
  P207: { fires: calm({ seenAt: NOW - 30 * DAY }), silent: calm({ seenAt: NOW - 30 * DAY + 1 }) },
  P301: {
    fires: calm({ register: [{ pattern: GOOD, owner: 'Ada', reviewBy: '2026-11-24' }] }),
    about: [GOOD],
    silent: calm({ register: [{ pattern: GOOD, owner: 'Ada', reviewBy: '2026-11-25' }] }),
  },
  P302: {
    fires: calm({ register: [{ pattern: GOOD, owner: '  ', reviewBy: '2027-01-01' }] }),
    about: [GOOD],
    silent: calm({ register: [] }),
  },
  P303: {
    fires: calm({ register: [{ pattern: GOOD, owner: 'Ada', reviewBy: 'next spring' }] }),
    about: [GOOD],
    silent: calm({ register: [{ pattern: GOOD, owner: 'Ada', reviewBy: '2027-01-01' }] }),
  },
  P304: {
    fires: calm({ register: [{ pattern: 'https://gone.example/cb', owner: 'Ada', reviewBy: '2027-01-01' }] }),
    about: ['https://gone.example/cb'],
    // Another spelling of the same entry is the same entry.
    silent: calm({
      register: [
        { pattern: 'HTTPS://Agent.Example.com:443/oauth/callback', owner: 'A', reviewBy: '2027-01-01' },
      ],
    }),
  },
  P401: { fires: calm({ activity: quiet({ newWriters: ['Ada'] }) }), about: ['Ada'], silent: calm() },
  P402: { fires: calm({ activity: quiet({ removalsLast7Days: 1 }) }), silent: calm({ activity: null }) },
  P403: { fires: calm({ activity: quiet({ tokenCallsLast7Days: 3 }) }), silent: calm({ activity: null }) },
  P404: {
    fires: calm({ activity: quiet({ busiestHour: { calls: 800, limit: 1_000 } }) }),
    silent: calm({ activity: quiet({ busiestHour: { calls: 799, limit: 1_000 } }) }),
  },
  P405: {
    fires: calm({
      settings: write('partial'),
      activity: quiet({ last30Days: { reads: 9, writes: 0, removals: 0, unknown: 0 } }),
    }),
    // Half a month of history says nothing about the other half.
    silent: calm({
      settings: write('allowed'),
      activity: quiet({
        completeFrom: NOW - 15 * DAY,
        last30Days: { reads: 9, writes: 0, removals: 0, unknown: 0 },
      }),
    }),
  },
  P406: {
    fires: calm({ activity: quiet({ last30Days: { reads: 0, writes: 0, removals: 0, unknown: 0 } }) }),
    silent: calm({
      activity: quiet({
        completeTo: NOW - 3 * DAY,
        last30Days: { reads: 0, writes: 0, removals: 0, unknown: 0 },
      }),
    }),
  },
  P407: {
    fires: calm({ activity: quiet({ completeTo: NOW - 2 * DAY }) }),
    silent: calm({ activity: quiet({ completeTo: 0 }) }),
  },
};

test('nothing is found where everything is in order', () => {
  expect(findPosture(calm())).toEqual([]);
});

test('nothing is judged that is not known', () => {
  const unknown = calm({
    seenAt: null,
    entries: null,
    activity: null,
    settings: {
      supportedDomains: 'unknown',
      apiToken: 'unknown',
      enterpriseManaged: 'unknown',
      permissions: {},
    },
  });
  expect(findPosture(unknown)).toEqual([]);
});

test('every rule has a case, words and a link', () => {
  const ids = POSTURE_RULES.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(15);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(CASES)).toEqual(ids);
  for (const id of ids) {
    const { title, why, todo } = wordsOf({ rule: id, params: { count: 2 } });
    for (const text of [title, why, todo]) expect(text, id).not.toBe('');
  }
  for (const { link } of POSTURE_RULES) expect(link).toMatch(/^https:\/\/support\.atlassian\.com\//);
});

describe.each(Object.entries(CASES))('%s', (rule, { fires, about = [], silent }) => {
  test('fires, and names what it is about', () => {
    const finding = findPosture(fires).find((one) => one.rule === rule);
    expect(finding?.evidence).toEqual(about);
    const message = finding ? wordsOf(finding).message : '';
    expect(message).toMatch(/^\S.*\.$/);
    expect(message).not.toMatch(/undefined|NaN|[{}]/);
    if (about.length > 0) expect(message).toContain(String(about.length));
  });

  test('is silent in the case beside it', () => {
    expect(rulesOf(silent)).not.toContain(rule);
  });
});

test('a text that is no day of the calendar is no review that has passed', () => {
  const found = rulesOf(calm({ register: [{ pattern: GOOD, owner: 'Ada', reviewBy: '2026-02-30' }] }));
  expect(found).not.toContain('P301');
  expect(found).toContain('P303');
});

test('the worst come first', () => {
  const levels = findPosture(
    calm({
      entries: ['https://*.vercel.app/**', 'https://app.example.org'],
      settings: { ...calm().settings, apiToken: 'on', supportedDomains: 'allowed' },
    }),
  ).map(({ level }) => level);
  expect(levels).toEqual([...levels].sort((a, b) => order(a) - order(b)));
  expect(new Set(levels).size).toBe(3);
});

const order = (level: string) => ['error', 'warn', 'info'].indexOf(level);
