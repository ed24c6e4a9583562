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

const tables = new Map<string, number>();
let marks = 0;

let host = '';
let end = '';
let inTables = 0;

/** The rules ask about one host again and again: the last answer is kept. */
function look(of: string): void {
  if (of === host) return;
  host = of;
  end = lastLabels(of, 2);
  inTables = tables.get(end) ?? 0;
}

/** The last two labels of a host. */
export function lastTwoLabels(of: string): string {
  look(of);
  return end;
}

/**
 * Notes the names of a table, so that one look tells of a host which tables may have it: hardly any host ends as a name in
 * one of them does.
 * @returns whether a host ends in the last two labels of one of these names.
 */
export function endingsOf(names: Iterable<string>): (host: string) => boolean {
  const mark = 1 << marks;
  marks += 1;
  for (const name of names) {
    const ending = lastLabels(name, 2);
    tables.set(ending, (tables.get(ending) ?? 0) | mark);
  }
  // What was looked up before this table was known may be in it.
  host = end = '';
  inTables = 0;
  return (of) => {
    look(of);
    return (inTables & mark) !== 0;
  };
}
