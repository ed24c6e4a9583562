import type { ToolClass } from '../../lib/activity/types.ts';
import { door } from '../../lib/words/door.ts';
import { share } from '../../lib/words/figures.ts';
import { once } from '../../lib/words/language.ts';
import { plural, say } from '../../lib/words/say.ts';
import type { ActivityWindow } from './model.ts';

/** The words of the popup: each stands in `public/_locales` under the name of its door. */

export { figure } from '../../lib/words/figures.ts';

const hour = once(
  (language) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);
const day = once(
  (language) => new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' }),
);
/** The name of a bar: an hour of a day, or a day. */
export const moment = (start: number, window: ActivityWindow) =>
  (window === '24h' ? hour : day)().format(start);

export const popup = door('popup_main', {
  organizationId: (id: string) => say('popup_main_organizationId', { id: id.slice(0, 8) }),
});

export const status = door('popup_status', {
  supportedValue: door('popup_supported'),
  tokenValue: door('popup_token'),
  seen: (age: string) => say('popup_status_seen', { age }),
  stale: (age: string) => say('popup_status_stale', { age }),
});

export const here = door('popup_here');

export const findings = door('popup_findings', {
  all: (count: number) => plural('popup_findings_all', count),
});

export const windows: Record<ActivityWindow, string> = door('popup_window');

export const classes: Record<ToolClass, string> = door('popup_class');

const calls = (count: number) => plural('popup_calls', count);

export const activity = door('popup_activity', {
  total: (count: number) => plural('popup_activity_total', count),
  change: (now: number, before: number) => {
    if (before === 0) return say(now === 0 ? 'popup_change_noneEither' : 'popup_change_none');
    if (now === before) return say('popup_change_same');
    const part = share(Math.abs(now - before) / before);
    return say(now > before ? 'popup_change_more' : 'popup_change_fewer', { share: part });
  },
  stale: (age: string) => say('popup_activity_stale', { age }),
  updated: (age: string) => say('popup_activity_updated', { age }),
  legend: door('popup_legend'),
  chart: (total: number, span: string) => say('popup_activity_chart', { total, span }),
  busiestValue: (count: number, limit?: number) =>
    limit === undefined ? calls(count) : say('popup_activity_busiestOf', { calls: count, limit }),
  tokensValue: (count: number, of: number) =>
    plural('popup_activity_tokensValue', of, { share: share(of === 0 ? 0 : count / of) }),
});
