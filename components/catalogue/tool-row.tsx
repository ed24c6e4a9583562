import { TextField } from '../controls/fields.tsx';
import { Lozenge } from '../controls/lozenge.tsx';
import { refuseUntrusted, trusted } from '../on-page/trusted.ts';
import { visibleText } from '../on-page/visible-text.ts';
import type { CatalogueData, CatalogueTool } from './model.ts';
import { evidenceOf, partProblem, catalogue as words } from './words.ts';

export interface ToolRowProps extends Pick<CatalogueData, 'fill'> {
  tool: CatalogueTool;
  chosen: boolean;
  /** Whether a part that is still missing is named as missing. */
  asked: boolean;
  values: Readonly<Record<string, string>>;
  onToggle(): void;
  onType(part: string, value: string): void;
}

/** One tool: its name, the entry, where that is written and when it was gathered; fields for what is missing. */
export function ToolRow({ tool, chosen, asked, values, fill, onToggle, onType }: ToolRowProps) {
  const { vendor, pattern, parts, evidence, date, listed } = tool;
  const isLink = evidence.startsWith('https://');
  return (
    <li class="catalogue-row">
      <label
        class="checkbox catalogue-item"
        data-testid="gate-catalogue-item"
        data-vendor={vendor}
        data-pattern={pattern}
        data-selected={chosen ? 'yes' : 'no'}
      >
        <input
          type="checkbox"
          checked={chosen}
          onClick={refuseUntrusted}
          onChange={trusted<Event>(onToggle)}
        />
        <span class="catalogue-text">
          <span>
            <strong>{vendor}</strong> {listed && <Lozenge>{words.listed}</Lozenge>}
          </span>
          <bdi class="code">{pattern}</bdi>
        </span>
      </label>
      <p class="hint catalogue-evidence">
        {isLink ? (
          <>
            <a href={evidence} target="_blank" rel="noreferrer noopener">
              {new URL(evidence).host}
            </a>
            {', '}
            {date}
          </>
        ) : (
          words.evidence(evidenceOf(evidence), date)
        )}
      </p>
      {chosen && parts.length > 0 && (
        <Parts parts={parts} pattern={pattern} asked={asked} values={values} fill={fill} onType={onType} />
      )}
    </li>
  );
}

type PartsProps = Pick<ToolRowProps, 'asked' | 'values' | 'fill' | 'onType'> &
  Pick<CatalogueTool, 'parts' | 'pattern'>;

function Parts({ parts, pattern, asked, values, fill, onType }: PartsProps) {
  const filled = fill(pattern, values);
  const wrong = 'problem' in filled ? filled : undefined;
  return (
    <div class="catalogue-parts">
      {parts.map((part) => (
        <TextField
          key={part}
          label={words.part(part)}
          code
          value={values[part] ?? ''}
          data={{ 'data-testid': 'gate-catalogue-part', 'data-part': part }}
          onInput={(value) => onType(part, value)}
        />
      ))}
      {wrong && (asked || wrong.problem !== 'missing') && (
        <p class="problem" role="alert" data-testid="gate-catalogue-problem" data-problem={wrong.problem}>
          {partProblem(wrong.problem)}
        </p>
      )}
      {'entry' in filled && (
        <p class="hint">
          {words.result} <bdi class="code">{visibleText(filled.entry, 300)}</bdi>
        </p>
      )}
    </div>
  );
}
