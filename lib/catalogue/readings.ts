/**
 * What the probe of a real organization settles (see docs/reading-entries.md). Nobody outside Atlassian knows its matcher,
 * and public reports disagree on three situations: there the engine answers `unsure`. Whoever has probed changes the word
 * here; matcher, reasons, coverage and what follows from them then answer `yes` or `no`, and nothing else needs a change.
 */
export interface Readings {
  /** `https://host` against `https://host/callback`: does an entry without a path stand for its root or for the origin? */
  pathless: 'unsure' | 'root' | 'origin';
  /** `https://host/x/**` against `https://host/x`: is what stands in front of the slash covered? */
  base: 'unsure' | 'covered' | 'not covered';
  /** `http://localhost/callback` against `http://localhost:3000/callback`: does no port stand for any port on loopback? */
  loopbackPort: 'unsure' | 'any' | 'default';
}

export const READINGS: Readings = { pathless: 'unsure', base: 'unsure', loopbackPort: 'unsure' };
