import type { ImportPlan, PlanKind, PlannedRow } from '../../lib/import/types.ts';
import type { Finding } from '../../lib/patterns/types.ts';

type Draft = Partial<PlannedRow> & { text: string };

const finding = (
  rule: string,
  level: Finding['level'],
  message: string,
  more: Partial<Finding> = {},
): Finding => ({
  rule,
  level,
  severity: level === 'error' ? 'high' : 'medium',
  message,
  start: 0,
  end: 8,
  ...more,
});

const drafts: Draft[] = [
  { text: 'https://claude.ai/**', plan: 'present', by: 'https://claude.ai/**' },
  { text: 'https://app.getgram.ai/mcp/remote_login_callback' },
  {
    text: 'https://<tfy-control-plane-base-url>/**',
    plan: 'invalid',
    level: 'error',
    findings: [
      finding('E023', 'error', 'Only *, ** and {a,b} are documented; < and > would be taken literally.', {
        start: 8,
        end: 36,
      }),
    ],
    extra: { vendor: 'TrueFoundry' },
  },
  {
    text: 'https://*.mattermost.cloud/**',
    level: 'warn',
    needsTick: true,
    findings: [
      finding('W101', 'warn', 'Any Mattermost Cloud customer matches, not only your own workspace.', {
        severity: 'high',
        start: 8,
        end: 26,
      }),
      finding('W230', 'info', 'The whole site is let in; the exact callback would be narrower.'),
    ],
    extra: { owner: 'Collaboration team', ticket: 'SEC-2214', review_by: '2027-03-01' },
  },
  { text: 'https://platform.robusta.dev/**' },
  {
    text: 'https://platform.robusta.dev/oauth/callback',
    plan: 'covered',
    by: 'https://platform.robusta.dev/**',
  },
  {
    text: 'next.elitea.ai/**',
    plan: 'invalid',
    level: 'error',
    findings: [
      finding('E002', 'error', 'Every pattern starts with a protocol.', {
        end: 0,
        fix: 'https://next.elitea.ai/**',
      }),
    ],
  },
  {
    text: 'https://app.kodus.io/setup/mcp/oauth; https://kodus.io/cb',
    plan: 'invalid',
    level: 'error',
    findings: [
      finding('E031', 'error', 'This row holds two patterns; each needs a row of its own.', { start: 38 }),
    ],
  },
  {
    text: 'https://Vscode.dev/redirect',
    pattern: 'https://vscode.dev/redirect',
    level: 'warn',
    findings: [
      finding('W211', 'warn', 'The host is written in upper case; it is added in lower case.', {
        severity: 'low',
      }),
    ],
  },
  { text: 'https://vscode.dev/redirect', plan: 'duplicate', by: 'https://vscode.dev/redirect' },
  {
    text: `https://a-very-long-host-name.of-some-internal-gateway.example-corporation.com/${'deep/'.repeat(12)}callback`,
  },
  { text: 'https://insiders.vscode.dev/redirect' },
];

function complete(draft: Draft, line: number): PlannedRow {
  return {
    line,
    extra: {},
    plan: 'add',
    pattern: draft.text,
    level: 'ok',
    needsTick: false,
    findings: [],
    ...draft,
  };
}

/** A plan of any size, made of a few believable rows over and over. */
export function planOf(count: number, extra: string[] = ['https://old-tool.example.com/**']): ImportPlan {
  const rows = Array.from({ length: count }, (_, index) =>
    complete(drafts[index % drafts.length] ?? { text: '' }, index + 2),
  );
  const counts: Record<PlanKind, number> = { add: 0, present: 0, covered: 0, duplicate: 0, invalid: 0 };
  for (const row of rows) counts[row.plan] += 1;
  return { rows, counts, extra };
}
