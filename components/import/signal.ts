/**
 * A value that tells when it is replaced. The shape is that of @preact/signals, whose signals fit as well; that
 * library is 3.7 kB gzip of a panel that may have 20 in all, so the panel asks for no more than this.
 */
export interface ReadonlySignal<T> {
  readonly value: T;
  /** Calls the listener at each replacement, and possibly once at first; answers how to end it. */
  subscribe(listener: (value: T) => void): () => void;
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

/** A signal that holds `initial`. Setting the value that it holds tells nobody. */
export function signal<T>(initial: T): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  let current = initial;
  return {
    get value() {
      return current;
    },
    set value(next: T) {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
