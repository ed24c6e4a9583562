import type { BackgroundPorts } from '../../../lib/background/ports.ts';
import type { Verdict } from '../../../lib/patterns/types.ts';
import { openGatehouse } from '../../../lib/store/database.ts';
import { NO_POLICY, type Policy } from '../../../lib/store/policy/shape.ts';

export interface Injected {
  script: string;
  tabId: number;
  documentId?: string;
}

/** Whatever starts with `bad` is bad. */
function verdictOn(text: string): Verdict {
  const place = { message: `${text} is bad.`, params: { text }, start: 0, end: text.length };
  const bad = { rule: 'E001', level: 'error' as const, severity: 'high' as const, ...place };
  return text.startsWith('bad')
    ? { level: 'error', findings: [bad] }
    : { level: 'ok', pattern: text, findings: [] };
}

/** Ports over a database in memory. The engine only says what it was asked. */
export function fakePorts(policy: Partial<Policy> = {}): BackgroundPorts & {
  clock: { now: number };
  injected: Injected[];
  alarms: [org: string | undefined, time: number | undefined][];
} {
  const values = new Map<string, unknown>();
  const clock = { now: 1_800_000_000_000 };
  const injected: Injected[] = [];
  const session = new Map<string, unknown>();
  const alarms: [org: string | undefined, time: number | undefined][] = [];
  const registered = new Set<string>();
  const area = {
    get: async (key: string) => (values.has(key) ? { [key]: values.get(key) } : {}),
    set: async (changes: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(changes)) values.set(key, value);
    },
    clear: async () => values.clear(),
  };
  return {
    clock,
    injected,
    alarms,
    open: openGatehouse,
    now: () => clock.now,
    engine: {
      check: verdictOn,
      checkList: (patterns) => patterns.map(verdictOn),
      normalise: (text) => text.trim().toLowerCase(),
      explain: (text, patterns, supportedAllowed) => ({
        case: 'not-listed',
        others: [],
        unseen: [],
        redirectUri: text,
        match: { allowed: 'no', reason: `${patterns.length} entries, supported ${supportedAllowed}` },
        suggestions: [],
      }),
    },
    policy: async () => ({ policy: { ...NO_POLICY, ...policy }, notes: [] }),
    localStorage: area,
    sessionStorage: {
      get: async (key) => (key === null ? Object.fromEntries(session) : { [key]: session.get(key) }),
      set: async (changes) => {
        for (const [key, value] of Object.entries(changes)) session.set(key, value);
      },
      remove: async (key) => {
        session.delete(key);
      },
    },
    fetch: async () => Response.error(),
    mayReach: async () => true,
    registeredHosts: async () => [...registered],
    registerHost: async (host) => {
      registered.add(host);
    },
    unregisterHost: async (host) => {
      registered.delete(host);
    },
    wakeAt: async (org, time) => {
      alarms.push([org, time]);
    },
    showBadge: async () => undefined,
    stayAlive: async () => undefined,
    tabInFront: async () => undefined,
    lookAgain: async () => undefined,
    expectFile: () => undefined,
    injectScript: async (script, target) => {
      injected.push({ script, ...target });
    },
  };
}
