import type { createHandRun } from '../../lib/import/run/hand-run.ts';

export type CreateHandRun = typeof createHandRun;

declare module '../../lib/console/script-bridge.ts' {
  interface ScriptBridge {
    /** Set by the script of imports by hand. */
    handRun?: CreateHandRun;
  }
}
