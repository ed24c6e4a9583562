import { useMemo, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { ChoiceBar } from '../controls/choice-bar.tsx';
import { TextField } from '../controls/fields.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import type { CatalogueData, CatalogueProps, CatalogueTool, ChosenEntry } from './model.ts';
import { ToolRow } from './tool-row.tsx';
import { evidenceOf, catalogue as words } from './words.ts';

type Shown = 'all' | 'listed' | 'chosen';

/** Known AI tools to choose from; what is chosen goes into the review (contract: `gate-catalogue-*`). */
export function Catalogue({ tools, fill, memory, onAdd, onBack }: CatalogueData & CatalogueProps) {
  const [shown, setShown] = useState<Shown>('all');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(memory.chosen ?? new Set());
  const [typed, setTyped] = useState(memory.typed ?? {});
  /** Whether missing parts are named: only once somebody wanted to go on without them. */
  const [asked, setAsked] = useState(false);
  memory.chosen = chosen;
  memory.typed = typed;
  const listed = tools.filter((tool) => tool.listed).length;
  const found = useMemo(() => matching(tools, shown, chosen, query), [tools, shown, chosen, query]);

  const toggle = ({ pattern }: CatalogueTool) => {
    const next = new Set(chosen);
    if (!next.delete(pattern)) next.add(pattern);
    setChosen(next);
  };
  const add = () => {
    const entries: ChosenEntry[] = [];
    for (const { vendor, pattern, evidence, date } of tools.filter((tool) => chosen.has(tool.pattern))) {
      const filled = fill(pattern, typed[pattern] ?? {});
      if ('problem' in filled) {
        setAsked(true);
        setShown('chosen');
        setQuery('');
        return;
      }
      entries.push({ pattern: filled.entry, source: words.source(vendor, evidenceOf(evidence), date) });
    }
    memory.chosen = undefined;
    onAdd(entries);
  };

  return (
    <div class="catalogue">
      <p class="subtle">{words.intro}</p>
      <TextField
        label={words.search}
        placeholder={words.search}
        hideLabel
        value={query}
        data={{ 'data-testid': 'gate-catalogue-search' }}
        onInput={setQuery}
      />
      <ChoiceBar
        label={words.filter}
        look="tabs"
        value={shown}
        choices={[
          { value: 'all', label: words.all, count: tools.length },
          {
            value: 'listed',
            label: words.listed,
            count: listed,
            data: { 'data-testid': 'gate-catalogue-listed' },
          },
          { value: 'chosen', label: words.chosen, count: chosen.size },
        ]}
        onChoose={(one) => setShown(one)}
      />
      {shown === 'listed' && (
        <SectionMessage level="info" title={words.listedTitle}>
          <p>{words.listedBody}</p>
        </SectionMessage>
      )}
      {found.length === 0 ? (
        <p class="empty subtle">{words.none}</p>
      ) : (
        <ul class="catalogue-list" aria-label={words.list}>
          {found.map((tool) => (
            <ToolRow
              key={tool.pattern}
              tool={tool}
              chosen={chosen.has(tool.pattern)}
              asked={asked}
              values={typed[tool.pattern] ?? {}}
              fill={fill}
              onToggle={() => toggle(tool)}
              onType={(part, value) =>
                setTyped((before) => ({
                  ...before,
                  [tool.pattern]: { ...before[tool.pattern], [part]: value },
                }))
              }
            />
          ))}
        </ul>
      )}
      <div class="actions catalogue-end">
        <Button appearance="subtle" onPress={onBack}>
          {words.back}
        </Button>
        <Button
          appearance="primary"
          disabled={chosen.size === 0}
          data={{ 'data-testid': 'gate-catalogue-add' }}
          onPress={add}
        >
          {words.add(chosen.size)}
        </Button>
      </div>
    </div>
  );
}

function matching(
  tools: readonly CatalogueTool[],
  shown: Shown,
  chosen: ReadonlySet<string>,
  query: string,
): readonly CatalogueTool[] {
  const wanted = query.trim().toLowerCase();
  return tools.filter(
    (tool) =>
      (shown === 'all' || (shown === 'listed' ? tool.listed : chosen.has(tool.pattern))) &&
      `${tool.vendor} ${tool.pattern}`.toLowerCase().includes(wanted),
  );
}
