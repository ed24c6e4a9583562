import type { RegisterRecord } from '../../lib/register/types.ts';
import { visibleText } from '../on-page/visible-text.ts';
import { EntryForm, type EntryFormProps } from './entry-form.tsx';
import { register as words } from './words.ts';

/** The form of one entry beside the console's row of it. Escape gives up. */
export function EntryEditor({ record, ...form }: EntryFormProps & { record: RegisterRecord }) {
  return (
    <div
      role="dialog"
      aria-label={words.title}
      data-testid="gate-register-editor"
      data-pattern={record.pattern}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && event.isTrusted) form.onDone(undefined);
      }}
    >
      <p class="title">
        <bdi class="code">{visibleText(record.pattern, 300)}</bdi>
      </p>
      <EntryForm record={record} {...form} />
    </div>
  );
}
