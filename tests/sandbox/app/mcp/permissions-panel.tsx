import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { PERMISSIONS, type PermissionName, type PermissionState } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { type PanelProps, useSettingsChange } from './settings.ts';

/** Read, write and search with their state; what is ticked can be allowed or blocked. */
export function PermissionsPanel({ settings, onChanged }: PanelProps) {
  const { texts, variant, id } = useConsole();
  const names = PERMISSIONS.slice(0, variant.fivePermissions ? 5 : 3);
  const { busy, change } = useSettingsChange(onChanged);
  const [ticked, setTicked] = useState<readonly PermissionName[]>([]);
  const states = { allowed: texts.allowed, blocked: texts.blocked, partial: texts.partlyAllowed };
  const looks = { allowed: 'success', blocked: 'removed', partial: 'moved' } as const;
  const set = (state: PermissionState) => {
    void change({ permissions: Object.fromEntries(ticked.map((name) => [name, state])) });
    setTicked([]);
  };
  const tick = (name: PermissionName, on: boolean) =>
    setTicked(on ? [...ticked, name] : ticked.filter((other) => other !== name));
  return (
    <>
      <div className={style('heading-row')}>
        <Checkbox
          label={texts.selectAll}
          isChecked={ticked.length === names.length}
          isIndeterminate={ticked.length > 0 && ticked.length < names.length}
          onChange={(event) => setTicked(event.currentTarget.checked ? names : [])}
        />
        <div className={style('buttons')}>
          <Button isDisabled={busy || ticked.length === 0} onClick={() => set('allowed')}>
            {texts.allowed}
          </Button>
          <Button isDisabled={busy || ticked.length === 0} onClick={() => set('blocked')}>
            {texts.blocked}
          </Button>
        </div>
      </div>
      <DynamicTable
        label={texts.permissions}
        testId={id('mcp-server-permissions')}
        head={{
          cells: [
            { key: 'permission', content: texts.permission },
            { key: 'status', content: texts.status },
            { key: 'actions', content: texts.actions },
          ],
        }}
        rows={names.map((name) => ({
          key: name,
          cells: [
            {
              key: name,
              content: (
                <Checkbox
                  label={texts[name]}
                  isChecked={ticked.includes(name)}
                  onChange={(event) => tick(name, event.currentTarget.checked)}
                />
              ),
            },
            {
              key: 'status',
              content: (
                <Lozenge appearance={looks[settings.permissions[name]]}>
                  {states[settings.permissions[name]]}
                </Lozenge>
              ),
            },
            { key: 'actions', content: <Button appearance="subtle">{texts.editDetails}</Button> },
          ],
        }))}
      />
    </>
  );
}
