import Button, { IconButton } from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Pagination from '@atlaskit/pagination';
import Spinner from '@atlaskit/spinner';
import { useEffect, useRef, useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';
import { DeleteIcon } from '../icons.ts';
import { style } from '../styles.ts';
import { VirtualList } from './virtual-list.tsx';

interface ListProps {
  entries: DomainEntry[];
  onDelete(entry: DomainEntry): void;
}

function DeleteButton({ entry, onDelete }: { entry: DomainEntry; onDelete: ListProps['onDelete'] }) {
  const { texts, variant, id } = useConsole();
  const click = () => onDelete(entry);
  return variant.deleteButton === 'icon' ? (
    <IconButton icon={DeleteIcon} label={texts.delete} appearance="subtle" onClick={click} />
  ) : (
    <Button appearance="subtle" onClick={click} testId={id('mcp-server-domain-delete')}>
      {texts.delete}
    </Button>
  );
}

function DomainTable({ entries, onDelete, loading }: ListProps & { loading: boolean }) {
  const { texts, variant, id } = useConsole();
  return (
    <DynamicTable
      label={texts.yourDomains}
      testId={id('mcp-server-domains-table')}
      isLoading={loading}
      head={{
        cells: [
          { key: 'domain', content: texts.domain, width: 80 },
          { key: 'actions', content: texts.actions, width: 20 },
        ],
      }}
      {...(variant.paging === 'pages' ? { rowsPerPage: variant.pageSize, defaultPage: 1 } : {})}
      paginationi18n={{ prev: texts.previous, next: texts.next, label: texts.pagination }}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          { key: entry.text, content: <span className={style('domain')}>{entry.text}</span> },
          { key: 'actions', content: <DeleteButton entry={entry} onDelete={onDelete} /> },
        ],
      }))}
    />
  );
}

function PlainList({ entries, onDelete }: ListProps) {
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

/** Rows that only their look tells to be rows. */
function BareRows({ entries, onDelete }: ListProps) {
  const { texts } = useConsole();
  return (
    <div className={style('list')}>
      <div className={style('list-row')}>{texts.domain}</div>
      {entries.map((entry) => (
        <div className={style('list-row')} key={entry.id}>
          <span className={style('list-text')}>
            <span className={style('domain')}>{entry.text}</span>
          </span>
          <DeleteButton entry={entry} onDelete={onDelete} />
        </div>
      ))}
    </div>
  );
}

/** How many rows there are for now, and what brings more: a button, or the end of the list coming into view. */
function useGrowingList(entries: DomainEntry[]) {
  const { variant } = useConsole();
  const [count, setCount] = useState(variant.pageSize);
  const end = useRef<HTMLDivElement>(null);
  const grows = variant.paging === 'more' || variant.paging === 'scroll';
  const grow = () => setCount((before) => before + variant.pageSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: observed anew after each growth, so that a tall window fills
  useEffect(() => {
    if (variant.paging !== 'scroll' || !end.current) return;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) setTimeout(grow, variant.latency[0]);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [variant, count, entries.length]);
  return {
    shown: grows ? entries.slice(0, count) : entries,
    more: grows && entries.length > count,
    grow,
    end,
  };
}

/** The rows as the variant shows them, or why there are none. */
export function DomainList(props: ListProps & { loading: boolean; filtered: boolean }) {
  const { entries, loading, filtered, onDelete } = props;
  const { texts, variant } = useConsole();
  const { shown, more, grow, end } = useGrowingList(entries);
  if (!loading && entries.length === 0) {
    return (
      <div className={style('empty')}>
        <h3>{filtered ? texts.noMatch : texts.noDomain}</h3>
        {filtered ? null : <p className={style('note')}>{texts.noDomainHelp}</p>}
      </div>
    );
  }
  return (
    <>
      {variant.unfamiliar && !loading ? (
        <BareRows entries={shown} onDelete={onDelete} />
      ) : variant.list === 'table' && variant.paging !== 'virtual' && !variant.unfamiliar ? (
        <DomainTable entries={shown} onDelete={onDelete} loading={loading} />
      ) : loading ? (
        <div className={style('loading')}>
          <Spinner label="Loading" />
        </div>
      ) : (
        <PlainList entries={shown} onDelete={onDelete} />
      )}
      {more ? (
        <div className={style('more')} ref={end}>
          {variant.paging === 'more' ? (
            <Button onClick={grow}>{texts.showMore}</Button>
          ) : (
            <Spinner label="Loading" />
          )}
        </div>
      ) : null}
    </>
  );
}
