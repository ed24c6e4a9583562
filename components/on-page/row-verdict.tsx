import { Component, createRef } from 'preact';
import type { Verdict } from '../../lib/patterns/types.ts';
import { FindingList } from './field-verdict.tsx';
import { displayLevel } from './level.ts';
import { LevelIcon } from './level-icon.tsx';
import { levelWord, row } from './words.ts';

export interface RowVerdictProps {
  /** The entry as the row shows it. */
  pattern: string;
  verdict: Verdict;
}

/** Pixels between mark and popover, and between popover and the edge of the window. */
const GAP = 4;

/**
 * The mark beside a row of the page's list (contract: `gate-row-verdict`); nothing when there is no finding.
 * A click or the keyboard's focus opens the findings in the browser's top layer, where no table can clip them;
 * Escape, a click elsewhere or the focus leaving closes them.
 */
export class RowVerdict extends Component<RowVerdictProps> {
  #button = createRef<HTMLButtonElement>();
  #popover = createRef<HTMLDivElement>();

  #open = () => {
    const button = this.#button.current;
    const popover = this.#popover.current;
    if (!button || !popover?.showPopover || popover.matches(':popover-open')) return;
    popover.showPopover();
    const anchor = button.getBoundingClientRect();
    const below = anchor.bottom + GAP + popover.offsetHeight < innerHeight;
    const top = below ? anchor.bottom + GAP : anchor.top - GAP - popover.offsetHeight;
    const left = Math.min(anchor.left, innerWidth - popover.offsetWidth - 2 * GAP);
    popover.style.top = `${Math.max(GAP, top)}px`;
    popover.style.left = `${Math.max(GAP, left)}px`;
  };

  #openOnKeyboard = () => {
    if (this.#button.current?.matches(':focus-visible')) this.#open();
  };

  #close = () => {
    const popover = this.#popover.current;
    if (popover?.matches(':popover-open')) popover.hidePopover();
  };

  override render({ pattern, verdict }: RowVerdictProps) {
    const [first] = verdict.findings;
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
        <button
          ref={this.#button}
          type="button"
          class="mark"
          aria-label={row.label(levelWord[level], first.message, verdict.findings.length - 1)}
          onClick={this.#open}
          onFocus={this.#openOnKeyboard}
          onBlur={this.#close}
        >
          <LevelIcon level={level} />
        </button>
        <div ref={this.#popover} class="popover" popover="auto">
          <FindingList findings={verdict.findings} />
        </div>
      </span>
    );
  }
}
