import type { RunPage } from './page.ts';
import type { RunPhase, RunPorts, RunRow } from './types.ts';

/** What the work is given by the run. */
export interface Given {
  ports: RunPorts;
  rows: RunRow[];
  page: RunPage;
  readBackEvery: number;
  /** What is asked for at the moment. */
  asked: () => {
    wish: 'pause' | 'cancel' | undefined;
    /** The wish holds even while an entry is deleted and not added again. */
    force: boolean;
    wished: AbortSignal;
    stopped: AbortSignal;
  };
  move: (phase: RunPhase) => void;
  changed: (row: RunRow) => void;
}
