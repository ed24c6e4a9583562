import { Button } from '../controls/button.tsx';
import { ChoiceBar } from '../controls/choice-bar.tsx';
import { ProgressBar } from '../controls/progress-bar.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { ActivityFigures } from './activity-figures.tsx';
import { ageInWords } from './age.ts';
import type { ActivityView, ActivityWindow } from './model.ts';
import { isMendedInOptions, isOffline } from './next-step.ts';
import { windows, activity as words } from './words.ts';

export interface ActivityProps {
  activity: ActivityView;
  /** Milliseconds since 1970. */
  now: number;
  /** The address of the activity page. */
  href: string;
  onWindow(window: ActivityWindow): void;
  onSync(): void;
  onSetUp(): void;
}

/** What AI tools did lately (contract: `gate-activity`), each state with its next step. */
export function Activity({ activity, now, href, onWindow, onSync, onSetUp }: ActivityProps) {
  const { state, total, window } = activity;
  return (
    <section
      class="section"
      aria-labelledby="activity-title"
      data-testid="gate-activity"
      data-events={total}
      data-window={window}
      data-state={state}
    >
      <div class="section-head">
        <h2 id="activity-title">{state === 'no-key' ? words.noKeyTitle : words.title}</h2>
        <a class="hint" href={href} target="_blank" rel="noreferrer" data-testid="gate-open-activity">
          {words.open}
        </a>
      </div>
      {state === 'no-key' ? (
        <NoKey onSetUp={onSetUp} />
      ) : (
        <>
          <ChoiceBar
            label={words.window}
            look="segments"
            value={window}
            choices={(['24h', '7d', '30d'] as const).map((value) => ({
              value,
              label: windows[value],
              data: { 'data-testid': 'gate-activity-window', 'data-value': value },
            }))}
            onChoose={onWindow}
          />
          <SyncState activity={activity} now={now} onSync={onSync} onSetUp={onSetUp} />
          {total === 0 && state !== 'syncing' && <p class="subtle">{words.empty}</p>}
          {total > 0 && <ActivityFigures activity={activity} now={now} />}
        </>
      )}
    </section>
  );
}

function NoKey({ onSetUp }: { onSetUp(): void }) {
  return (
    <>
      <p class="subtle">{words.noKey}</p>
      <div class="actions">
        <Button onPress={onSetUp}>{words.addKey}</Button>
      </div>
    </>
  );
}

/** How fresh the figures are, and the button that fetches new ones. */
function SyncState({ activity, now, onSync, onSetUp }: Omit<ActivityProps, 'href' | 'onWindow'>) {
  const { state, total, syncedAt, problem } = activity;
  const age = syncedAt === undefined ? undefined : ageInWords(syncedAt, now);
  const button = (
    <Button appearance="link" data={{ 'data-testid': 'gate-sync' }} onPress={onSync}>
      {words.sync}
    </Button>
  );
  if (state === 'syncing') {
    return (
      <div class="sync" role="status">
        <p class="hint">{problem ? visibleText(problem.message, 400) : words.syncing}</p>
        <ProgressBar label={words.syncing} />
      </div>
    );
  }
  if (state === 'error') {
    const offline = isOffline(problem);
    const setUp = (
      <Button appearance="link" onPress={onSetUp}>
        {words.openOptions}
      </Button>
    );
    return (
      <SectionMessage
        level={offline ? 'warn' : 'error'}
        title={offline ? undefined : words.errorTitle}
        actions={
          <>
            {isMendedInOptions(problem) && setUp}
            {button}
          </>
        }
      >
        <p>{problem ? visibleText(problem.message, 400) : words.errorUnknown}</p>
        {total > 0 && !offline && <p>{words.kept}</p>}
      </SectionMessage>
    );
  }
  if (state === 'stale' && age !== undefined) {
    return (
      <SectionMessage level="warn" actions={button}>
        <p>{words.stale(age)}</p>
      </SectionMessage>
    );
  }
  return (
    <div class="section-head">
      <span class="hint">{age === undefined ? '' : words.updated(age)}</span>
      {button}
    </div>
  );
}
