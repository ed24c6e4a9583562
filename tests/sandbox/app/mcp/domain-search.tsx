import Textfield from '@atlaskit/textfield';
import { useEffect, useMemo, useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { fill } from '../../texts/index.ts';
import type { Variant } from '../../variants/variant.ts';
import { useConsole } from '../console-context.tsx';
import { SearchIcon } from '../icons.ts';
import { style } from '../styles.ts';
import { DomainList } from './domain-list.tsx';

function inOrder(entries: DomainEntry[], order: Variant['order']): DomainEntry[] {
  if (order === 'newest') return [...entries].reverse();
  if (order === 'sorted')
    return [...entries].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return entries;
}

/** The list with the box that filters it, and how many rows pass. */
export function DomainSearch(props: {
  entries: DomainEntry[] | undefined;
  onDelete(entry: DomainEntry): void;
}) {
  const { entries, onDelete } = props;
  const { texts, variant, id } = useConsole();
  const [search, setSearch] = useState(variant.hasSearch ? variant.search : '');
  const [mount, setMount] = useState(0);
  useEffect(() => {
    if (variant.remountEvery <= 0) return;
    const timer = setInterval(() => setMount((before) => before + 1), variant.remountEvery);
    return () => clearInterval(timer);
  }, [variant.remountEvery]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return inOrder(entries ?? [], variant.order).filter(({ text }) => text.toLowerCase().includes(wanted));
  }, [entries, search, variant.order]);
  return (
    <>
      {variant.hasSearch ? (
        <div className={style('search')}>
          <Textfield
            value={search}
            placeholder={texts.searchByDomain}
            aria-label={texts.searchByDomain}
            elemAfterInput={<SearchIcon label="" spacing="spacious" />}
            testId={id('mcp-server-domain-search')}
            onChange={(event) => setSearch((event.target as HTMLInputElement).value)}
          />
        </div>
      ) : null}
      {entries ? <p className={style('count')}>{fill(texts.showing, { n: shown.length })}</p> : null}
      <DomainList
        key={mount}
        entries={shown}
        loading={!entries}
        filtered={search.trim() !== ''}
        onDelete={onDelete}
      />
    </>
  );
}
