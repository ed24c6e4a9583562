import DynamicTable from '@atlaskit/dynamic-table';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { DeleteButton } from './delete-button.tsx';
import type { ListProps } from './list-props.ts';

export function DomainTable({ entries, onDelete, loading }: ListProps & { loading: boolean }) {
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
