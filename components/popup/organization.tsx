import { Select } from '../controls/fields.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { OrganizationChoice } from './model.ts';
import { popup as words } from './words.ts';

export interface OrganizationProps {
  organizations: readonly OrganizationChoice[];
  current: string;
  onChoose(id: string): void;
}

const label = ({ id, name }: OrganizationChoice) => (name ? visibleText(name, 60) : words.organizationId(id));

/** Which organization is shown, and a choice when several are known (contract: `gate-org`). */
export function Organization({ organizations, current, onChoose }: OrganizationProps) {
  const shown = organizations.find(({ id }) => id === current) ?? { id: current };
  return (
    <div class="org" data-testid="gate-org" data-org={current} title={current}>
      {organizations.length > 1 ? (
        <Select
          label={words.organization}
          hideLabel
          value={current}
          options={organizations.map((choice) => ({ value: choice.id, label: label(choice) }))}
          onChange={onChoose}
        />
      ) : (
        <bdi class="subtle">{label(shown)}</bdi>
      )}
    </div>
  );
}
