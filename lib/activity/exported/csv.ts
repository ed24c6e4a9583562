/** Reads a CSV after RFC 4180 in one pass: each character is looked at once or twice, whatever the text holds. */

/** A file with more columns than this is no audit log. */
const MAX_COLUMNS = 200;

/** The delimiter that the first line holds most often; a comma when none is there. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const line = text.slice(0, Math.min(end < 0 ? text.length : end, 10_000));
  let best = ',';
  for (const candidate of [',', ';', '\t']) {
    if (line.split(candidate).length > line.split(best).length) best = candidate;
  }
  return best;
}

/** The records with their cells, blank lines left out. A quote that is never closed ends with the text. */
export function* readCsv(text: string): Generator<string[]> {
  const delimiter = delimiterOf(text);
  let cells: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const plain = delimiter === ',' ? /[,\r\n]/g : delimiter === ';' ? /[;\r\n]/g : /[\t\r\n]/g;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"' || quote < 0) break;
        cell += '"';
        at += 1;
      }
    }
    plain.lastIndex = at;
    const end = plain.exec(text)?.index ?? text.length;
    cell += text.slice(at, end);
    at = end;
    if (cells.length < MAX_COLUMNS) cells.push(cell);
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    if (cells.some((value) => value.trim() !== '')) yield cells;
    cells = [];
  }
}
