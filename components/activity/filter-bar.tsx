import type { Facets } from '../../lib/activity/table/desk.ts';
import type { ToolClass } from '../../lib/activity/types.ts';
import { Button } from '../controls/button.tsx';
import { Select, TextField } from '../controls/fields.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { classes } from '../popup/words.ts';
import { type Choice, CLASSES } from './model.ts';
import { filter as words } from './words.ts';

export interface FilterBarProps {
  choice: Choice;
  facets: Facets | undefined;
  onChange(change: Partial<Choice>): void;
}

interface Option {
  name: string;
  label?: string;
  count: number;
}

/** What an option with the name '' is called by: a select's '' stands for all. */
export const UNTOLD = '\u0000';

/** A select's options: all, then what occurs; what is chosen stays there also when it no longer occurs. */
function optionsOf(all: string, found: readonly Option[], chosen: string) {
  const options = found.map(({ name, label = name, count }) => ({
    value: name === '' ? UNTOLD : name,
    label: words.choice(name === '' ? words.untold : visibleText(label, 60), count),
  }));
  const lost = chosen !== '' && !options.some(({ value }) => value === chosen);
  return [
    { value: '', label: all },
    ...(lost ? [{ value: chosen, label: chosen === UNTOLD ? words.untold : visibleText(chosen, 60) }] : []),
    ...options,
  ];
}

const isFiltered = ({ text, person, tool, app, class: chosen }: Choice) =>
  text.trim() !== '' || person !== '' || tool !== '' || app !== '' || chosen !== '';

/** Filters by text, person, tool, class and app (contract: `gate-activity-filter`). */
export function FilterBar({ choice, facets, onChange }: FilterBarProps) {
  const { text, person, tool, app } = choice;
  const classOptions = CLASSES.map((value) => ({ value: value as string, label: classes[value] }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a layout of its own
    <div class="filter-bar" role="group" aria-label={words.label}>
      <TextField
        label={words.text}
        value={text}
        data={{ 'data-testid': 'gate-activity-filter' }}
        onInput={(value) => onChange({ text: value })}
      />
      <Select
        label={words.person}
        value={person}
        data={{ 'data-testid': 'gate-activity-person' }}
        options={optionsOf(words.everyone, facets?.actors ?? [], person)}
        onChange={(value) => onChange({ person: value })}
      />
      <Select
        label={words.tool}
        value={tool}
        data={{ 'data-testid': 'gate-activity-tool' }}
        options={optionsOf(words.allTools, facets?.tools ?? [], tool)}
        onChange={(value) => onChange({ tool: value })}
      />
      <Select
        label={words.class}
        value={choice.class}
        data={{ 'data-testid': 'gate-activity-class' }}
        options={[{ value: '', label: words.allClasses }, ...classOptions]}
        onChange={(value) => onChange({ class: value as ToolClass | '' })}
      />
      <Select
        label={words.app}
        value={app}
        data={{ 'data-testid': 'gate-activity-app' }}
        options={optionsOf(words.allApps, facets?.apps ?? [], app)}
        onChange={(value) => onChange({ app: value })}
      />
      {isFiltered(choice) && (
        <Button
          appearance="subtle"
          data={{ 'data-testid': 'gate-activity-clear' }}
          onPress={() => onChange({ text: '', person: '', tool: '', app: '', class: '' })}
        >
          {words.clear}
        </Button>
      )}
    </div>
  );
}
