import { moment } from '../../lib/words/figures.ts';
import { classTone } from '../activity/class-tone.ts';
import { Lozenge } from '../controls/lozenge.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { ageInWords } from './age.ts';
import type { EventView } from './model.ts';
import { classes, activity as words } from './words.ts';

/** The newest calls (contract: `gate-event`). */
export function Events({ events, now }: { events: readonly EventView[]; now: number }) {
  if (events.length === 0) return null;
  return (
    <div class="events">
      <h3>{words.events}</h3>
      <ul>
        {events.map((event) => (
          <li
            key={event.id}
            data-testid="gate-event"
            data-id={event.id}
            data-time={new Date(event.time).toISOString()}
            data-tool={event.tool}
            data-class={event.class}
          >
            <div class="event-text">
              <bdi>{visibleText(event.tool, 80)}</bdi>
              <span class="hint">
                <bdi>{visibleText(event.actor, 60)}</bdi>,{' '}
                <time dateTime={new Date(event.time).toISOString()} title={moment(event.time)}>
                  {ageInWords(event.time, now)}
                </time>
              </span>
            </div>
            <Lozenge tone={classTone[event.class]}>{classes[event.class]}</Lozenge>
          </li>
        ))}
      </ul>
    </div>
  );
}
