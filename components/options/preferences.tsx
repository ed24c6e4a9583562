import type { PolicyView } from '../../lib/store/policy/shape.ts';
import type { HourlyPlan, Settings } from '../../lib/store/settings-shape.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Select } from '../controls/fields.tsx';
import { Managed } from './managed.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { preferences as words } from './words.ts';

export interface PreferencesProps {
  settings: Settings;
  policy: PolicyView;
  /** The organization's plan; undefined while none is set. */
  plan: HourlyPlan | undefined;
  /** No organization is chosen, so no plan can be set. */
  withoutOrganization: boolean;
  onPlan(plan: HourlyPlan): void;
  onChange(change: Partial<Settings>): void;
}

const SWITCHES = ['badge', 'fieldVerdict', 'rowVerdicts', 'changesNotice'] as const;
const PLANS = ['free', 'standard', 'premium', 'enterprise'] as const;

/** What the admin likes: the plan for the hourly limit, how long events are kept, what is shown where. */
export function Preferences(props: PreferencesProps) {
  const { settings, policy, plan, withoutOrganization, onPlan, onChange } = props;
  const users = plan?.users ?? 0;
  return (
    <Section title={words.title}>
      {!withoutOrganization && (
        <div class="pair">
          <Select
            label={words.plan}
            hint={words.planHint}
            value={plan?.plan ?? ''}
            data={{ 'data-testid': 'gate-plan' }}
            options={[
              ...(plan ? [] : [{ value: '', label: words.noPlan }]),
              ...PLANS.map((value) => ({ value, label: words.plans[value] })),
            ]}
            onChange={(value) => {
              const chosen = PLANS.find((name) => name === value);
              if (chosen) onPlan({ plan: chosen, users });
            }}
          />
          {plan && (plan.plan === 'premium' || plan.plan === 'enterprise') && (
            <NumberField
              label={words.users}
              hint={words.usersHint}
              value={users}
              min={0}
              max={1_000_000}
              data={{ 'data-testid': 'gate-plan-users' }}
              onChange={(value) => onPlan({ ...plan, users: value })}
            />
          )}
        </div>
      )}
      <div class="pair">
        <div class="field">
          <NumberField
            label={words.retention}
            hint={words.retentionHint}
            value={settings.retentionDays}
            min={1}
            max={3_650}
            disabled={policy.set.includes('retentionDays')}
            data={{ 'data-testid': 'gate-retention' }}
            onChange={(retentionDays) => onChange({ retentionDays })}
          />
          <Managed policy={policy} name="retentionDays" />
        </div>
      </div>
      <div class="switches">
        {SWITCHES.map((name) => (
          <div key={name}>
            <Checkbox
              checked={settings[name]}
              disabled={policy.set.includes(name)}
              data={{ 'data-testid': 'gate-setting', 'data-name': name }}
              onChange={(on) => onChange({ [name]: on })}
            >
              {words[name]}
            </Checkbox>
            <Managed policy={policy} name={name} indented />
          </div>
        ))}
      </div>
    </Section>
  );
}
