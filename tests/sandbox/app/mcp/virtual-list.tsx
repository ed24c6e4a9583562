import { type ReactNode, useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';

const ROW = 44;
const VISIBLE = 8;
const AROUND = 2;

/** A list in a box of its own, where only the rows near what is scrolled into view exist. */
export function VirtualList(props: { entries: DomainEntry[]; renderRow(entry: DomainEntry): ReactNode }) {
  const { entries, renderRow } = props;
  const { texts } = useConsole();
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / ROW) - AROUND);
  const shown = entries.slice(first, first + VISIBLE + 2 * AROUND);
  return (
    <div
      className={style('virtual')}
      style={{ maxHeight: ROW * VISIBLE }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul
        className={style('list')}
        aria-label={texts.yourDomains}
        style={{ height: entries.length * ROW, position: 'relative' }}
      >
        {shown.map((entry, index) => (
          <li
            className={style('list-row', 'virtual-row')}
            key={entry.id}
            aria-setsize={entries.length}
            aria-posinset={first + index + 1}
            style={{ top: (first + index) * ROW }}
          >
            {renderRow(entry)}
          </li>
        ))}
      </ul>
    </div>
  );
}
