import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';

/** A labelled switch in a frame. */
export function SettingSwitch(props: {
  label: string;
  help?: string;
  checked: boolean;
  busy: boolean;
  testId: string;
  onChange(checked: boolean): void;
}) {
  const { label, help, checked, busy, testId, onChange } = props;
  const { id } = useConsole();
  const controlId = useId();
  return (
    <div className={style('setting')}>
      <div>
        <label htmlFor={controlId}>{label}</label>
        {help ? <p>{help}</p> : null}
      </div>
      <Toggle
        id={controlId}
        testId={id(testId)}
        isChecked={checked}
        isDisabled={busy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
