import { useState } from 'react';
import type { OrganizationSettings, SettingsChange } from '../../protocol.ts';
import { changeSettings, loadSettings } from '../client.ts';
import { useConsole } from '../console-context.tsx';
import { useNotices } from './use-notices.tsx';

export interface PanelProps {
  settings: OrganizationSettings;
  onChanged(settings: OrganizationSettings): void;
}

/** Stores a change of the settings and reads them again; says so in a flag when it fails. */
export function useSettingsChange(onChanged: PanelProps['onChanged']) {
  const { org, texts } = useConsole();
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const change = async (wanted: SettingsChange) => {
    setBusy(true);
    try {
      const reply = await changeSettings(org, wanted);
      if (!reply.ok) notices.refused(texts[reply.reason]);
      onChanged(await loadSettings(org, false));
    } catch {
      notices.failed();
    } finally {
      setBusy(false);
    }
  };
  return { busy, change };
}
