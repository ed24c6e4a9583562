import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';

/** A table of one text column and a status, each row with one action. */
export function DistractorTable(props: {
  columns: [string, string, string];
  rows: [string, string][];
  action: string;
  label: string;
  onAction(text: string): void;
}) {
  const { columns, rows, action, label, onAction } = props;
  return (
    <DynamicTable
      label={label}
      head={{ cells: columns.map((content) => ({ key: content, content })) }}
      rows={rows.map(([text, status]) => ({
        key: text,
        cells: [
          { key: text, content: text },
          { key: status, content: status },
          {
            key: 'action',
            content: (
              <Button appearance="subtle" onClick={() => onAction(text)}>
                {action}
              </Button>
            ),
          },
        ],
      }))}
    />
  );
}
