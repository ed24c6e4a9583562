/**
 * Wraps an action so that only a person can cause it: a script of the page can dispatch events at whatever it
 * reaches, but it can't make them trusted.
 */
export function trusted<E extends Event>(action: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) action(event);
  };
}

/**
 * For check boxes, beside `trusted`: the browser calls the change of a box trusted whoever clicked it, a script as well.
 * So the click itself is asked, and one that no person made changes nothing.
 */
export function refuseUntrusted(event: Event): void {
  if (!event.isTrusted) event.preventDefault();
}
