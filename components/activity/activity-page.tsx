import { useMemo } from 'preact/hooks';
import type { EventRow } from '../../lib/activity/table/columns.ts';
import type { AuditCall } from '../../lib/activity/types.ts';
import { Button } from '../controls/button.tsx';
import { LiveRegion } from '../controls/live-region.tsx';
import { ProgressBar } from '../controls/progress-bar.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import type { OrganizationChoice } from '../popup/model.ts';
import { Organization } from '../popup/organization.tsx';
import { EventDetails } from './event-details.tsx';
import { EventTable, MOST_ROWS } from './event-table.tsx';
import { FetchState } from './fetch-state.tsx';
import { Figures } from './figures.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { Choice, FetchView, TableView } from './model.ts';
import { RangeBar } from './range-bar.tsx';
import { useFrameLater } from './use-frame-later.ts';
import { table as tableWords, page as words } from './words.ts';

export interface ActivityPageProps {
  organizations: readonly OrganizationChoice[];
  /** Undefined before any organization was seen. */
  org: string | undefined;
  choice: Choice;
  fetch: FetchView | undefined;
  online: boolean;
  view: TableView;
  /** Why the stored events can't be shown. */
  problem?: string | undefined;
  details?: { id: string; call: AuditCall | null | undefined } | undefined;
  /** A file is being written. */
  writing: boolean;
  /** Milliseconds since 1970. */
  now: number;
  onOrganization(org: string): void;
  onChange(change: Partial<Choice>): void;
  onOpen(row: EventRow): void;
  onClose(): void;
  onExport(format: 'csv' | 'json'): void;
  onFetch(): void;
  onSetUp(): void;
  onAgain(): void;
}

/** The page with all stored events: figures, filters, table and details. */
export function ActivityPage(props: ActivityPageProps) {
  const { organizations, org, choice, fetch, view, problem, details, now } = props;
  const { answer } = view;
  // Filters, figures and table follow each other by a frame: drawn in one they hold a slow computer up for several.
  const answerOfFigures = useFrameLater(answer);
  const answerOfTable = useFrameLater(answerOfFigures);
  const stored = (answer?.inRange ?? 0) > 0;
  // Kept as they are while only rows come: a hundred people to choose from and the charts cost more than the rows.
  const filters = useMemo(
    () => <FilterBar choice={choice} facets={answer?.facets} onChange={props.onChange} />,
    [choice, answer?.facets, props.onChange],
  );
  const figures = useMemo(
    () =>
      answerOfFigures && answerOfFigures.count > 0 ? (
        <Figures answer={answerOfFigures} completeFrom={fetch?.completeFrom} />
      ) : null,
    [answerOfFigures, fetch?.completeFrom],
  );
  return (
    <main class="own-page activity-page">
      <header class="own-page-header">
        <h1>{words.title}</h1>
        {org !== undefined && (
          <Organization organizations={organizations} current={org} onChoose={props.onOrganization} />
        )}
      </header>
      {org === undefined ? (
        <SectionMessage level="info" title={words.noOrganizationTitle}>
          <p>{words.noOrganization}</p>
        </SectionMessage>
      ) : (
        <p class="subtle">{words.intro}</p>
      )}
      {problem !== undefined && (
        <SectionMessage
          level="error"
          title={words.failedTitle}
          actions={<Button onPress={props.onAgain}>{words.again}</Button>}
        >
          <p>{problem}</p>
        </SectionMessage>
      )}
      {org !== undefined && (
        <>
          {fetch && (
            <FetchState
              fetch={fetch}
              online={props.online}
              stored={stored}
              now={now}
              onFetch={props.onFetch}
              onSetUp={props.onSetUp}
            />
          )}
          <RangeBar choice={choice} onChange={props.onChange} />
          {filters}
          {figures}
          <TablePart {...props} view={{ ...view, answer: answerOfTable }} />
        </>
      )}
      {details && (
        <EventDetails id={details.id} call={details.call} onFilter={props.onChange} onClose={props.onClose} />
      )}
    </main>
  );
}

/** How many there are, the exports, and the table or why it is empty. */
function TablePart({ view, choice, details, writing, onChange, onOpen, onExport }: ActivityPageProps) {
  const { answer, progress } = view;
  const ready = answer && !answer.loading;
  const count = answer?.count ?? 0;
  const heading = answer ? tableWords.count(count, answer.inRange) : tableWords.label;
  return (
    <section class="table-part" aria-label={tableWords.label}>
      <div class="section-head">
        <h2 data-testid="gate-activity-count" data-count={count} data-state={ready ? 'ready' : 'reading'}>
          {heading}
        </h2>
        <div class="actions">
          {(['csv', 'json'] as const).map((format) => (
            <Button
              key={format}
              icon="download"
              disabled={!ready || count === 0 || writing}
              data={{ 'data-testid': 'gate-activity-export', 'data-format': format }}
              onPress={() => onExport(format)}
            >
              {tableWords[format]}
            </Button>
          ))}
        </div>
      </div>
      <LiveRegion text={writing ? tableWords.writing : ready ? heading : ''} />
      {!ready && progress && progress.of > 0 && (
        <div class="sync">
          <p class="hint">{tableWords.reading(progress.done, progress.of)}</p>
          <ProgressBar
            label={tableWords.reading(progress.done, progress.of)}
            value={progress.done}
            max={progress.of}
          />
        </div>
      )}
      {count > 0 && (
        <EventTable view={view} choice={choice} open={details?.id} onChange={onChange} onOpen={onOpen} />
      )}
      {ready && count === 0 && (
        <p class="empty subtle">{answer.inRange > 0 ? tableWords.none : tableWords.noneInRange}</p>
      )}
      {count > MOST_ROWS && <p class="hint">{tableWords.tooMany(MOST_ROWS)}</p>}
    </section>
  );
}
