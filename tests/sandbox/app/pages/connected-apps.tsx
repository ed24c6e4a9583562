import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useConsole } from '../console-context.tsx';
import { PageHeading } from '../shell.tsx';
import { style } from '../styles.ts';
import { DistractorTable } from './distractor-table.tsx';
import { OneFieldDialog } from './one-field-dialog.tsx';

/** Connected apps: MCP servers of others that Rovo may call, which is the other direction. */
export function ConnectedApps() {
  const { texts } = useConsole();
  const [open, setOpen] = useState(false);
  const [servers, setServers] = useState<[string, string][]>([
    ['https://mcp.example.com/mcp', 'External MCP server'],
  ]);
  return (
    <>
      <PageHeading title={texts.connectedApps} parent={texts.apps}>
        <Button onClick={() => setOpen(true)}>Add external MCP server</Button>
      </PageHeading>
      <p className={style('intro')}>Apps and external MCP servers that are connected to your organization.</p>
      <DistractorTable
        label={texts.connectedApps}
        columns={['Server', 'Type', texts.actions]}
        rows={servers}
        action={texts.delete}
        onAction={(text) => setServers(servers.filter(([name]) => name !== text))}
      />
      <OneFieldDialog
        open={open}
        title="Add external MCP server"
        label="Server URL"
        help="For example: https://mcp.example.com/mcp"
        submit={texts.add}
        onClose={() => setOpen(false)}
        onSubmit={(text) => setServers([...servers, [text, 'External MCP server']])}
      />
    </>
  );
}
