import { Lozenge } from '../controls/lozenge.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import type { RankedName } from './model.ts';
import { figure, activity as words } from './words.ts';

export interface RankingProps {
  title: string;
  testId: 'gate-top-tool' | 'gate-top-actor' | 'gate-top-app';
  /** Highest first. */
  ranks: readonly RankedName[];
}

/** Names by their count, each over a bar of its share of the highest. */
export function Ranking({ title, testId, ranks }: RankingProps) {
  if (ranks.length === 0) return null;
  const highest = Math.max(1, ...ranks.map(({ count }) => count));
  return (
    <div class="ranking">
      <h3>{title}</h3>
      <ol>
        {ranks.map(({ name, label = name, count, isNew }) => (
          <li key={name} data-testid={testId} data-name={name} data-count={count}>
            <span class="share" style={{ width: `${(count / highest) * 100}%` }} />
            <bdi title={visibleText(label)}>{visibleText(label, 80)}</bdi>
            {isNew && <Lozenge tone="information">{words.isNew}</Lozenge>}
            <span class="figure">{figure(count)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
