import type { DeskAnswer } from '../../lib/activity/table/desk.ts';
import { Chart } from '../popup/chart.tsx';
import { Ranking } from '../popup/ranking.tsx';
import { Fact } from '../popup/status-card.tsx';
import { figure, activity as popupWords } from '../popup/words.ts';
import { chartBars } from './bars.ts';
import { moment, figures as words } from './words.ts';

/** The figures of what is filtered. `before` is told where the time before was fetched to its beginning. */
export function Figures({ answer, completeFrom }: { answer: DeskAnswer; completeFrom: number | undefined }) {
  const { figures, newActors, before, from, to } = answer;
  const { total, tools, actors, apps, busiestHour, token, actorCount } = figures;
  const isNew = new Set(newActors);
  const told =
    before !== undefined && (completeFrom === undefined ? before > 0 : completeFrom <= 2 * from - to);
  return (
    <section class="figures" aria-label={words.chart(total)}>
      <div class="figures-chart">
        <p class="total">
          <strong>{figure(total)}</strong> {words.total(total)}
          {told && <span class="hint">{popupWords.change(total, before)}</span>}
        </p>
        <Chart
          bars={chartBars(figures)}
          nameOf={(start) => moment(figures.unit, start)}
          label={words.chart(total)}
        />
        <dl class="facts">
          <Fact name={words.people}>{figure(actorCount)}</Fact>
          {busiestHour && (
            <Fact name={words.busiest}>
              {words.busiestValue(busiestHour.count, moment('minute', busiestHour.start))}
            </Fact>
          )}
          {token.known > 0 && (
            <Fact name={popupWords.tokens}>{popupWords.tokensValue(token.calls, token.known)}</Fact>
          )}
        </dl>
      </div>
      <Ranking title={words.tools} testId="gate-top-tool" ranks={tools} />
      <Ranking
        title={words.actors}
        testId="gate-top-actor"
        ranks={actors.map((actor) => ({ ...actor, isNew: isNew.has(actor.name) }))}
      />
      <Ranking title={words.apps} testId="gate-top-app" ranks={apps} />
    </section>
  );
}
