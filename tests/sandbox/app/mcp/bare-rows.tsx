import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { DeleteButton } from './delete-button.tsx';
import type { ListProps } from './list-props.ts';

/** Rows that only their look tells to be rows. */
export function BareRows({ entries, onDelete }: ListProps) {
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
