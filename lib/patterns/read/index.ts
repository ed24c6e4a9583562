import type { PatternModel, PatternParts } from '../model.ts';
import { ERROR_CHOICE } from '../rules/errors.ts';
import { needsMetBy } from '../rules/needs.ts';
import { ALONE } from '../rules/rule.ts';
import { type Analysis, analyse } from './analysis.ts';
import { normalPort } from './authority.ts';
import { normalise } from './normalise.ts';

/**
 * Reads an entry as the matcher and the coverage need it.
 * @returns its model, or undefined where `checkPattern` would answer `error`. Never throws; linear in the length.
 */
export function readPattern(text: string): PatternModel | undefined {
  const a = analyse(text);
  return isValid(a) ? toModel(a) : undefined;
}

/** The normalised text of a valid entry; undefined for any other. Cheaper than a whole `checkPattern`. */
export function normalisePattern(text: string): string | undefined {
  const a = analyse(text);
  return isValid(a) ? normalise(a) : undefined;
}

/** Whether no error applies. The rules are the only judge, so that reader and checker can not differ. */
export function isValid(a: Analysis): boolean {
  return ERROR_CHOICE.for(needsMetBy(a)).first(a, ALONE) === undefined;
}

/** Hosts times paths, equal ones kept once. Only for a valid entry. */
function toModel(a: Analysis): PatternModel {
  const seen = new Set<string>();
  const alternatives: PatternParts[] = [];
  for (const m of a.authorities) {
    const port = normalPort(a.scheme, m.port) ?? '';
    for (const path of a.paths) {
      const key = `${m.name}:${port}${path.text}`;
      if (a.braced && seen.has(key)) continue;
      if (a.braced) seen.add(key);
      alternatives.push({ scheme: a.scheme, custom: a.custom, host: m.name, port, path: path.text });
    }
  }
  return { normalised: normalise(a), alternatives };
}
