import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Lozenge, type Tone } from '../controls/lozenge.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import type { KeyView } from './model.ts';
import { SecretField } from './secret-field.tsx';
import { OutcomeMessage, Section } from './section.tsx';
import { policy as policyWords, key as words } from './words.ts';

export interface KeyProps {
  view: KeyView;
  /** Where the key is sent. */
  host: string;
  /** The policy has switched keys off. */
  off?: boolean;
  onSave(key: string, passphrase: string): void;
  onForget(): void;
  onUnlock(passphrase: string): void;
  onLock(): void;
  onAllow(): void;
}

const tone: Record<KeyView['state'], Tone> = {
  absent: 'neutral',
  session: 'success',
  stored: 'success',
  locked: 'warning',
  invalid: 'danger',
};

/** The organization's API key (contract: `gate-api-key*`, `gate-passphrase`). It goes in and never comes out. */
export function Key(props: KeyProps) {
  const { view, host, off = false } = props;
  return (
    <Section title={words.title} intro={words.intro(host)}>
      <p class="state-line">
        <span class="subtle">{words.stateLabel}</span>
        <span data-testid="gate-api-key-state" data-state={view.state}>
          <Lozenge tone={tone[view.state]}>{words.state[view.state]}</Lozenge>
        </span>
      </p>
      {off && (
        <SectionMessage level="info">
          <p>{policyWords.keyOff}</p>
        </SectionMessage>
      )}
      {/* A key that was taken leaves nothing in the fields. */}
      {off ? <Forget {...props} /> : <Fields key={view.taken} {...props} />}
      <OutcomeMessage outcome={view.busy ? { level: 'info', message: words.checking } : view.outcome} />
      {view.problem === 'permission-missing' && !off && (
        <div class="actions">
          <Button onPress={props.onAllow}>{words.allow(host)}</Button>
        </div>
      )}
    </Section>
  );
}

/** All that is left where keys are switched off. */
function Forget({ view, onForget }: KeyProps) {
  if (view.state === 'absent') return null;
  return (
    <div class="actions">
      <Button data={{ 'data-testid': 'gate-api-key-forget' }} onPress={onForget}>
        {words.forget}
      </Button>
    </div>
  );
}

function Fields({ view, onSave, onForget, onUnlock, onLock }: KeyProps) {
  const [key, setKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { state, busy } = view;
  const locked = state === 'locked';
  const save = () => onSave(key, passphrase);
  return (
    <>
      <SecretField
        label={words.key}
        hint={words.keyHint}
        value={key}
        data={{ 'data-testid': 'gate-api-key' }}
        onInput={setKey}
        onEnter={save}
      />
      <SecretField
        label={words.passphrase}
        hint={locked && key === '' ? words.unlockHint : words.passphraseHint}
        value={passphrase}
        data={{ 'data-testid': 'gate-passphrase' }}
        onInput={setPassphrase}
        onEnter={locked && key === '' ? () => onUnlock(passphrase) : save}
      />
      <div class="actions">
        {locked && (
          <Button
            appearance={key === '' ? 'primary' : 'default'}
            disabled={busy}
            data={{ 'data-testid': 'gate-api-key-unlock' }}
            onPress={() => onUnlock(passphrase)}
          >
            {words.unlock}
          </Button>
        )}
        <Button
          appearance={locked && key === '' ? 'default' : 'primary'}
          disabled={busy}
          data={{ 'data-testid': 'gate-api-key-save' }}
          onPress={save}
        >
          {state === 'absent' || state === 'invalid' ? words.save : words.replace}
        </Button>
        {state === 'stored' && (
          <Button disabled={busy} onPress={onLock}>
            {words.lock}
          </Button>
        )}
        {state !== 'absent' && (
          <Button data={{ 'data-testid': 'gate-api-key-forget' }} onPress={onForget}>
            {words.forget}
          </Button>
        )}
      </div>
    </>
  );
}
