import { ChangesNotice } from '../../components/on-page/changes-notice.tsx';
import { FieldVerdict } from '../../components/on-page/field-verdict.tsx';
import { ImportLauncher } from '../../components/on-page/import-launcher.tsx';
import { LayoutUnknown } from '../../components/on-page/layout-unknown.tsx';
import { ReaddProgress } from '../../components/on-page/readd-progress.tsx';
import { RegisterCounts } from '../../components/on-page/register-counts.tsx';
import { RegisterRow } from '../../components/on-page/register-row.tsx';
import { ResumeOffer } from '../../components/on-page/resume-offer.tsx';
import { RowReadd } from '../../components/on-page/row-readd.tsx';
import { RowVerdict } from '../../components/on-page/row-verdict.tsx';
import { TaughtPage } from '../../components/on-page/taught-page.tsx';
import { TeachGuide } from '../../components/on-page/teach-guide.tsx';
import { UpdatedReload } from '../../components/on-page/updated-reload.tsx';
import { WaitingEntry } from '../../components/on-page/waiting-entry.tsx';
import type { Finding, Verdict } from '../../lib/patterns/types.ts';
import type { GalleryState } from './state.ts';

const nothing = () => undefined;
const nobody = { owner: '', reason: '', ticket: '', source: '', reviewBy: '', onEdit: nothing };
const finding = (level: Finding['level'], message: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'E019',
  level,
  severity: 'medium',
  message,
  start: 0,
  end: 0,
  ...more,
});

const error: Verdict = {
  level: 'error',
  findings: [
    finding('error', 'This would allow every site on the internet.', {
      start: 8,
      end: 9,
      fix: 'https://claude.ai/**',
    }),
    finding('warn', 'A single * matches one segment of the path only.', { rule: 'W203' }),
    finding('info', 'Query strings are ignored.', { rule: 'W230' }),
  ],
};
const warn: Verdict = {
  level: 'warn',
  pattern: 'https://claude.ai',
  findings: [
    finding('warn', 'Valid, but without a path several guides say that the callback is refused.', {
      rule: 'W201',
      start: 17,
      end: 17,
      fix: 'https://claude.ai/**',
    }),
  ],
};
const info: Verdict = {
  level: 'ok',
  pattern: 'https://claude.ai/**',
  findings: [finding('info', 'Already covered by an Atlassian-supported domain.', { rule: 'W225', end: 20 })],
};
const ok: Verdict = { level: 'ok', pattern: 'https://vscode.dev/redirect', findings: [] };
const hostile = `https://claude.ai\u202e/moc.live//:sptth\u200b${'x'.repeat(5000)}`;

function Field({ text, verdict }: { text: string; verdict: Verdict }) {
  return (
    <div style={{ marginBottom: '16px' }}>
      <div class="gallery-input">{text.slice(0, 60)}</div>
      <FieldVerdict text={text} verdict={verdict} onFix={nothing} />
    </div>
  );
}

export const onPageStates: GalleryState[] = [
  {
    name: 'page-field',
    place: 'on-page',
    press: ['>>> summary'],
    view: () => (
      <div>
        <Field text="https://*/callback/*" verdict={error} />
        <Field text="https://claude.ai" verdict={warn} />
        <Field text="https://claude.ai/**" verdict={info} />
        <Field text="https://vscode.dev/redirect" verdict={ok} />
        <Field
          text={hostile}
          verdict={{
            level: 'error',
            findings: [
              finding('error', 'U+202E at column 18 changes the reading direction.', { start: 17, end: 18 }),
            ],
          }}
        />
      </div>
    ),
  },
  {
    name: 'page-rows',
    place: 'on-page',
    press: ['>>> .mark'],
    view: () => (
      <div>
        <ImportLauncher onOpen={nothing} onWhy={nothing} />
        {[error, warn, info].map((verdict, index) => (
          <p
            key={verdict.level}
            style={{ display: 'flex', gap: '8px', alignItems: 'center', marginTop: '12px' }}
          >
            https://*.row-{index}.com/**{' '}
            <RowVerdict pattern={`https://*.row-${index}.com/**`} verdict={verdict} />
          </p>
        ))}
      </div>
    ),
  },
  {
    name: 'page-notices',
    place: 'on-page',
    press: ['>>> summary'],
    view: () => (
      <div style={{ display: 'grid', gap: '16px' }}>
        <ResumeOffer done={12} total={40} onResume={nothing} onDismiss={nothing} />
        <LayoutUnknown onTeach={nothing} onDismiss={nothing} />
        <ChangesNotice
          added={['https://cursor.com/**', 'https://chatgpt.com/**']}
          removed={['https://old-tool.example.com/**']}
          settings={[{ name: 'Allow API token authentication', before: 'off', after: 'on' }]}
          since="3 days ago"
          onDismiss={nothing}
        />
        <UpdatedReload onReload={nothing} />
      </div>
    ),
  },
  {
    name: 'page-register',
    place: 'on-page',
    press: ['>>> [data-testid="gate-row-readd"]'],
    view: () => (
      <div style={{ display: 'grid', gap: '16px', justifyItems: 'start' }}>
        <RegisterRow
          pattern="https://a.com/**"
          owner="Collaboration team"
          reason="Pilot of the agents"
          ticket="SEC-12"
          source=""
          onEdit={nothing}
          reviewBy="2027-03-01"
          overdue={false}
        />
        <RegisterRow
          {...{ ...nobody, pattern: 'https://b.com/**', owner: 'Ana Oliveira', reviewBy: '2026-10-01' }}
          overdue
        />
        <RegisterRow {...{ ...nobody, pattern: 'https://c.com/**' }} overdue={false} />
        <RegisterCounts overdue={1} unowned={3} problem={undefined} />
        <RowReadd pattern="https://claude.ai/**" state="idle" onReadd={nothing} />
      </div>
    ),
  },
  {
    name: 'page-readd-progress',
    place: 'on-page',
    view: () => (
      <div style={{ display: 'grid', gap: '16px' }}>
        <ReaddProgress state="working" onFinish={nothing} onDismiss={nothing} />
        <ReaddProgress state="done" onFinish={nothing} onDismiss={nothing} />
        <ReaddProgress
          state="unfinished"
          message="The entry was deleted and could not be added again. Finish it here, or add it by hand."
          onFinish={nothing}
          onDismiss={nothing}
        />
      </div>
    ),
  },
  {
    name: 'page-waiting',
    place: 'on-page',
    view: () => (
      <div style={{ display: 'grid', gap: '16px' }}>
        <WaitingEntry
          pattern="https://app.devin.ai/mcp/callback"
          reason="The page’s form is open with another text in it. Close it, then add the entry by hand."
          onDismiss={nothing}
        />
        <TaughtPage onForget={nothing} />
        <TaughtPage problem="It could not be forgotten. Reload the page and try again." onForget={nothing} />
      </div>
    ),
  },
  {
    name: 'page-teach',
    place: 'on-page',
    view: () => <TeachGuide step="button" place={2} of={4} problem="notAButton" onCancel={nothing} />,
  },
];
