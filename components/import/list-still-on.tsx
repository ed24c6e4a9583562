import type { PlannedRow } from '../../lib/import/types.ts';
import { SectionMessage } from '../controls/section-message.tsx';
import type { ResultLookup } from './model.ts';
import { done as words } from './words.ts';

/** The engine's word for an entry that Atlassian's list allows as well; it is only said while that list is on. */
const ON_ATLASSIANS_LIST = 'W225';

/** Entries of one's own don't narrow anything while Atlassian's list is on: a reminder, and nothing that acts. */
export function ListStillOn({ rows, results }: { rows: readonly PlannedRow[]; results: ResultLookup }) {
  const count = rows.filter(
    ({ plan, findings }, index) =>
      (plan === 'present' || results.get(index)?.outcome === 'added') &&
      findings?.some(({ rule }) => rule === ON_ATLASSIANS_LIST),
  ).length;
  if (count === 0) return null;
  return (
    <SectionMessage
      level="info"
      title={words.listOn(count)}
      data={{ 'data-testid': 'gate-import-list-on', 'data-count': count }}
    >
      <p>{words.listOnBody}</p>
    </SectionMessage>
  );
}
