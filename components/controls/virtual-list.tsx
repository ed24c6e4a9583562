import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DataAttributes } from './attributes.ts';
import { offsetOf, rowWindow } from './window.ts';

export interface VirtualListProps {
  label: string;
  count: number;
  /** Pixels; every row but the open one has exactly this height. */
  rowHeight: number;
  /** The one row that is open and as tall as its content. */
  open?: number | undefined;
  /** What the rows were chosen by; a change goes back to the top. */
  view?: string;
  /** A row to bring into sight whenever it changes. */
  follow?: number | undefined;
  data?: DataAttributes;
  /** A row (`role="row"`) of column headers that stays in sight. */
  header?: ComponentChild;
  /** Which entry stands in a row; keeps a row's element when the list is filtered. */
  keyOf?: (row: number) => number | string;
  /** The cells of a row (`role="cell"`), and the row's own attributes. */
  renderRow(row: number): { attributes?: DataAttributes; class?: string; cells: ComponentChild };
}

const OVERSCAN = 6;
/** Taken until the list was measured, and where nothing can be measured. */
const ASSUMED_VIEWPORT = 600;
/** A long list is at least this high (px), and a short one just as high as its rows and the list's own borders. */
const MIN_HEIGHT = 240;
const BORDERS = 2;

/**
 * A list of which only the rows near the viewport exist: a table for assistive technology, with its true number of
 * rows. It scrolls with the keyboard when focused, and neither the row that holds the focus nor the
 * open one is ever taken away.
 */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, open, follow, view, data, header, renderRow } = props;
  const { keyOf = (row: number) => row } = props;
  const headers = header ? 1 : 0;
  const scroller = useRef<HTMLDivElement>(null);
  const openRow = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewportHeight, setViewportHeight] = useState(ASSUMED_VIEWPORT);
  const [extra, setExtra] = useState(0);
  const [focused, setFocused] = useState<number>();

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setViewportHeight(element.clientHeight || ASSUMED_VIEWPORT));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another open row is another element to measure
  useLayoutEffect(() => {
    const element = openRow.current;
    setExtra(element ? Math.max(0, element.offsetHeight - rowHeight) : 0);
    element?.scrollIntoView({ block: 'nearest' });
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setExtra(Math.max(0, element.offsetHeight - rowHeight)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [open, rowHeight]);

  const tall = open === undefined ? undefined : { index: open, extra };
  const shownView = useRef(view);
  useLayoutEffect(() => {
    // The first choice of rows is at its top; to say so would cost the browser a layout.
    if (scroller.current && shownView.current !== view) scroller.current.scrollTop = 0;
    shownView.current = view;
    setScrollTop(0);
  }, [view]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row to follow moves the list
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || follow === undefined) return;
    const top = offsetOf(follow, rowHeight, tall);
    const below = top + rowHeight - (element.scrollTop + element.clientHeight);
    if (top < element.scrollTop || below > 0) element.scrollTop = top - rowHeight;
  }, [follow]);

  const { first, end, height } = rowWindow({
    count,
    rowHeight,
    scrollTop,
    viewportHeight,
    overscan: OVERSCAN,
    tall,
  });
  const rows = Array.from({ length: end - first }, (_, offset) => first + offset);
  for (const kept of new Set([focused, open])) {
    if (kept !== undefined && kept < count && (kept < first || kept >= end)) rows.push(kept);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element can't do
    <div
      ref={scroller}
      class="virtual-list"
      role="table"
      aria-label={label}
      aria-rowcount={count + headers}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      style={{ minHeight: `min(${height + BORDERS}px, ${MIN_HEIGHT}px)` }}
      {...data}
      onScroll={(event) => {
        const { scrollTop: now } = event.currentTarget;
        setScrollTop(now - (now % rowHeight));
      }}
    >
      {header}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div class="virtual-rows" role="rowgroup" style={{ height: `${height}px` }}>
        {rows.map((row) => {
          const { attributes, class: more = '', cells } = renderRow(row);
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={keyOf(row)}
              ref={row === open ? openRow : null}
              class={`virtual-row ${more}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={row + 1 + headers}
              style={{
                top: `${offsetOf(row, rowHeight, tall)}px`,
                height: row === open ? 'auto' : `${rowHeight}px`,
                minHeight: `${rowHeight}px`,
              }}
              {...attributes}
              onFocusIn={() => setFocused(row)}
              onFocusOut={() => setFocused(undefined)}
            >
              {cells}
            </div>
          );
        })}
      </div>
    </div>
  );
}
