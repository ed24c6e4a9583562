import { Chart } from './chart.tsx';
import { Events } from './events.tsx';
import type { ActivityView } from './model.ts';
import { Ranking } from './ranking.tsx';
import { Fact } from './status-card.tsx';
import { figure, moment, windows, activity as words } from './words.ts';

/** The figures of one time span: total and change, chart, what stands out, rankings and the newest calls. */
export function ActivityFigures({ activity, now }: { activity: ActivityView; now: number }) {
  const { total, before, bars, busiestHour, tokens, tools, actors, events, window, newcomers = 0 } = activity;
  return (
    <>
      <p class="total">
        <strong>{figure(total)}</strong> {words.total(total)}
        {before !== undefined && <span class="hint">{words.change(total, before)}</span>}
      </p>
      <Chart
        bars={bars}
        nameOf={(start) => moment(start, window)}
        label={words.chart(total, windows[window])}
      />
      <dl class="facts">
        {busiestHour && (
          <Fact name={words.busiest}>{words.busiestValue(busiestHour.calls, busiestHour.limit)}</Fact>
        )}
        {tokens && tokens.of > 0 && (
          <Fact name={words.tokens}>{words.tokensValue(tokens.calls, tokens.of)}</Fact>
        )}
        {newcomers > 0 && <Fact name={words.newcomers}>{figure(newcomers)}</Fact>}
      </dl>
      <Ranking title={words.tools} testId="gate-top-tool" ranks={tools} />
      <Ranking title={words.actors} testId="gate-top-actor" ranks={actors} />
      <Events events={events} now={now} />
    </>
  );
}
