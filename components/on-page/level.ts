import type { Finding, Verdict } from '../../lib/patterns/types.ts';

/** How a verdict is shown: as the engine's level, but `info` when there are only notes. */
export type DisplayLevel = 'ok' | 'info' | 'warn' | 'error';

/** The contract's `data-level` of a verdict on the page. */
export function displayLevel(verdict: Pick<Verdict, 'level' | 'findings'>): DisplayLevel {
  return verdict.level === 'ok' && verdict.findings.length > 0 ? 'info' : verdict.level;
}

/** The correction to offer: the first one there is, in the order of the findings. */
export function firstFix(findings: readonly Finding[]): string | undefined {
  return findings.find((finding) => finding.fix !== undefined)?.fix;
}
