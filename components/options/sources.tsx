import type { PolicyView } from '../../lib/store/policy/shape.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { FileButton } from './file-button.tsx';
import { Managed } from './managed.tsx';
import type { FileView, Outcome } from './model.ts';
import { OutcomeMessage, Section } from './section.tsx';
import { sources as words } from './words.ts';

export interface SourcesProps {
  sessionOn: boolean;
  policy: PolicyView;
  session: Outcome | undefined;
  file: FileView;
  onSession(on: boolean): void;
  onFile(file: File): void;
}

/** Where events come from besides the key (contract: `gate-session-source`, `gate-events-file`). */
export function Sources({ sessionOn, policy, session, file, onSession, onFile }: SourcesProps) {
  return (
    <Section title={words.title}>
      <div>
        <Checkbox
          checked={sessionOn}
          disabled={policy.set.includes('session')}
          data={{ 'data-testid': 'gate-session-source' }}
          onChange={onSession}
        >
          {words.session}
        </Checkbox>
        <p class="hint indented">{words.sessionHint}</p>
        <Managed policy={policy} name="session" indented />
      </div>
      <OutcomeMessage outcome={session} />
      <h3>{words.file}</h3>
      <p class="hint">{words.fileHint}</p>
      <FileButton
        label={words.chooseFile}
        accept=".csv,.json,.txt,text/csv,application/json"
        disabled={file.busy || policy.off.includes('exportedFile')}
        data={{ 'data-testid': 'gate-events-file' }}
        onFile={onFile}
      />
      {policy.off.includes('exportedFile') && <Managed policy={policy} name="exportedFile" />}
      <OutcomeMessage outcome={file.busy ? { level: 'info', message: words.reading } : file.outcome} />
    </Section>
  );
}
