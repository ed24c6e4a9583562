import type { StoredDataView } from './model.ts';
import { Section } from './section.tsx';
import { data as words } from './words.ts';

/** Everything that is stored: what, where, why, how long and how much. */
export function StoredData({ view }: { view: StoredDataView | undefined }) {
  return (
    <Section title={words.title} intro={words.intro}>
      {view === undefined ? (
        <p class="hint">{words.counting}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <div class="table-frame" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {(['what', 'where', 'why', 'howLong', 'size'] as const).map((column) => (
                    <th key={column} scope="col">
                      {words.columns[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {view.kinds.map(({ id, what, where, why, howLong, records, bytes }) => (
                  <tr key={id} data-testid="gate-stored-kind" data-id={id} data-records={records}>
                    <td>{what}</td>
                    <td>{where}</td>
                    <td>{why}</td>
                    <td>{howLong}</td>
                    <td class="size">
                      {records !== undefined && <span>{words.records(records)}</span>}
                      {bytes > 0 && <span class="hint">{words.about(bytes)}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="hint">
            {view.total !== null && `${words.total(view.total)} `}
            {view.persisted ? words.persisted : words.notPersisted}
          </p>
        </>
      )}
    </Section>
  );
}
