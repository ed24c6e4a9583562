import type { Verdict } from '../../lib/patterns/types.ts';
import { FindingList } from './field-verdict.tsx';
import { displayLevel } from './level.ts';
import { LevelIcon } from './level-icon.tsx';
import { Popover } from './popover.tsx';
import { levelWord, row } from './words.ts';

export interface RowVerdictProps {
  /** The entry as the row shows it. */
  pattern: string;
  verdict: Verdict;
}

/**
 * The mark beside a row of the page's list (contract: `gate-row-verdict`); nothing when there is no finding. A click
 * or the keyboard's focus opens the findings.
 */
export function RowVerdict({ pattern, verdict }: RowVerdictProps) {
  const [first, ...more] = verdict.findings;
  if (!first) return null;
  const level = displayLevel(verdict);
  return (
    <span
      class="row"
      data-testid="gate-row-verdict"
      data-pattern={pattern}
      data-level={level}
      data-rule={first.rule}
    >
      <Popover
        look="mark"
        label={row.label(levelWord[level], first.message, more.length)}
        button={<LevelIcon level={level} />}
        onFocus
      >
        <FindingList findings={verdict.findings} />
      </Popover>
    </span>
  );
}
