/** What can go wrong with one answer of the replica. */
export type ApiFault =
  | { kind: 'rate-limited'; retryAfter: number }
  /** `detail` stands in the error's words. */
  | { kind: 'status'; status: number; detail?: string }
  /** The body ends in the middle. */
  | { kind: 'truncated' }
  /** JSON of another form: a list where an object is expected. */
  | { kind: 'wrong-schema' }
  /** A sign-in page with status 200. */
  | { kind: 'html' }
  | { kind: 'redirect' }
  /** The connection fails before an answer. */
  | { kind: 'offline' }
  | { kind: 'slow'; milliseconds: number };

/** A schedule of faults by chance; the same for the same seed. `share` of the requests fail, from 0 up to 1. */
export function randomFaults(random: () => number, share: number): () => ApiFault | undefined {
  const kinds: readonly (() => ApiFault)[] = [
    () => ({ kind: 'rate-limited', retryAfter: 1 + Math.floor(random() * 30) }),
    () => ({ kind: 'status', status: [500, 502, 503, 504][Math.floor(random() * 4)] ?? 500 }),
    () => ({ kind: 'truncated' }),
    () => ({ kind: 'wrong-schema' }),
    () => ({ kind: 'offline' }),
  ];
  return () => (random() < share ? kinds[Math.floor(random() * kinds.length)]?.() : undefined);
}
