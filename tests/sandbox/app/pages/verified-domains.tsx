import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useConsole } from '../console-context.tsx';
import { PageHeading } from '../shell.tsx';
import { style } from '../styles.ts';
import { DistractorTable } from './distractor-table.tsx';
import { OneFieldDialog } from './one-field-dialog.tsx';

/**
 * Directory > Domains: verified e-mail domains. It shares nearly every word with the MCP page's list ("Add domain",
 * "Domain", "Delete") and must not be mistaken for it.
 */
export function VerifiedDomains() {
  const { texts, id } = useConsole();
  const [open, setOpen] = useState(false);
  const [domains, setDomains] = useState<[string, string][]>([
    ['acme.example', 'Verified'],
    ['acme-labs.example', 'Unverified'],
  ]);
  return (
    <>
      <PageHeading title={texts.domains} parent={texts.directory}>
        <Button appearance="primary" onClick={() => setOpen(true)} testId={id('verify-domain')}>
          {texts.addDomain}
        </Button>
      </PageHeading>
      <p className={style('intro')}>
        Verify that you own the email domains of your users, to claim their accounts and to set authentication
        policies.
      </p>
      <DistractorTable
        label={texts.domains}
        columns={[texts.domain, texts.status, texts.actions]}
        rows={domains}
        action={texts.delete}
        onAction={(text) => setDomains(domains.filter(([name]) => name !== text))}
      />
      <OneFieldDialog
        open={open}
        title={texts.addDomain}
        label={texts.domain}
        help="For example: acme.com"
        submit={texts.add}
        onClose={() => setOpen(false)}
        onSubmit={(text) => setDomains([...domains, [text, 'Unverified']])}
      />
    </>
  );
}
