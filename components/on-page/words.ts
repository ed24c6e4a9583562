import { door } from '../../lib/words/door.ts';
import { plural, say } from '../../lib/words/say.ts';

/** The words of everything that stands on the console's page: each stands in `public/_locales` under the name of its door. */

export const levelWord = door('page_level');

export const field = door('page_field', {
  more: (count: number) => plural('page_field_more', count),
});

export const row = {
  label: (level: string, message: string, more: number) =>
    more > 0
      ? plural('page_row_labelMore', more, { level, message })
      : say('page_row_label', { level, message }),
};

export const launcher = door('page_launcher');

export const why = door('popup_check');

export const notice = door('page_notice');

export const resume = door('page_resume', {
  body: (done: number, total: number) => plural('page_resume_body', total, { done }),
});

export const unknownLayout = door('page_unknownLayout', {
  body: (teach: boolean) => say(teach ? 'page_unknownLayout_bodyTeach' : 'page_unknownLayout_body'),
});

export const changes = door('page_changes', {
  title: (since: string) =>
    since === '' ? say('page_changes_title') : say('page_changes_titleSince', { since }),
  added: (count: number) => plural('page_changes_added', count),
  removed: (count: number) => plural('page_changes_removed', count),
  settings: (count: number) => plural('page_changes_settings', count),
  setting: (name: string, before: string, after: string) =>
    say('page_changes_setting', { name, before, after }),
  rest: (count: number) => say('page_changes_rest', { count }),
});

export const updated = door('page_updated');

export const readd = door('page_readd');

export const register = {
  add: () => say('page_register_add'),
  edit: (pattern: string) => say('page_register_edit', { pattern }),
  overdueCount: (count: number) => plural('page_register_overdueCount', count),
  unowned: (count: number) => plural('page_register_unowned', count),
  reviewBy: (day: string) => say('page_register_reviewBy', { day }),
  overdue: (day: string) => say('page_register_overdue', { day }),
};

export const waiting = door('page_waiting');

export const teach = door('page_teach', {
  title: (place: number, of: number) => say('page_teach_title', { place, of }),
  steps: door('page_teachStep'),
  problems: door('page_teachProblem'),
});
