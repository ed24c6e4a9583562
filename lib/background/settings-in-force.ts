import type { SettingsAnswer } from '../messages/answers.ts';
import { settingsUnder, viewOfPolicy } from '../store/policy/shape.ts';
import { readSettings } from '../store/settings.ts';
import type { ReadSettings, Settings } from '../store/settings-shape.ts';
import type { BackgroundPorts } from './ports.ts';

type Ports = Pick<BackgroundPorts, 'localStorage' | 'policy'>;

/** The settings that hold: the policy's, else what the admin chose, else as they come. */
export async function settingsInForce({ localStorage, policy: readPolicy }: Ports): Promise<Settings> {
  const [{ settings }, { policy }] = await Promise.all([readSettings(localStorage), readPolicy()]);
  return settingsUnder(policy, settings);
}

/** The same with what the options page says of them. */
export async function answerSettings(
  { policy: readPolicy }: Pick<Ports, 'policy'>,
  { settings: chosen, notes }: ReadSettings,
): Promise<SettingsAnswer> {
  const { policy, notes: policyNotes } = await readPolicy();
  const settings = settingsUnder(policy, chosen);
  return { settings, chosen, notes: [...policyNotes, ...notes], policy: viewOfPolicy(policy) };
}
