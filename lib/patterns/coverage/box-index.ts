import { type Box, keyOf } from './box.ts';

/** The boxes of one named host. */
interface HostBoxes {
  all: Box[];
  /** Boxes with one path, by that path. */
  exact: Map<string, Box[]>;
  /** Boxes whose path holds a wildcard. */
  open: Box[];
}

/** Boxes found by host and path: a name can only meet the same name or a wildcard. */
export class BoxIndex {
  readonly boxes: readonly Box[];
  readonly #keys: Set<string>;
  readonly #named = new Map<string, HostBoxes>();
  readonly #globs: Box[] = [];

  constructor(boxes: readonly Box[]) {
    this.boxes = boxes;
    this.#keys = new Set(boxes.map(keyOf));
    for (const box of boxes) {
      if (box.host.glob) {
        this.#globs.push(box);
        continue;
      }
      const host = this.#named.get(box.host.text) ?? { all: [], exact: new Map<string, Box[]>(), open: [] };
      this.#named.set(box.host.text, host);
      host.all.push(box);
      if (box.path.rule.kind !== 'exact') host.open.push(box);
      else {
        const same = host.exact.get(box.path.text);
        if (same) same.push(box);
        else host.exact.set(box.path.text, [box]);
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
    const host = this.#named.get(box.host.text);
    if (!host) return this.#globs;
    if (box.path.rule.kind !== 'exact') return [...host.all, ...this.#globs];
    return [...(host.exact.get(box.path.text) ?? []), ...host.open, ...this.#globs];
  }
}
