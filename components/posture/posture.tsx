import type { JudgedFinding } from '../../lib/posture/types.ts';
import type { RuleWords } from '../../lib/posture/words.ts';
import { ageInWords } from '../../lib/words/figures.ts';
import { Button } from '../controls/button.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import type { OrganizationChoice } from '../popup/model.ts';
import { Organization } from '../popup/organization.tsx';
import { FindingCard } from './finding-card.tsx';
import type { Accepting, PostureView } from './model.ts';
import { posture as words } from './words.ts';

export interface PostureProps {
  organizations: readonly OrganizationChoice[];
  /** Undefined before any organization was seen. */
  view: PostureView | undefined;
  /** Why nothing can be shown. */
  problem?: string | undefined;
  /** Milliseconds since 1970. */
  now: number;
  /** The admin's day, `YYYY-MM-DD`. */
  today: string;
  /** The texts of a finding. */
  textsOf(finding: JudgedFinding): RuleWords;
  onOrganization(org: string): void;
  onAgain(): void;
  onAccept(finding: JudgedFinding, accepting: Accepting): void;
  onWithdraw(finding: JudgedFinding): void;
  onExport(format: 'markdown' | 'json'): void;
}

/** All findings of an organization: open ones first, then what was accepted. */
export function Posture(props: PostureProps) {
  const { organizations, view, problem, now } = props;
  return (
    <main class="own-page">
      <header class="own-page-header">
        <h1>{words.title}</h1>
        {view && (
          <Organization organizations={organizations} current={view.org} onChoose={props.onOrganization} />
        )}
      </header>
      {problem !== undefined && (
        <SectionMessage
          level="error"
          title={words.failedTitle}
          actions={<Button onPress={props.onAgain}>{words.again}</Button>}
        >
          <p>{problem}</p>
        </SectionMessage>
      )}
      {view && (
        <p class="subtle">
          {words.intro} {view.seenAt !== null && words.seen(ageInWords(view.seenAt, now))}
        </p>
      )}
      {view?.seenAt === null && (
        <SectionMessage level="info">
          <p>{words.neverSeen}</p>
        </SectionMessage>
      )}
      {!view && problem === undefined && (
        <SectionMessage level="info" title={words.firstTitle}>
          <p>{words.first}</p>
        </SectionMessage>
      )}
      {view && <Found {...props} view={view} />}
    </main>
  );
}

function Found({ view, ...props }: PostureProps & { view: PostureView }) {
  const open = view.findings.filter(({ accepted }) => !accepted);
  const accepted = view.findings.filter((finding) => finding.accepted);
  const card = (finding: JudgedFinding) => {
    return (
      <li key={`${finding.rule}${finding.accepted ? ' accepted' : ''}`}>
        <FindingCard
          finding={finding}
          text={props.textsOf(finding)}
          today={props.today}
          onAccept={props.onAccept}
          onWithdraw={props.onWithdraw}
        />
      </li>
    );
  };
  return (
    <>
      <div class="section-head">
        <h2 aria-live="polite">{words.open(open.length)}</h2>
        <div class="actions">
          <Button
            icon="download"
            data={{ 'data-testid': 'gate-posture-export', 'data-format': 'markdown' }}
            onPress={() => props.onExport('markdown')}
          >
            {words.markdown}
          </Button>
          <Button
            icon="download"
            data={{ 'data-testid': 'gate-posture-export', 'data-format': 'json' }}
            onPress={() => props.onExport('json')}
          >
            {words.json}
          </Button>
        </div>
      </div>
      {open.length === 0 && view.seenAt !== null && (
        <SectionMessage level="ok" title={words.noneTitle}>
          <p>{words.none}</p>
        </SectionMessage>
      )}
      <ul class="finding-list">{open.map(card)}</ul>
      {accepted.length > 0 && (
        <Disclosure summary={words.accepted(accepted.length)}>
          <ul class="finding-list">{accepted.map(card)}</ul>
        </Disclosure>
      )}
    </>
  );
}
