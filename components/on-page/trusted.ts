/**
 * Wraps an action so that only a person can cause it: a script of the page can dispatch events at whatever it
 * reaches, but it can't make them trusted.
 */
export function trusted<E extends Event>(action: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) action(event);
  };
}
