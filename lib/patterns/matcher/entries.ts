import type { PatternModel } from '../model.ts';
import { readPattern } from '../read/index.ts';
import { Rule } from './rule.ts';

/** The list as it was given; each entry is read once, when it is first asked for. */
export class Entries {
  readonly texts: readonly string[];
  readonly #models: (PatternModel | null | undefined)[];

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.#models = [];
  }

  /** The model of any text; when the text is the entry at `position`, it is read only once. */
  modelOf(text: string, position: number): PatternModel | undefined {
    return this.texts[position] === text ? this.model(position) : readPattern(text);
  }

  /** Undefined for an entry that is not valid. */
  model(entry: number): PatternModel | undefined {
    const known = this.#models[entry];
    if (known !== undefined) return known ?? undefined;
    const text = this.texts[entry];
    const model = typeof text === 'string' ? readPattern(text) : undefined;
    this.#models[entry] = model ?? null;
    return model;
  }

  /** One rule for each member of an entry; none when it is not valid. */
  rules(entry: number): Rule[] {
    const members = this.model(entry)?.alternatives ?? [];
    return members.map((parts) => new Rule(parts, entry, this.texts[entry] ?? ''));
  }
}
