import type { Finding, Verdict } from '../../lib/patterns/types.ts';
import { displayLevel, firstFix } from './level.ts';
import { LevelIcon } from './level-icon.tsx';
import { trusted } from './trusted.ts';
import { markText, visibleText } from './visible-text.ts';
import { field, levelWord } from './words.ts';

export interface FieldVerdictProps {
  /** What stands in the page's field, exactly; the findings' offsets refer to it. */
  text: string;
  verdict: Verdict;
  /** Asked to put the whole corrected text into the page's field. */
  onFix(fix: string): void;
}

/** The verdict beside the page's own domain field (contract: `gate-field-verdict`). */
export function FieldVerdict({ text, verdict, onFix }: FieldVerdictProps) {
  const level = displayLevel(verdict);
  const [first, ...more] = verdict.findings;
  const fix = firstFix(verdict.findings);
  return (
    <div
      class="verdict"
      data-testid="gate-field-verdict"
      data-level={level}
      data-rule={first?.rule}
      aria-live="polite"
    >
      <LevelIcon level={level} />
      <div class="verdict-body">
        <p class={`message is-${level}`}>
          <span class="unseen">{levelWord[level]}: </span>
          {first?.message ?? field.ok}
        </p>
        {first && <Excerpt text={text} finding={first} />}
        {fix !== undefined && (
          <button
            type="button"
            class="button"
            data-testid="gate-field-fix"
            data-fix={fix}
            onClick={trusted(() => onFix(fix))}
          >
            {field.use} <bdi class="code">{visibleText(fix)}</bdi>
          </button>
        )}
        {more.length > 0 && (
          <details>
            <summary>{field.more(more.length)}</summary>
            <FindingList findings={more} />
          </details>
        )}
      </div>
    </div>
  );
}

/** The part of the text that a finding is about, marked; nothing when the finding is about all of it. */
function Excerpt({ text, finding }: { text: string; finding: Finding }) {
  if (finding.start <= 0 && finding.end >= text.length) return null;
  const { before, marked, after } = markText(text, finding.start, finding.end);
  return (
    <p class="excerpt code">
      <bdi>
        {before}
        <mark class={marked === '' ? 'gap' : ''}>{marked}</mark>
        {after}
      </bdi>
    </p>
  );
}

/** Findings one below the other, each with its sign and its level as a word. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.rule + finding.start}>
          <LevelIcon level={finding.level} />
          <span>
            <span class="unseen">{levelWord[finding.level]}: </span>
            {finding.message}
          </span>
        </li>
      ))}
    </ul>
  );
}
