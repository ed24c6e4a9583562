import type { PartProblem } from '../../lib/catalogue/template.ts';
import { door } from '../../lib/words/door.ts';
import { plural, say } from '../../lib/words/say.ts';

/** The words of the catalogue. Names of tools are what their vendors call them, in every language. */
export const catalogue = door('import_catalogue', {
  add: (count: number) =>
    count === 0 ? say('import_catalogue_addNone') : plural('import_catalogue_add', count),
  evidence: (what: string, date: string) => say('import_catalogue_evidence', { what, date }),
  source: (vendor: string, what: string, date: string) =>
    say('import_catalogue_source', { vendor, what, date }),
  part: (part: string) => say('import_catalogue_part', { part }),
});

const evidence: Record<string, () => string> = {
  listed: () => catalogue.evidenceListed,
  guide: () => catalogue.evidenceGuide,
  reported: () => catalogue.evidenceReported,
  policy: () => say('options_policy_set'),
};

/** Where an entry is written, in words; an address as it is. */
export const evidenceOf = (code: string): string => evidence[code]?.() ?? code;

export const partProblem = (problem: PartProblem): string =>
  ({
    missing: catalogue.partMissing,
    'not-a-label': catalogue.partLabel,
    'not-a-host': catalogue.partHost,
  })[problem];
