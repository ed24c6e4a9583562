import type { ActorKind, RecognisedBy, SourceName } from '../../lib/activity/types.ts';
import { door } from '../../lib/words/door.ts';
import { figure } from '../../lib/words/figures.ts';
import { once } from '../../lib/words/language.ts';
import { plural, say } from '../../lib/words/say.ts';
import type { RangeName, SortColumn } from './model.ts';

/** The words of the activity page: each stands in `public/_locales` under the name of its door. */

export const page = door('activity_page');

const names: Record<RangeName, string> = door('activity_span');
export const range = door('activity_range', { names });

export const filter = door('activity_filter', {
  choice: (name: string, count: number) => say('activity_filter_choice', { name, count }),
});

export const fetching = door('activity_fetch', {
  fetched: (age: string) => say('activity_fetch_fetched', { age }),
  stale: (age: string) => say('activity_fetch_stale', { age }),
});

export const figures = door('activity_figures', {
  total: (count: number) => plural('activity_figures_total', count),
  chart: (total: number) => say('activity_figures_chart', { total }),
  busiestValue: (count: number, when: string) => say('activity_figures_busiestValue', { count, when }),
});

const columns: Record<SortColumn, string> = door('activity_column');
export const table = door('activity_table', {
  columns,
  sortBy: (column: string) => say('activity_table_sortBy', { column }),
  count: (shown: number, of: number) =>
    shown === of ? plural('activity_table_all', of) : plural('activity_table_some', of, { shown }),
  reading: (done: number, of: number) => say('activity_table_reading', { done, of }),
  tooMany: (count: number) => say('activity_table_tooMany', { count: figure(count) }),
});

const kinds: Record<ActorKind, string> = door('activity_kind');
const sources: Record<SourceName, string> = door('activity_source');
const how = door('activity_how');
export const details = door('activity_details', {
  kinds,
  sources,
  how: (by: RecognisedBy): string => {
    if (by === 'context-unknown') return how.contextUnknown;
    if (by === 'message-unknown') return how.messageUnknown;
    return by === 'action-name' ? how.actionName : how[by];
  },
});

/** Times as the reader's language writes them, in the zone that the browser runs in. */
const formats = {
  /** In a row: date and time with seconds. */
  row: once((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })),
  minute: once((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })),
  full: once((language) => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' })),
  hour: once(
    (language) => new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
  ),
  day: once(
    (language) => new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' }),
  ),
  week: once((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' })),
};

/** @param time milliseconds since 1970 */
export const moment = (look: keyof typeof formats, time: number) => formats[look]().format(time);
