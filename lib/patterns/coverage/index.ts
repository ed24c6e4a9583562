import { readPattern } from '../read/index.ts';
import type { Coverage } from '../types.ts';
import { compareModels } from './compare.ts';

export { type CoverageIndex, createCoverageIndex } from './list.ts';

/**
 * How the addresses of two entries lie to each other: exact for the grammar of entries, under every reading.
 * @returns `unknown` when either entry is not valid, when the narrow and the wide reading disagree, or when comparing
 * them would take too long. Never throws.
 */
export function compareCoverage(a: string, b: string): Coverage {
  const modelA = readPattern(a);
  const modelB = readPattern(b);
  return modelA && modelB ? compareModels(modelA, modelB) : 'unknown';
}
