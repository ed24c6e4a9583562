import type { Problems } from '../problems.ts';

/**
 * Puts entries such as `https://{a,b}.example.com/**` together again that stood without quotes in a table whose
 * columns are separated by commas (I409). A cell in quotes is whole and ends a search. A brace that never
 * closes is left as it stands and said: it may be a cut entry or simply a wrong one.
 *
 * @param quoted which cells stood in quotes; an empty array means none did
 */
export function rejoinBraces(
  cells: readonly string[],
  quoted: readonly boolean[],
  problems: Problems,
  line: number,
): string[] {
  const joined: string[] = [];
  // Where a search for a closing brace has already been in vain, the next one would be too.
  let hopelessUntil = -1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    let depth = quoted[i] ? 0 : braceDepth(cell, 0);
    if (depth <= 0 || i < hopelessUntil) {
      joined.push(cell);
      continue;
    }
    let last = i;
    while (depth > 0 && last + 1 < cells.length && !quoted[last + 1]) {
      last++;
      depth = braceDepth(cells[last] ?? '', depth);
    }
    if (depth > 0) {
      problems.note('braceCut', line);
      hopelessUntil = last + 1;
      joined.push(cell);
    } else {
      problems.note('braceRejoined', line);
      joined.push(cells.slice(i, last + 1).join(','));
      i = last;
    }
  }
  return joined;
}

/** How many braces are open after this text; never below zero. */
function braceDepth(text: string, depth: number): number {
  let open = depth;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 123) open++;
    else if (unit === 125 && open > 0) open--;
  }
  return open;
}
