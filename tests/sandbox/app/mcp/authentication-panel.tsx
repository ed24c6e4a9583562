import { useConsole } from '../console-context.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { type PanelProps, useSettingsChange } from './settings.ts';

export function AuthenticationPanel({ settings, onChanged }: PanelProps) {
  const { texts, variant } = useConsole();
  const { busy, change } = useSettingsChange(onChanged);
  const old = variant.layout === 'sections';
  return (
    <>
      <SettingSwitch
        label={old ? texts.apiTokenOld : texts.apiToken}
        checked={settings.apiToken}
        busy={busy}
        testId="mcp-server-api-token-toggle"
        onChange={(apiToken) => void change({ apiToken })}
      />
      {old ? null : (
        <SettingSwitch
          label={texts.enterpriseManaged}
          checked={settings.enterpriseManaged}
          busy={busy}
          testId="mcp-server-enterprise-managed-toggle"
          onChange={(enterpriseManaged) => void change({ enterpriseManaged })}
        />
      )}
    </>
  );
}
