import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { ChoiceBar } from '../controls/choice-bar.tsx';
import { TextField } from '../controls/fields.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { trusted } from '../on-page/trusted.ts';
import { visibleText } from '../on-page/visible-text.ts';
import { Organization } from '../popup/organization.tsx';
import { MergeReview } from './merge-review.tsx';
import type { RegisterExport, RegisterLine, RegisterProps, RegisterView } from './model.ts';
import { RegisterTable } from './register-table.tsx';
import { register as words } from './words.ts';

/** Who asked for each entry, why and until when; as files for version control, and back. */
export function RegisterPage(props: RegisterProps) {
  const { organizations, view, problem } = props;
  return (
    <main class="own-page">
      <header class="own-page-header">
        <h1>{words.title}</h1>
        {view && (
          <Organization organizations={organizations} current={view.org} onChoose={props.onOrganization} />
        )}
      </header>
      <p class="subtle">{words.intro}</p>
      {problem !== undefined && (
        <SectionMessage level="error" data={{ 'data-testid': 'gate-register-problem' }}>
          <p>{visibleText(problem, 600)}</p>
        </SectionMessage>
      )}
      {!view && problem === undefined && (
        <SectionMessage level="info">
          <p>{words.nothingSeen}</p>
        </SectionMessage>
      )}
      {view?.listKnown === false && (
        <SectionMessage level="info">
          <p>{words.listUnknown}</p>
        </SectionMessage>
      )}
      {view?.pending && <MergeReview pending={view.pending} onMerge={props.onMerge} />}
      {view && <Entries {...props} view={view} />}
    </main>
  );
}

type Filter = 'all' | 'overdue' | 'unowned' | 'gone';
const FILTERS: readonly Filter[] = ['all', 'overdue', 'unowned', 'gone'];
const passes = (line: RegisterLine, filter: Filter) => filter === 'all' || line[filter];

function Entries({ view, ...props }: RegisterProps & { view: RegisterView }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [query, setQuery] = useState('');
  const count = (one: Filter) => view.lines.filter((line) => passes(line, one)).length;
  const wanted = query.trim().toLowerCase();
  const shown = view.lines.filter(
    (line) =>
      passes(line, filter) &&
      (line.pattern.toLowerCase().includes(wanted) ||
        (line.record.owner ?? '').toLowerCase().includes(wanted)),
  );
  return (
    <>
      <Files onExport={props.onExport} onFile={props.onFile} />
      <ChoiceBar
        label={words.filter}
        look="tabs"
        value={filter}
        data={{
          'data-testid': 'gate-register-counts',
          'data-overdue': count('overdue'),
          'data-unowned': count('unowned'),
          'data-gone': count('gone'),
        }}
        choices={FILTERS.map((value) => ({ value, label: words[value], count: count(value) }))}
        onChoose={(one) => setFilter(one)}
      />
      <TextField label={words.search} placeholder={words.search} hideLabel value={query} onInput={setQuery} />
      <RegisterTable lines={shown} onEdit={props.onEdit} />
    </>
  );
}

const EXPORTS: readonly RegisterExport[] = ['register-json', 'register-csv', 'list-json', 'list-csv'];

function Files({ onExport, onFile }: Pick<RegisterProps, 'onExport' | 'onFile'>) {
  const labels: Record<RegisterExport, string> = {
    'register-json': words.registerJson,
    'register-csv': words.registerCsv,
    'list-json': words.listJson,
    'list-csv': words.listCsv,
  };
  return (
    <div class="register-files">
      {EXPORTS.map((what) => (
        <Button
          key={what}
          icon="download"
          data={{ 'data-testid': 'gate-register-export', 'data-format': what }}
          onPress={() => onExport(what)}
        >
          {labels[what]}
        </Button>
      ))}
      <label class="file-picker">
        {words.takeIn}
        <input
          type="file"
          class="unseen"
          accept=".json,.csv,.tsv,.txt"
          data-testid="gate-register-file"
          onChange={trusted<Event>((event) => {
            const input = event.target as HTMLInputElement;
            const file = input.files?.[0];
            if (file) onFile(file);
            // The same file, corrected, can be chosen again.
            input.value = '';
          })}
        />
      </label>
    </div>
  );
}
