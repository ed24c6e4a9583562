import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { TextField } from '../controls/fields.tsx';
import type { Accepting } from './model.ts';
import { posture as words } from './words.ts';

export interface AcceptFormProps {
  /** The admin's day, `YYYY-MM-DD`. */
  today: string;
  onAccept(accepting: Accepting): void;
  onCancel(): void;
}

/** How many days an acceptance holds unless another day is chosen. */
const USUAL_DAYS = 90;

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Asks until when and why. Nothing is accepted without both. */
export function AcceptForm({ today, onAccept, onCancel }: AcceptFormProps) {
  const [until, setUntil] = useState(() => daysAfter(today, USUAL_DAYS));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => frame.current?.querySelector<HTMLInputElement>('input[type="text"]')?.focus(), []);

  const accept = () => {
    if (reason.trim() === '') return setProblem(words.needsReason);
    if (until < today) return setProblem(words.needsDay);
    onAccept({ until, reason: reason.trim() });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form wherever the focus is in it
    <div
      ref={frame}
      class="accept-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.isTrusted) onCancel();
      }}
    >
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        data={{ 'data-testid': 'gate-finding-reason' }}
        onInput={setReason}
        onEnter={accept}
      />
      <Field id={id} label={words.until}>
        <input
          id={id}
          type="date"
          class="input"
          min={today}
          value={until}
          data-testid="gate-finding-until"
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </Field>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      <div class="actions">
        <Button appearance="primary" data={{ 'data-testid': 'gate-finding-accept-confirm' }} onPress={accept}>
          {words.confirm}
        </Button>
        <Button appearance="subtle" onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
