import { LevelIcon } from '../on-page/level-icon.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { FindingView } from './model.ts';
import { findings as words } from './words.ts';

export interface FindingsProps {
  /** Worst first; undefined while they are being looked up. */
  findings: readonly FindingView[] | undefined;
  /** The address of the page with all of them. */
  href: string;
}

/** How many the popup shows; the rest stands on the page. */
const SHOWN = 3;

/** What is worth a look in the settings and the list (contract: `gate-finding`); else that there is nothing. */
export function Findings({ findings, href }: FindingsProps) {
  if (!findings) return null;
  return (
    <section class="section" aria-labelledby="findings-title">
      <div class="section-head">
        <h2 id="findings-title">{words.title}</h2>
        <a class="hint" href={href} target="_blank" rel="noreferrer" data-testid="gate-open-posture">
          {findings.length > 0 ? words.all(findings.length) : words.page}
        </a>
      </div>
      {findings.length === 0 && <p class="hint">{words.none}</p>}
      <ul class="findings">
        {findings.slice(0, SHOWN).map(({ rule, level, message }) => (
          <li key={rule + message} data-testid="gate-finding" data-rule={rule} data-level={level}>
            <LevelIcon level={level} />
            <span>{visibleText(message, 400)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
