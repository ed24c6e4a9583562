import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { BareRows } from './bare-rows.tsx';
import { DomainTable } from './domain-table.tsx';
import { useGrowingList } from './growing-list.ts';
import type { ListProps } from './list-props.ts';
import { PlainList } from './plain-list.tsx';

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
