import { type Box, keyOf } from './box.ts';

/** Boxes found by host: a named host can only meet the same name or a wildcard. */
export class BoxIndex {
  readonly boxes: readonly Box[];
  readonly #keys: Set<string>;
  readonly #named = new Map<string, Box[]>();
  readonly #globs: Box[] = [];

  constructor(boxes: readonly Box[]) {
    this.boxes = boxes;
    this.#keys = new Set(boxes.map(keyOf));
    for (const box of boxes) {
      if (box.host.glob) this.#globs.push(box);
      else {
        const same = this.#named.get(box.host.text);
        if (same) same.push(box);
        else this.#named.set(box.host.text, [box]);
      }
    }
  }

  /** Whether a box that is written alike is among them. */
  has(box: Box): boolean {
    return this.#keys.has(keyOf(box));
  }

  /** Every box that may meet the given one. */
  near(box: Box): readonly Box[] {
    if (box.host.glob) return this.boxes;
    const named = this.#named.get(box.host.text);
    return named ? (this.#globs.length > 0 ? [...named, ...this.#globs] : named) : this.#globs;
  }
}
