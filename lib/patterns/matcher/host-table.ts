/** Differs from run to run, so that no list can be made up whose hosts all fall into one place. */
const SEED = Math.trunc(Math.random() * 0x7fffffff);

export const startHash = SEED;

/** Adds one more character on the left: a host is hashed from its end, so that every suffix is hashed on the way. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
}

/** Hash of a whole key. */
export function hashOf(text: string): number {
  let hash = startHash;
  for (let at = text.length - 1; at >= 0; at--) hash = addToHash(hash, text.charCodeAt(at));
  return hash;
}

/** Integers of a place: the hash, the kind plus one more than the least kind (0 when the place is free), the value. */
const WIDTH = 3;
const LEAST_KIND = -2;

/**
 * A map from hashes to pairs of numbers, for more hosts than fit the processor's caches: a look-up reads one place, where
 * a `Map` of strings follows four or five pointers (measured at 100,000 keys). The keys are not in it: whoever asks
 * compares the host with what a place stands for, since that is read next anyway.
 */
export class HostTable {
  #places = new Int32Array(WIDTH * 64);
  #mask = 63;
  #size = 0;

  /** The first place with this hash, or -1. A place is good until the next `add`. */
  first(hash: number): number {
    return this.#from(hash & this.#mask, hash);
  }

  /** The next place with the same hash, or -1. */
  next(place: number): number {
    return this.#from((place + 1) & this.#mask, this.#places[WIDTH * place] ?? 0);
  }

  kind(place: number): number {
    return (this.#places[WIDTH * place + 1] ?? 0) + LEAST_KIND - 1;
  }

  value(place: number): number {
    return this.#places[WIDTH * place + 2] ?? 0;
  }

  /** @param kind -2 or more. */
  set(place: number, kind: number, value: number): void {
    this.#places[WIDTH * place + 1] = kind - LEAST_KIND + 1;
    this.#places[WIDTH * place + 2] = value;
  }

  add(hash: number, kind: number, value: number): void {
    this.#size++;
    if (this.#size * 4 > this.#mask * 3) this.#grow();
    this.#put(hash, kind, value);
  }

  #from(start: number, hash: number): number {
    const places = this.#places;
    for (let place = start; places[WIDTH * place + 1] !== 0; place = (place + 1) & this.#mask) {
      if (places[WIDTH * place] === hash) return place;
    }
    return -1;
  }

  #put(hash: number, kind: number, value: number): void {
    let place = hash & this.#mask;
    while (this.#places[WIDTH * place + 1] !== 0) place = (place + 1) & this.#mask;
    this.#places[WIDTH * place] = hash;
    this.set(place, kind, value);
  }

  #grow(): void {
    const old = this.#places;
    const oldMask = this.#mask;
    this.#mask = oldMask * 2 + 1;
    this.#places = new Int32Array(WIDTH * (this.#mask + 1));
    for (let place = 0; place <= oldMask; place++) {
      const kind = old[WIDTH * place + 1] ?? 0;
      if (kind !== 0) this.#put(old[WIDTH * place] ?? 0, kind + LEAST_KIND - 1, old[WIDTH * place + 2] ?? 0);
    }
  }
}
