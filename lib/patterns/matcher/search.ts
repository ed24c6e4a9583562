import type { RedirectUri } from '../redirect-uri/index.ts';
import { PathAnswer } from './path.ts';
import type { PlainTarget } from './plain-target.ts';
import type { Rule } from './rule.ts';

/** Which component of the nearest rule is the first that fails; the higher, the nearer. */
export const Nearness = { none: 0, scheme: 1, host: 2, port: 3, path: 4, query: 5 } as const;
export type Nearness = (typeof Nearness)[keyof typeof Nearness];

/** One question put to the index, with the best answer found so far. */
export class Search {
  readonly uri: RedirectUri;
  /** Filled for `matchAll` only. */
  readonly all: Rule[] | undefined;
  best: Rule | undefined = undefined;
  answer: PathAnswer = PathAnswer.no;
  /** The best rule names no port, and the address does: unsure on loopback. */
  loopback = false;
  /** How far the nearest rule got, when none fits. */
  near: Rule | undefined = undefined;
  nearness: Nearness = Nearness.none;
  /** Of the one entry that plainly allows the address, as long as no other was asked; there is no best rule then. */
  target: PlainTarget | undefined = undefined;
  /** Position and text of that entry, and where its key starts in the address's host. */
  #plain = -1;
  by = '';
  at = 0;

  constructor(uri: RedirectUri, all?: Rule[]) {
    this.uri = uri;
    this.all = all;
  }

  /** Whether a plain answer would be the first, and enough. */
  get isOpen(): boolean {
    return this.best === undefined && this.target === undefined && this.all === undefined;
  }

  /** Position of the entry that the answer is about, or of the nearest; -1 when there is none. */
  get entry(): number {
    return this.target ? this.#plain : ((this.best ?? this.near)?.entry ?? -1);
  }

  allow(target: PlainTarget, entry: number, by: string, at: number): void {
    this.target = target;
    this.#plain = entry;
    this.by = by;
    this.at = at;
  }

  /** Takes note of what one rule answers. @param loopback true when only another port than the rule's is asked for. */
  consider(rule: Rule, answer: PathAnswer, loopback: boolean): void {
    if (answer < PathAnswer.base) {
      this.miss(rule, answer === PathAnswer.query ? Nearness.query : Nearness.path);
      return;
    }
    this.all?.push(rule);
    if (this.best === undefined || this.#isBetter(rule, answer, loopback, this.best)) {
      this.best = rule;
      this.answer = answer;
      this.loopback = loopback;
    }
  }

  /** Remembers a rule that does not fit, for the reason. */
  miss(rule: Rule, nearness: Nearness): void {
    if (nearness > this.nearness) {
      this.near = rule;
      this.nearness = nearness;
    }
  }

  #isBetter(rule: Rule, answer: PathAnswer, loopback: boolean, best: Rule): boolean {
    const sure = answer === PathAnswer.yes && !loopback;
    const wasSure = this.answer === PathAnswer.yes && !this.loopback;
    if (sure !== wasSure) return sure;
    if (rule.specificity !== best.specificity) return rule.specificity > best.specificity;
    return rule.entry < best.entry;
  }
}
