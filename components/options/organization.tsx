import { Select, TextField } from '../controls/fields.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { Cloud, type CloudProps } from './cloud.tsx';
import type { OrganizationView } from './model.ts';
import { Section } from './section.tsx';
import { policy as policyWords, organization as words } from './words.ts';

/** Which organization the key, the plan and exported logs belong to (contract: `gate-org-id`). */
export function Organization({
  view,
  cloud,
  allowed,
  onText,
}: {
  view: OrganizationView;
  cloud: CloudProps;
  /** The only ones that the policy allows; null: any. */
  allowed: readonly string[] | null;
  onText(text: string): void;
}) {
  const { text, id } = view;
  const known = allowed ?? view.known;
  const refused = id !== undefined && allowed !== null && !allowed.includes(id);
  return (
    <Section title={words.title}>
      <TextField
        label={words.id}
        hint={words.hint}
        code
        value={text}
        data={{ 'data-testid': 'gate-org-id' }}
        onInput={onText}
      />
      {known.length > 1 && (
        <Select
          label={words.known}
          value={id !== undefined && known.includes(id) ? id : ''}
          options={[
            ...(id !== undefined && known.includes(id) ? [] : [{ value: '', label: '…' }]),
            ...known.map((value) => ({ value, label: value })),
          ]}
          onChange={onText}
        />
      )}
      {id === undefined && text.trim() !== '' && (
        <SectionMessage level="warn">
          <p>{words.wrong}</p>
        </SectionMessage>
      )}
      {refused && (
        <SectionMessage level="warn">
          <p>{policyWords.otherOrganization()}</p>
        </SectionMessage>
      )}
      <Cloud {...cloud} />
      {allowed && <p class="hint">{policyWords.organizations(allowed)}</p>}
    </Section>
  );
}
