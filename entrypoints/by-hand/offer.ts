import type { FunctionComponent } from 'preact';
import type { ByHandProps } from '../../components/import/by-hand.tsx';
import type { createHandRun } from '../../lib/import/run/hand-run.ts';

/** What imports by hand are made of. */
export interface ByHandScript {
  createRun: typeof createHandRun;
  /** What the panel shows of the entry that is next. */
  View: FunctionComponent<Omit<ByHandProps, 'copy'>>;
}

declare module '../../lib/console/script-bridge.ts' {
  interface ScriptBridge {
    /** Set by the script of imports by hand. */
    byHand?: ByHandScript;
  }
}
