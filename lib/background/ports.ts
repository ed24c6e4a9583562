import type { Fetch } from '../activity/sources/request.ts';
import type { BlockedAnswer } from '../answers/types.ts';
import type { CheckContext, Verdict } from '../patterns/types.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import type { SessionStorage } from '../store/key-vault.ts';
import type { ReadPolicy } from '../store/policy/shape.ts';
import type { LocalStorage } from '../store/settings.ts';

/** What the handlers need of the world, so that they can be tried without a browser. */
export interface BackgroundPorts {
  /** The context's database; rejects with a `StoreError`. */
  open: () => Promise<GatehouseDatabase>;
  /** Milliseconds since 1970. */
  now: () => number;
  engine: PatternEngine;
  localStorage: LocalStorage;
  /** What the organization sets for all its browsers. Never rejects. */
  policy: () => Promise<ReadPolicy>;
  /** Where keys are kept while the browser runs. */
  sessionStorage: SessionStorage;
  fetch: Fetch;
  /** Whether the browser lets us work on this host, and ask it. */
  mayReach: (host: string) => Promise<boolean>;
  /** The hosts of other clouds' consoles that our script is registered for. */
  registeredHosts: () => Promise<string[]>;
  registerHost: (host: string) => Promise<void>;
  unregisterHost: (host: string) => Promise<void>;
  /**
   * Wakes the worker for an organization at this time (milliseconds since 1970), also when it was stopped; without a
   * time that is taken back, without an organization for all.
   */
  wakeAt: (org: string | undefined, time: number | undefined) => Promise<void>;
  /** A sign on the toolbar icon that there is something to act on. */
  showBadge: (shown: boolean) => Promise<void>;
  /** Keeps the worker from being stopped for idleness; call it every 20 s while there is work. */
  stayAlive: () => Promise<unknown>;
  /** Runs one of our larger scripts in one document of a tab, its topmost one. */
  injectScript: (script: ScriptName, target: { tabId: number; documentId?: string }) => Promise<void>;
  /** A file may be planned soon: makes the engine ready for it. Returns at once. */
  expectFile: () => void;
  /** The tab in front of the popup; undefined where its address is none of ours to see. */
  tabInFront: () => Promise<{ id: number; url: string } | undefined>;
  /**
   * What our script in the tab takes its page for, as `Recognition.kind`; undefined where no script of ours is. With a
   * path, the page at that address is the MCP server's from now on, and is looked at anew.
   */
  lookAgain: (tabId: number, claimed: string | undefined) => Promise<string | undefined>;
}

/**
 * page: the features of the MCP page · panel: the import panel · reader: the reader of files · workbook: that of Excel
 * files · runner: what reads and drives the console's list · teacher: has the admin point at the page's controls ·
 * catalogue: AI tools to choose from in the panel · hand: an import that the admin does entry by entry ·
 * tools: why something was blocked, and the form of the register.
 */
export type ScriptName =
  | 'page'
  | 'panel'
  | 'reader'
  | 'workbook'
  | 'runner'
  | 'teacher'
  | 'catalogue'
  | 'hand'
  | 'tools';

/** The part of `lib/patterns` that messages ask for. */
export interface PatternEngine {
  check: (text: string, context: CheckContext) => Verdict;
  checkList: (patterns: readonly string[], options: { supportedAllowed?: boolean }) => readonly Verdict[];
  /** The normalised text of a valid entry. */
  normalise: (text: string) => string | undefined;
  explain: (text: string, patterns: readonly string[], supportedAllowed: boolean) => BlockedAnswer;
}
