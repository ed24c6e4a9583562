import { Button } from '../controls/button.tsx';
import { ProgressBar } from '../controls/progress-bar.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { ageInWords } from '../popup/age.ts';
import { isMendedInOptions, isOffline } from '../popup/next-step.ts';
import type { FetchView } from './model.ts';
import { fetching as words } from './words.ts';

export interface FetchStateProps {
  fetch: FetchView;
  online: boolean;
  /** Events are stored. */
  stored: boolean;
  /** Milliseconds since 1970. */
  now: number;
  onFetch(): void;
  onSetUp(): void;
}

/** How fresh the stored events are, and the next step in each state. */
export function FetchState({ fetch, online, stored, now, onFetch, onSetUp }: FetchStateProps) {
  const { state, syncedAt, problem } = fetch;
  const age = syncedAt === undefined ? undefined : ageInWords(syncedAt, now);
  const button = (
    <Button data={{ 'data-testid': 'gate-sync' }} onPress={onFetch}>
      {words.now}
    </Button>
  );
  if (state === 'no-key') {
    if (stored) return null;
    return (
      <SectionMessage
        level="info"
        title={words.emptyTitle}
        actions={<Button onPress={onSetUp}>{words.setUp}</Button>}
      >
        <p>{words.empty}</p>
      </SectionMessage>
    );
  }
  if (!online || (state === 'error' && isOffline(problem))) {
    return (
      <SectionMessage level="warn" actions={online ? button : undefined}>
        <p>{words.offline}</p>
      </SectionMessage>
    );
  }
  if (state === 'syncing') {
    return (
      <div class="sync" role="status">
        <p class="hint">{problem ? visibleText(problem.message, 400) : words.syncing}</p>
        <ProgressBar label={words.syncing} />
      </div>
    );
  }
  if (state === 'error') {
    return (
      <SectionMessage
        level="error"
        title={words.errorTitle}
        actions={
          <>
            {isMendedInOptions(problem) && <Button onPress={onSetUp}>{words.options}</Button>}
            {button}
          </>
        }
      >
        <p>{problem ? visibleText(problem.message, 400) : words.errorUnknown}</p>
        {stored && <p>{words.kept}</p>}
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
    <div class="fetched">
      <span class="hint">{age === undefined ? '' : words.fetched(age)}</span>
      {button}
    </div>
  );
}
