import { Button } from '../controls/button.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { Select } from '../controls/fields.tsx';
import { Icon } from '../controls/icons.tsx';
import { LevelIcon } from '../on-page/level-icon.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { CatalogueButton } from './catalogue-button.tsx';
import type { FileFacts, ImportPanelActions } from './model.ts';
import { file as words } from './words.ts';

/** What was read: name, size and kind of the file, the column that was taken, and what is odd about it. */
export function FileSummary({ file, actions }: { file: FileFacts; actions: ImportPanelActions }) {
  const { name, rows, format, columns, patternColumn, problems } = file;
  return (
    <div class="file-summary">
      <div class="file-line">
        <Icon name="file" />
        <p class="file-name">
          <strong>
            <bdi>{name === undefined ? words.pasted : visibleText(name, 80)}</bdi>
          </strong>{' '}
          <span class="subtle">{words.facts(rows, format)}</span>
        </p>
        <CatalogueButton onOpen={actions.openCatalogue} />
        <Button appearance="subtle" onPress={actions.startOver}>
          {words.another}
        </Button>
      </div>
      {columns && columns.length > 1 && (
        <Select
          label={words.column}
          value={String(patternColumn ?? 0)}
          options={columns.map((column, index) => ({
            value: String(index),
            label: visibleText(column, 60) || words.unnamedColumn(index),
          }))}
          onChange={(value) => actions.chooseColumn(Number(value))}
        />
      )}
      {problems.length > 0 && (
        <Disclosure summary={words.problems(problems.length)}>
          <ul class="findings">
            {problems.slice(0, LISTED).map((problem) => (
              <li key={`${problem.rule} ${problem.line} ${problem.message}`}>
                <LevelIcon level={problem.level} />
                <span>
                  {problem.line !== undefined && <strong>{words.line(problem.line)}: </strong>}
                  {visibleText(problem.message)}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** A broken file can have a problem in every line; the first ones tell what is wrong with it. */
const LISTED = 50;
