import { Button } from '../controls/button.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { FileButton } from './file-button.tsx';
import type { ImportPreview, TransferView } from './model.ts';
import { OutcomeMessage, Section } from './section.tsx';
import { figure, transfer as words } from './words.ts';

export interface TransferProps {
  view: TransferView;
  onExport(): void;
  onFile(file: File): void;
  onApply(): void;
  onCancel(): void;
}

/** All data to a file and back: shown before anything is changed, and without the key. */
export function Transfer({ view, onExport, onFile, onApply, onCancel }: TransferProps) {
  const { busy, preview, outcome } = view;
  return (
    <Section title={words.title} intro={words.intro}>
      {preview ? (
        <Preview preview={preview} busy={busy} onApply={onApply} onCancel={onCancel} />
      ) : (
        <div class="actions">
          <Button
            icon="download"
            disabled={busy}
            data={{ 'data-testid': 'gate-data-export' }}
            onPress={onExport}
          >
            {words.exportAll}
          </Button>
          <FileButton
            label={words.chooseFile}
            accept=".jsonl,.json"
            disabled={busy}
            data={{ 'data-testid': 'gate-data-file' }}
            onFile={onFile}
          />
        </div>
      )}
      <OutcomeMessage outcome={outcome} />
    </Section>
  );
}

interface PreviewProps {
  preview: ImportPreview;
  busy: boolean;
  onApply(): void;
  onCancel(): void;
}

function Preview({ preview, busy, onApply, onCancel }: PreviewProps) {
  const { file, exportedAt, organizations, records, unreadable, settings } = preview;
  return (
    <div class="preview" data-testid="gate-data-preview">
      <p>{words.preview(visibleText(file, 120), exportedAt, organizations)}</p>
      <ul>
        {records.map(({ id, what, count }) => (
          <li key={id} data-testid="gate-data-count" data-id={id} data-count={count}>
            <strong>{figure(count)}</strong> <span>{what}</span>
          </li>
        ))}
        {settings && (
          <li>
            <span>{words.settings}</span>
          </li>
        )}
      </ul>
      {unreadable > 0 && <p>{words.unreadable(unreadable)}</p>}
      <p class="hint">{words.merge}</p>
      <div class="actions">
        <Button
          appearance="primary"
          disabled={busy}
          data={{ 'data-testid': 'gate-data-import' }}
          onPress={onApply}
        >
          {words.apply}
        </Button>
        <Button disabled={busy} onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
