import { quote, type Refusal, refuse } from './refusal.ts';

/** Text that is encoded more often than this is refused: nobody can tell how often a server decodes it. */
const MAX_DECODINGS = 3;

const BAD_PERCENT = /%(?![0-9A-Fa-f]{2})/;

/** A percent sign without two hexadecimal digits behind it; browsers keep it, servers differ. */
export function refusePercent(text: string, part: string): Refusal | undefined {
  const at = part.search(BAD_PERCENT);
  if (at < 0) return undefined;
  return refuse(
    text,
    'percent',
    `${quote(part.slice(at, at + 3))} is not a percent-encoding; browsers keep it and servers read it in different ways.`,
  );
}

/**
 * Refuses a path that leads elsewhere once it is resolved: dot segments, raw or encoded any number of times, with a
 * path parameter (`..;`) or behind an encoded slash or backslash; and encoded control characters.
 */
export function refusePath(text: string, path: string): Refusal | undefined {
  let decoded = path;
  for (let round = 0; ; round++) {
    const found = findDotSegment(decoded);
    if (found !== undefined) {
      return refuse(
        text,
        'dot-segment',
        round === 0
          ? `The path holds the segment ${quote(found)}; browsers resolve it, so they open another path than the one that is written.`
          : `The path hides the segment ${quote(found)} behind percent-encoding; browsers or servers resolve it.`,
      );
    }
    if (round > 0 && /[\0-\x1F\x7F\\]/.test(decoded)) {
      return refuse(
        text,
        decoded.includes('\\') ? 'backslash' : 'control',
        'The path hides a control character or a backslash behind percent-encoding; servers read it in different ways.',
      );
    }
    if (!decoded.includes('%')) return undefined;
    if (round === MAX_DECODINGS) {
      return /%[0-9A-Fa-f]{2}/.test(decoded)
        ? refuse(
            text,
            'percent',
            'The path is percent-encoded over and over; nobody can tell what a server reads.',
          )
        : undefined;
    }
    const next = decoded.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (next === decoded) return undefined;
    decoded = next;
  }
}

/** The first segment that is `.` or `..`, path parameters left out of account. */
function findDotSegment(path: string): string | undefined {
  return /(?:^|[/\\])(\.\.?)(?=$|[/\\;])/.exec(path)?.[1];
}
