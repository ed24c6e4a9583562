import type { RegisterFields } from '../../lib/register/types.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { review as words } from './words.ts';

/** How many entries that the file doesn't name are listed. */
const LISTED = 500;

export interface ExtrasProps {
  entries: readonly string[];
  /** What the register holds, by the entries' texts. */
  register: ReadonlyMap<string, RegisterFields>;
}

/** The console's entries that the file does not name, and who wants them (contract: `gate-extra`). Only reported. */
export function Extras({ entries, register }: ExtrasProps) {
  return (
    <Disclosure summary={words.extras(entries.length)}>
      <p class="hint">{words.extrasNote}</p>
      <ul class="extras">
        {entries.slice(0, LISTED).map((entry) => {
          const { owner = '', reason = '', ticket = '', reviewBy = '' } = register.get(entry) ?? {};
          const known = [owner, reason, ticket, reviewBy].filter((text) => text !== '');
          return (
            <li
              key={entry}
              data-testid="gate-extra"
              data-pattern={entry}
              data-owner={owner}
              data-review-by={reviewBy}
            >
              <bdi class="code">{visibleText(entry)}</bdi>{' '}
              <span class="hint">
                {known.length > 0 ? visibleText(known.join(' · '), 300) : words.extraNobody}
              </span>
            </li>
          );
        })}
        {entries.length > LISTED && <li>{words.moreExtras(entries.length - LISTED)}</li>}
      </ul>
    </Disclosure>
  );
}
