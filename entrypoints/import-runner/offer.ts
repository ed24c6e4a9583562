import type { ConsoleDriver } from '../../lib/console/types.ts';
import type { Send } from '../../lib/messages/send.ts';
import type { RegisterFields } from '../../lib/register/types.ts';
import type { PanelState } from '../import-panel/state.ts';
import type { Findings } from './findings.ts';
import type { Runs } from './runs.ts';

/** What the panel has of the runner's script. */
export interface RunnerScript {
  /** The page's list and switch, read by the same driver that a run of this organization uses. Never reject or throw. */
  readList: ConsoleDriver['readList'];
  supportedAllowed(): boolean;
  /** What the register holds of entries of the console, by their texts there; empty when it can't be read. */
  registerOf(org: string, entries: readonly string[]): Promise<ReadonlyMap<string, RegisterFields>>;
  /** What there is to say of the rows of a review, shown through the panel's state. */
  findings(state: PanelState, send: Send): Findings;
  /** The runs of an organization, shown through the panel's state. */
  runs(state: PanelState, send: Send, org: string): Runs;
}

declare module '../../lib/console/script-bridge.ts' {
  interface ScriptBridge {
    /** Set by the runner's script. */
    runner?: RunnerScript;
  }
}
