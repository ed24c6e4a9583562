import { door } from '../words/door.ts';
import { say } from '../words/say.ts';
import type { JudgedFinding } from './types.ts';
import { wordsOf } from './words.ts';

const reportWords = door('postureReport');
const levelWords = door('postureLevel');

/** What an audit gets. Dates are written as ISO 8601 in UTC, so that two reports can be compared. */
export interface ReportHead {
  org: string;
  /** When it was made and when the page was last seen, in milliseconds since 1970. */
  now: number;
  seenAt: number | null;
}

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

/** The findings as JSON: stable keys in a stable order, one line a field. */
export function postureAsJson(head: ReportHead, findings: readonly JudgedFinding[]): string {
  const report = {
    made: iso(head.now),
    organization: head.org,
    consoleSeen: iso(head.seenAt),
    findings: findings.map(({ rule, level, link, evidence, params, accepted }) => ({
      rule,
      level,
      title: wordsOf({ rule, params }).title,
      message: wordsOf({ rule, params }).message,
      evidence,
      accepted: accepted ? { until: accepted.until, reason: accepted.reason, at: iso(accepted.at) } : null,
      documentation: link,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * Text of others inside Markdown: in a code span nothing is formatted, no link made and no markup read. The fence is
 * longer than any run of backticks inside (CommonMark 6.1); line ends become spaces.
 */
export function codeSpan(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain.trim() === '' ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/** A sentence of the admin in Markdown: marks that could format are escaped, line ends become spaces. */
export function plainLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&');
}

function section(finding: JudgedFinding): string[] {
  const words = wordsOf(finding);
  return [
    `### ${finding.rule} ${words.title}`,
    '',
    `**${levelWords[finding.level]}.** ${words.message}`,
    '',
    `${words.why} ${words.todo}`,
    '',
    ...finding.evidence.map((one) => `- ${codeSpan(one)}`),
    ...(finding.evidence.length > 0 ? [''] : []),
    ...(finding.accepted
      ? [
          say('posture_acceptedUntil', {
            day: finding.accepted.until,
            reason: plainLine(finding.accepted.reason),
          }),
          '',
        ]
      : []),
    `${reportWords.documentation}: <${finding.link}>`,
    '',
  ];
}

/** The findings as Markdown, open ones first. */
export function postureAsMarkdown(head: ReportHead, findings: readonly JudgedFinding[]): string {
  const open = findings.filter(({ accepted }) => !accepted);
  const accepted = findings.filter((finding) => finding.accepted);
  const lines = [
    `# ${reportWords.title}`,
    '',
    `- ${reportWords.organization}: ${codeSpan(head.org)}`,
    `- ${reportWords.made}: ${iso(head.now)}`,
    `- ${reportWords.seen}: ${iso(head.seenAt) ?? reportWords.never}`,
    '',
    `## ${say('postureReport_open', { count: open.length })}`,
    '',
    ...(open.length > 0 ? open.flatMap(section) : [reportWords.none, '']),
    ...(accepted.length > 0
      ? [`## ${say('postureReport_accepted', { count: accepted.length })}`, '', ...accepted.flatMap(section)]
      : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
