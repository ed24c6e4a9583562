import type { RequestKind } from './faults.ts';

export type RequestOutcome =
  | 'pending'
  | 'answered'
  | 'stored'
  | 'deleted'
  | 'refused'
  | 'failed'
  | 'stored-but-failed'
  | 'deleted-but-failed'
  | 'unanswered'
  | 'stored-unanswered'
  | 'deleted-unanswered';

/** One request of the page to its store. `outcome` is filled in when it is known. */
export interface ConsoleRequest {
  /** Milliseconds since 1970. */
  time: number;
  org: string;
  kind: RequestKind;
  /** The text as the page sent it (add), or of the entry (delete). */
  text?: string;
  outcome: RequestOutcome;
  /** The connection was broken in place of an answer. */
  dropped?: true;
}

/**
 * Milliseconds within which the browser sends a request again whose kept connection broke before an answer: one `fetch`
 * of the page, two requests. Nobody who waits for an answer is as quick.
 */
const SENT_AGAIN = 1000;

/** Texts that were stored more than once by adds of the page, whatever the page was told. */
export function doubleAdds(requests: readonly ConsoleRequest[], org?: string): string[] {
  const counts = new Map<string, number>();
  const brokenAt = new Map<string, number>();
  for (const { kind, text, outcome, org: of, time, dropped } of requests) {
    if (org !== undefined && of !== org) continue;
    if (text === undefined) continue;
    if (kind === 'add' && time - (brokenAt.get(text) ?? Number.NEGATIVE_INFINITY) < SENT_AGAIN) continue;
    if (dropped) brokenAt.set(text, time);
    if (kind === 'add' && outcome.startsWith('stored')) counts.set(text, (counts.get(text) ?? 0) + 1);
    // An entry that was deleted in between may be added again; one from before the log was never counted.
    if (kind === 'delete' && outcome.startsWith('deleted'))
      counts.set(text, Math.max(0, (counts.get(text) ?? 0) - 1));
  }
  return [...counts].filter(([, count]) => count > 1).map(([text]) => text);
}
