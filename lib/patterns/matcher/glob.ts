/**
 * Text with gaps: what a host with `*` or one path segment with `*` comes to. Literals are looked for from the left,
 * each at its first place; the earliest place is always the best one, so nothing is ever tried twice.
 */
export interface Glob {
  /** Literals around the gaps: always one more than there are gaps. */
  literals: readonly string[];
  /** Least number of characters in each gap: 0 or 1. */
  gaps: readonly number[];
}

/** One path segment, or a label with a partial wildcard: every run of stars is a gap; a segment of stars alone is never empty. */
export function compileSegment(segment: string): Glob {
  const literals = segment.split(/\*+/);
  const alone = literals.length === 2 && literals[0] === '' && literals[1] === '';
  return { literals, gaps: literals.slice(1).map(() => (alone ? 1 : 0)) };
}

/**
 * A host: `*` as a whole label stands for one or more labels, inside a label for any run of host characters (R3).
 * Labels of an address are never empty, so "one or more labels" is any text that is not empty.
 */
export function compileHost(host: string): Glob {
  const literals: string[] = [];
  const gaps: number[] = [];
  let literal = '';
  const labels = host.split('.');
  for (let i = 0; i < labels.length; i++) {
    const parts = (labels[i] ?? '').split(/\*+/);
    const whole = parts.length === 2 && parts[0] === '' && parts[1] === '';
    if (i > 0) literal += '.';
    for (let k = 0; k < parts.length; k++) {
      if (k > 0) {
        literals.push(literal);
        gaps.push(whole ? 1 : 0);
        literal = '';
      }
      literal += parts[k] ?? '';
    }
  }
  literals.push(literal);
  return { literals, gaps };
}

/** Whether the whole text fits. Linear in text and glob, but for the search of each literal. */
export function matchesGlob(glob: Glob, text: string): boolean {
  const { literals, gaps } = glob;
  const first = literals[0] ?? '';
  if (gaps.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  const last = literals[gaps.length] ?? '';
  const end = text.length - last.length;
  let at = first.length;
  for (let i = 0; i < gaps.length - 1; i++) {
    const literal = literals[i + 1] ?? '';
    const found = text.indexOf(literal, at + (gaps[i] ?? 0));
    if (found < 0) return false;
    at = found + literal.length;
  }
  return at + (gaps[gaps.length - 1] ?? 0) <= end && text.endsWith(last);
}

/** How many characters of the glob are literal: the measure of how specific it is. */
export function literalLength(glob: Glob): number {
  let length = 0;
  for (const literal of glob.literals) length += literal.length;
  return length;
}
