import Pagination from '@atlaskit/pagination';
import { useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { DeleteButton } from './delete-button.tsx';
import type { ListProps } from './list-props.ts';
import { VirtualList } from './virtual-list.tsx';

export function PlainList({ entries, onDelete }: ListProps) {
  const { texts, variant } = useConsole();
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(entries.length / variant.pageSize));
  const at = Math.min(page, pages);
  const paged = variant.paging === 'pages';
  const row = (entry: DomainEntry) => (
    <>
      <span className={style('list-text')}>
        <span className={style('domain')}>{entry.text}</span>
      </span>
      <DeleteButton entry={entry} onDelete={onDelete} />
    </>
  );
  const shown = paged ? entries.slice((at - 1) * variant.pageSize, at * variant.pageSize) : entries;
  if (variant.paging === 'virtual') return <VirtualList entries={entries} renderRow={row} />;
  return (
    <>
      <ul className={style('list')} aria-label={texts.yourDomains}>
        {shown.map((entry) => (
          <li className={style('list-row')} key={entry.id}>
            {row(entry)}
          </li>
        ))}
      </ul>
      {paged && pages > 1 ? (
        <div className={style('more')}>
          <Pagination
            pages={Array.from({ length: pages }, (_, index) => index + 1)}
            selectedIndex={at - 1}
            label={texts.pagination}
            nextLabel={texts.next}
            previousLabel={texts.previous}
            onChange={(_, chosen) => setPage(chosen)}
          />
        </div>
      ) : null}
    </>
  );
}
