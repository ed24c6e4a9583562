/** The last `count` labels of a host; all of it where it has no more. */
export function lastLabels(host: string, count: number): string {
  let dot = host.length;
  for (let n = 0; n < count; n++) {
    dot = host.lastIndexOf('.', dot - 1);
    // Searched from in front of the text, a dot at its very start would be found again and again.
    if (dot <= 0) return dot < 0 ? host : host.slice(1);
  }
  return host.slice(dot + 1);
}

let host = '';
let end = '';

/** The last two labels of a host. The rules ask for those of one host again and again: the last answer is kept. */
export function lastTwoLabels(of: string): string {
  if (of !== host) {
    host = of;
    end = lastLabels(of, 2);
  }
  return end;
}
