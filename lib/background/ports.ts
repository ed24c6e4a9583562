import type { CheckContext, Explanation, Verdict } from '../patterns/types.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import type { LocalStorage } from '../store/settings.ts';

/** What the handlers need of the world, so that they can be tried without a browser. */
export interface BackgroundPorts {
  /** The context's database; rejects with a `StoreError`. */
  open: () => Promise<GatehouseDatabase>;
  /** Milliseconds since 1970. */
  now: () => number;
  engine: PatternEngine;
  localStorage: LocalStorage;
  /** Runs one of our larger scripts in one document of a tab, its topmost one. */
  injectScript: (script: ScriptName, target: { tabId: number; documentId?: string }) => Promise<void>;
}

/**
 * page: the features of the MCP page · panel: the import panel · reader: the reader of files · workbook: that of Excel
 * files · runner: what reads and drives the console's list.
 */
export type ScriptName = 'page' | 'panel' | 'reader' | 'workbook' | 'runner';

/** The part of `lib/patterns` that messages ask for. */
export interface PatternEngine {
  check: (text: string, context: CheckContext) => Verdict;
  checkList: (patterns: readonly string[], options: { supportedAllowed?: boolean }) => readonly Verdict[];
  explain: (text: string, patterns: readonly string[], supportedAllowed: boolean) => Explanation;
}
