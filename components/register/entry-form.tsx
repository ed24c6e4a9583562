import { useState } from 'preact/hooks';
import { isDay } from '../../lib/calendar/day.ts';
import type { RegisterField, RegisterRecord } from '../../lib/register/types.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/fields.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { fields as fieldWords, register as words } from './words.ts';

const FIELDS: readonly RegisterField[] = ['owner', 'reason', 'ticket', 'reviewBy', 'source'];

/** What was typed; a field that was not touched is absent. */
export type Typed = Partial<Record<RegisterField, string>>;

export interface EntryFormProps {
  record: Partial<RegisterRecord>;
  /** Why it was not kept, as a sentence. */
  problem?: string | undefined;
  /** Undefined = given up. */
  onDone(typed: Typed | undefined): void;
}

/** The fields of one entry, on the register's page and beside the console's rows. */
export function EntryForm({ record, problem, onDone }: EntryFormProps) {
  const [typed, setTyped] = useState<Typed>({});
  const [wrong, setWrong] = useState(false);
  const earlier = record.earlier ?? [];
  const save = () => {
    // A date from a file stays as it was given; one that is typed here is a day, or nothing.
    const reviewBy = typed.reviewBy?.trim() ?? '';
    const isWrong = reviewBy !== '' && !isDay(reviewBy);
    setWrong(isWrong);
    if (!isWrong) onDone(typed);
  };
  const said = wrong ? words.dayWrong : problem;
  return (
    <>
      <div class="register-form">
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={fieldWords[field]}
            {...(field === 'reviewBy' ? { hint: words.dayHint } : {})}
            value={typed[field] ?? record[field] ?? ''}
            data={{ 'data-testid': `gate-register-${field}` }}
            onInput={(value) => setTyped((before) => ({ ...before, [field]: value }))}
            onEnter={save}
          />
        ))}
      </div>
      {said !== undefined && (
        <p class="problem" role="alert" data-testid="gate-register-form-problem">
          {visibleText(said, 400)}
        </p>
      )}
      {earlier.length > 0 && (
        <p class="hint">
          {words.earlier}{' '}
          {earlier.map(({ field, value }) => `${fieldWords[field]}: ${visibleText(value, 60)}`).join('; ')}
        </p>
      )}
      <div class="actions">
        <Button appearance="primary" data={{ 'data-testid': 'gate-register-save' }} onPress={save}>
          {words.save}
        </Button>
        <Button
          appearance="subtle"
          data={{ 'data-testid': 'gate-register-cancel' }}
          onPress={() => onDone(undefined)}
        >
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
