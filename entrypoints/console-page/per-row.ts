import type { ComponentChild } from 'preact';
import { type ListRow, visibleRows } from '../../lib/console/list.ts';
import { type Mounted, mount } from './mount.ts';

/** Rows this far outside the window get their part already, in pixels. */
const AHEAD = '400px';

export interface PerRowOptions {
  kind: string;
  signal: AbortSignal;
  /** Puts our part into the row; answers false when the row has no place for it. */
  place(row: ListRow, host: HTMLElement): boolean;
  /** What stands in the row of this entry; undefined = nothing. */
  view(entry: string): ComponentChild | undefined;
}

/** A part of ours in rows of the page's list, only near the window. What it returns brings them up to date. */
export function perRow({ kind, signal, place, view }: PerRowOptions): () => void {
  const parts = new Map<HTMLElement, { text: string; mounted: Mounted; controller: AbortController }>();
  let rows = new Map<HTMLElement, ListRow>();

  const drop = (element: HTMLElement) => {
    parts.get(element)?.controller.abort();
    parts.delete(element);
  };
  const draw = (row: ListRow) => {
    const part = parts.get(row.element);
    const content = view(row.text);
    if (part && (content === undefined || part.text !== row.text || !part.mounted.host.isConnected))
      drop(row.element);
    if (content === undefined) return;
    const kept = parts.get(row.element);
    if (kept) return kept.mounted.show(content);
    const controller = new AbortController();
    const mounted = mount(kind, AbortSignal.any([signal, controller.signal]));
    if (!place(row, mounted.host)) return controller.abort();
    mounted.show(content);
    parts.set(row.element, { text: row.text, mounted, controller });
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const row = isIntersecting && rows.get(target as HTMLElement);
        if (row) draw(row);
      }
    },
    { rootMargin: AHEAD },
  );
  signal.addEventListener('abort', () => near.disconnect());

  return () => {
    near.disconnect();
    rows = new Map(visibleRows().map((row) => [row.element, row]));
    for (const element of [...parts.keys()]) if (!rows.has(element)) drop(element);
    for (const [element, row] of rows) {
      if (parts.has(element)) draw(row);
      else near.observe(element);
    }
  };
}
