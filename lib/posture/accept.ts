import type { Acceptance, JudgedFinding, PostureFinding } from './types.ts';

/**
 * Holds findings against what the admin accepted. An acceptance ends after its day, and holds only for what it was
 * given for: an entry that came later is shown again, alone.
 *
 * @param today the admin's day, `YYYY-MM-DD`.
 * @returns every finding; one that is partly accepted stands twice, once for each part.
 */
export function judgeFindings(
  findings: readonly PostureFinding[],
  acceptances: readonly Acceptance[],
  today: string,
): JudgedFinding[] {
  const byRule = new Map(acceptances.filter(({ until }) => until >= today).map((one) => [one.rule, one]));
  return findings.flatMap((finding): JudgedFinding[] => {
    const acceptance = byRule.get(finding.rule);
    if (!acceptance) return [finding];
    const accepted = { until: acceptance.until, reason: acceptance.reason, at: acceptance.at };
    if (finding.evidence.length === 0) return [{ ...finding, accepted }];
    const known = new Set(acceptance.evidence);
    const covered = finding.evidence.filter((one) => known.has(one));
    const fresh = finding.evidence.filter((one) => !known.has(one));
    return [
      ...(fresh.length > 0 ? [about(finding, fresh)] : []),
      ...(covered.length > 0 ? [{ ...about(finding, covered), accepted }] : []),
    ];
  });
}

function about(finding: PostureFinding, evidence: string[]): PostureFinding {
  return { ...finding, evidence, params: { ...finding.params, count: evidence.length } };
}
