import type { JudgedFinding } from '../../lib/posture/types.ts';

/** What the page with all findings shows. Times are milliseconds since 1970. */
export interface PostureView {
  org: string;
  /** When the page was last seen; null when never. */
  seenAt: number | null;
  /** Worst first; accepted ones among them. */
  findings: readonly JudgedFinding[];
}

/** What the admin says of a finding. `until` is a day, `YYYY-MM-DD`. */
export interface Accepting {
  until: string;
  reason: string;
}
