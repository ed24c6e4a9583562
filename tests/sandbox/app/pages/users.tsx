import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useConsole } from '../console-context.tsx';
import { PageHeading } from '../shell.tsx';
import { style } from '../styles.ts';
import { DistractorTable } from './distractor-table.tsx';
import { OneFieldDialog } from './one-field-dialog.tsx';

/** Users, with an "Add" dialog of their own. */
export function Users() {
  const { texts, id } = useConsole();
  const [open, setOpen] = useState(false);
  const [users, setUsers] = useState<[string, string][]>([
    ['ana.silva@acme.example', 'Active'],
    ['bo.lind@acme.example', 'Active'],
    ['chen.wei@acme.example', 'Suspended'],
  ]);
  return (
    <>
      <PageHeading title={texts.users} parent={texts.directory}>
        <Button appearance="primary" onClick={() => setOpen(true)} testId={id('invite-users')}>
          Add users
        </Button>
      </PageHeading>
      <p className={style('intro')}>Users of your organization and what they can do.</p>
      <DistractorTable
        label={texts.users}
        columns={['User', 'Status', 'Actions']}
        rows={users}
        action="Remove"
        onAction={(text) => setUsers(users.filter(([name]) => name !== text))}
      />
      <OneFieldDialog
        open={open}
        title="Add users"
        label="Email addresses"
        help="Separate several addresses with commas."
        submit="Add"
        onClose={() => setOpen(false)}
        onSubmit={(text) => setUsers([...users, [text, 'Invited']])}
      />
    </>
  );
}
