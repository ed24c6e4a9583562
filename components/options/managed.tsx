import type { PolicyView } from '../../lib/store/policy/shape.ts';
import { Icon } from '../controls/icons.tsx';
import { policy as words } from './words.ts';

/** Says that a control shows what the organization's policy sets. It stands below the control that it is about. */
export function Managed({
  policy,
  name,
  indented = false,
}: {
  policy: PolicyView;
  name: PolicyView['set'][number];
  indented?: boolean;
}) {
  if (!policy.set.includes(name)) return null;
  return (
    <p
      class={indented ? 'hint managed indented' : 'hint managed'}
      data-testid="gate-managed"
      data-name={name}
    >
      <Icon name="lock" />
      {words.set}
    </p>
  );
}
