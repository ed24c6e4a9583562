import { Button } from '../controls/button.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { TextField } from '../controls/fields.tsx';
import type { CloudView } from './model.ts';
import { OutcomeMessage } from './section.tsx';
import { cloud as words } from './words.ts';

export interface CloudProps {
  view: CloudView;
  onSwitch(on: boolean): void;
  onHost(host: string): void;
  onAllow(): void;
}

/** Whether the organization is in another cloud, and which console is its (`gate-cloud`, `gate-cloud-host`, `gate-cloud-allow`). */
export function Cloud({ view, onSwitch, onHost, onAllow }: CloudProps) {
  const { on, host, granted, outcome } = view;
  return (
    <>
      <Checkbox checked={on} data={{ 'data-testid': 'gate-cloud' }} onChange={onSwitch}>
        {words.switch}
      </Checkbox>
      {on && (
        <>
          <TextField
            label={words.host}
            hint={words.hint}
            code
            value={host}
            data={{ 'data-testid': 'gate-cloud-host' }}
            onInput={onHost}
          />
          {!granted && (
            <div class="actions">
              <Button data={{ 'data-testid': 'gate-cloud-allow' }} onPress={onAllow}>
                {words.allow}
              </Button>
            </div>
          )}
        </>
      )}
      <OutcomeMessage outcome={outcome} />
    </>
  );
}
