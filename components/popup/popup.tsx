import { CheckBox, type CheckView } from '../answer/check-box.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { Activity } from './activity.tsx';
import { Findings } from './findings.tsx';
import type {
  ActivityView,
  ActivityWindow,
  FindingView,
  OrganizationChoice,
  PopupLinks,
  StatusView,
} from './model.ts';
import { Organization } from './organization.tsx';
import { StatusCard } from './status-card.tsx';
import { ThisPage } from './this-page.tsx';
import { popup as words } from './words.ts';

export interface PopupProps {
  organizations: readonly OrganizationChoice[];
  /** The organization shown; undefined before any was seen. */
  current: string | undefined;
  status: StatusView | undefined;
  /** Left out until they are there. */
  findings?: readonly FindingView[] | undefined;
  check: CheckView;
  /** Left out until the figures are there: everything above is shown at once. */
  activity?: ActivityView | undefined;
  /** Why something could not be read, as a sentence for the admin. */
  failure?: string | undefined;
  links: PopupLinks;
  /** Features and sources that the organization's policy has switched off. */
  off?: readonly string[];
  /** What the console's page in front was taken for, where there is one. */
  pageInFront?: string | undefined;
  /** Milliseconds since 1970. */
  now: number;
  onOrganization(id: string): void;
  onOpenConsole(): void;
  onClaim(): void;
  onCheck(text: string): void;
  onAdd(pattern: string): void;
  onWindow(window: ActivityWindow): void;
  onSync(): void;
  onSetUpActivity(): void;
}

/** The whole popup: status first, since it is what the glance is for. */
export function Popup(props: PopupProps) {
  const { organizations, current, status, findings, check, activity, links, now, off = [] } = props;
  return (
    <main class="popup">
      <header class="popup-header">
        <h1>{words.title}</h1>
        {current !== undefined && (
          <Organization organizations={organizations} current={current} onChoose={props.onOrganization} />
        )}
        <a class="hint" href={links.options} target="_blank" rel="noreferrer" data-testid="gate-open-options">
          {words.options}
        </a>
      </header>
      {props.failure !== undefined && (
        <SectionMessage level="error">
          <p>{visibleText(props.failure, 400)}</p>
        </SectionMessage>
      )}
      <StatusCard status={status} now={now} onOpenConsole={props.onOpenConsole} />
      <ThisPage kind={props.pageInFront} onClaim={props.onClaim} />
      {!off.includes('findings') && <Findings findings={findings} href={links.posture} />}
      {current !== undefined && !off.includes('register') && (
        <p class="section">
          <a
            class="hint"
            href={links.register}
            target="_blank"
            rel="noreferrer"
            data-testid="gate-open-register"
          >
            {words.register}
          </a>
        </p>
      )}
      {!off.includes('blockedHelper') && (
        <CheckBox check={check} onText={props.onCheck} onAdd={props.onAdd} />
      )}
      {activity && (
        <Activity
          activity={activity}
          now={now}
          href={links.activity}
          onWindow={props.onWindow}
          onSync={props.onSync}
          onSetUp={props.onSetUpActivity}
        />
      )}
    </main>
  );
}
