import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EventRow } from '../../lib/activity/table/columns.ts';
import { Cell } from '../controls/cell.tsx';
import { Lozenge } from '../controls/lozenge.tsx';
import { VirtualList } from '../controls/virtual-list.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { classes } from '../popup/words.ts';
import { classTone } from './class-tone.ts';
import type { Choice, TableView } from './model.ts';
import { SortHeader } from './sort-header.tsx';
import { moment, table as words } from './words.ts';

/** The style sheet counts on it. */
const ROW_HEIGHT = 32;
/** Firefox draws nothing below some 17.8 million pixels. */
export const MOST_ROWS = 500_000;
/** How far Page Up and Page Down go. */
const PAGE = 15;

export interface EventTableProps {
  view: TableView;
  choice: Choice;
  /** The event whose details are open. */
  open: string | undefined;
  onChange(change: Partial<Choice>): void;
  onOpen(row: EventRow): void;
}

/** Where a key leads from a row; undefined for a key that moves nothing. */
function target(key: string, place: number, count: number): number | undefined {
  const to = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -count, End: count }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, place + to));
}

/** All events that pass, as a sortable virtual list (contract: `gate-activity-row`). */
export function EventTable({ view, choice, open, onChange, onOpen }: EventTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const [active, setActive] = useState(0);
  const [follow, setFollow] = useState<number>();
  const count = Math.min(view.answer?.count ?? 0, MOST_ROWS);
  const current = Math.min(active, Math.max(0, count - 1));

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    let tries = 0;
    // A row that was scrolled to exists only after the next frame.
    const focus = () => {
      const button = frame.current?.querySelector<HTMLElement>(`[data-place="${current}"]`);
      tries += 1;
      if (!button && tries < 10) requestAnimationFrame(focus);
      focusWanted.current = false;
      button?.focus();
    };
    focus();
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const place = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    const to = place === undefined ? undefined : target(event.key, Number(place), count);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusWanted.current = true;
    setActive(to);
    setFollow(to);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in its rows
    <div class="event-table" ref={frame} onKeyDown={onKeyDown}>
      <VirtualList
        label={words.label}
        count={count}
        rowHeight={ROW_HEIGHT}
        view={`${choice.sort} ${choice.descending}`}
        follow={follow}
        header={<SortHeader choice={choice} onChange={onChange} />}
        renderRow={(place) => {
          const row = view.rowAt(place);
          if (!row) return { class: 'event-row is-quiet', cells: <Cell>…</Cell> };
          return {
            class: row.id === open ? 'event-row is-open' : 'event-row',
            attributes: {
              'data-testid': 'gate-activity-row',
              'data-id': row.id,
              'data-time': new Date(row.time).toISOString(),
              'data-tool': row.tool,
              'data-class': row.class,
            },
            cells: (
              <Cells
                row={row}
                place={place}
                active={place === current}
                onOpen={() => {
                  setActive(place);
                  onOpen(row);
                }}
              />
            ),
          };
        }}
      />
    </div>
  );
}

function Cells(props: { row: EventRow; place: number; active: boolean; onOpen(): void }) {
  const { row, place, active, onOpen } = props;
  return (
    <>
      <Cell class="on-time">{moment('row', row.time)}</Cell>
      <Cell class="on-tool">
        <button
          type="button"
          class="row-open"
          aria-haspopup="dialog"
          tabIndex={active ? 0 : -1}
          data-place={place}
          onClick={onOpen}
        >
          <bdi>{visibleText(row.tool, 80)}</bdi>
        </button>
      </Cell>
      <Cell class="on-class">
        <Lozenge tone={classTone[row.class]}>{classes[row.class]}</Lozenge>
      </Cell>
      <Cell class="on-actor">
        <bdi>{visibleText(row.actor.name, 80)}</bdi>
      </Cell>
      <Cell class="on-app">
        <bdi>{visibleText(row.app, 60)}</bdi>
      </Cell>
      <Cell class="on-country">
        <bdi>{visibleText(row.country, 60)}</bdi>
      </Cell>
    </>
  );
}
