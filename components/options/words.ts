import { door } from '../../lib/words/door.ts';
import { once } from '../../lib/words/language.ts';
import { plural, say } from '../../lib/words/say.ts';
import type { KeyView } from './model.ts';

/** The words of the options page: each stands in `public/_locales` under the name of its door. */

export { figure } from '../../lib/words/figures.ts';

const moment = once(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }),
);
const list = once((language) => new Intl.ListFormat(language, { style: 'short', type: 'unit' }));
const sizes = (['kilobyte', 'megabyte', 'gigabyte'] as const).map((unit) =>
  once((language) => new Intl.NumberFormat(language, { style: 'unit', unit, maximumSignificantDigits: 2 })),
);

/** A size for people, in steps of 1,000. */
function size(bytes: number): string {
  let value = Math.max(bytes, 100) / 1_000;
  let step = 0;
  while (value >= 1_000 && step < sizes.length - 1) {
    value /= 1_000;
    step += 1;
  }
  return sizes[step]?.().format(value) ?? '';
}

const records = (count: number) => plural('options_records', count);

export const page = door('options_page');

export const policy = door('options_policy', {
  organizations: (ids: readonly string[]) =>
    say('options_policy_organizations', { names: list().format(ids) }),
  otherOrganization: () => say('failure_policyOrganization'),
  refused: () => say('failure_policyOff'),
});

export const organization = door('options_organization');

export const cloud = door('options_cloud', {
  withheld: (host: string) => say('options_cloud_withheld', { host }),
  denied: (host: string) => say('options_cloud_denied', { host }),
  works: (host: string) => say('options_cloud_works', { host }),
  off: (host: string) => say('options_cloud_off', { host }),
  kept: (host: string) => say('options_cloud_kept', { host }),
});

const state: Record<KeyView['state'], string> = door('options_keyState');
export const key = door('options_key', {
  state,
  intro: (host: string) => say('options_key_intro', { host }),
  allow: (host: string) => say('options_key_allow', { host }),
  denied: (host: string) => say('options_key_denied', { host }),
  forgotten: (host: string) => say('options_key_forgotten', { host }),
  notReleased: (host: string) => say('options_key_notReleased', { host }),
});

/** What became of the records of a file. */
export interface TakenFacts {
  records: number;
  added: number;
  repeated: number;
  covered: number;
  tooOld: number;
  others: number;
  unreadable: number;
}
const LEFT = ['repeated', 'covered', 'tooOld', 'others', 'unreadable'] as const;

export const sources = door('options_sources', {
  taken: (facts: TakenFacts) => {
    const left = LEFT.filter((name) => facts[name] > 0).map((name) =>
      say(`options_sources_${name}`, { count: facts[name] }),
    );
    const whole = { records: records(facts.records), calls: plural('options_calls', facts.added) };
    return left.length === 0
      ? say('options_sources_taken', whole)
      : say('options_sources_takenAndLeft', { ...whole, left: list().format(left) });
  },
});

export const preferences = door('options_preferences', { plans: door('options_plan') });

export const data = door('options_data', {
  columns: door('options_column'),
  places: door('options_place'),
  records,
  about: (bytes: number) => say('options_data_about', { size: size(bytes) }),
  total: (bytes: number) => say('options_data_total', { size: size(bytes) }),
});

export const transfer = door('options_transfer', {
  exported: (count: number) => say('options_transfer_exported', { records: records(count) }),
  preview: (file: string, exportedAt: number, count: number) => {
    const organizations = plural('options_organizations', count);
    return say('options_transfer_preview', { file, date: moment().format(exportedAt), organizations });
  },
  unreadable: (count: number) => plural('options_unreadable', count),
  imported: (count: number, kept: number) =>
    say('options_transfer_imported', { records: records(count), kept }),
});

export const deletion = door('options_deletion', {
  left: (names: string) => say('options_deletion_left', { names }),
});
