import { Icon } from '../controls/icons.tsx';
import { type Choice, COLUMNS, type SortColumn } from './model.ts';
import { table as words } from './words.ts';

/** The columns' names, each a button that sorts by it; pressed again it turns the order round. */
export function SortHeader(props: { choice: Choice; onChange(change: Partial<Choice>): void }) {
  const { sort, descending } = props.choice;
  const press = (column: SortColumn) =>
    props.onChange({ sort: column, descending: column === sort ? !descending : column === 'time' });
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element can't do
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
    <div class="event-head" role="row" aria-rowindex={1}>
      {COLUMNS.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={column}
          class={`on-${column}`}
          role="columnheader"
          aria-sort={column !== sort ? 'none' : descending ? 'descending' : 'ascending'}
        >
          <button
            type="button"
            title={words.sortBy(words.columns[column])}
            data-testid="gate-activity-sort"
            data-value={column}
            onClick={() => press(column)}
          >
            <span>{words.columns[column]}</span>
            {column === sort && (
              <span class={descending ? 'is-down' : 'is-up'}>
                <Icon name="chevron" />
              </span>
            )}
          </button>
        </div>
      ))}
    </div>
  );
}
