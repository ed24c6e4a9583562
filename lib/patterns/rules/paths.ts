/** Dot segments (rule E025): what a browser would resolve before it asks the host. */

/** The signs that matter, however often their percent sign is encoded itself. */
const ESCAPED = /%(?:25)*(2e|2f|5c|3b)/gi;
const UNESCAPED: Readonly<Record<string, string>> = { '2e': '.', '2f': '/', '5c': '\\', '3b': ';' };

/** A segment as the most eager server reads it. */
function decode(segment: string): string {
  return segment.replace(ESCAPED, (_, code: string) => UNESCAPED[code.toLowerCase()] ?? '');
}

/** What stands between slashes and backslashes, encoded ones included. */
const partsOf = (segment: string): string[] => decode(segment).split(/[\\/]/);

/** A part without its parameters: `..;x` is `..`. */
const nameOf = (part: string): string => part.split(';', 1)[0] ?? '';

const isDots = (name: string): boolean => name === '.' || name === '..';

const hasDots = (segment: string): boolean => partsOf(segment).some((part) => isDots(nameOf(part)));

/** Slashes, dots and semicolons count however often they are encoded (`%252e`). Each `%` is looked at once: linear. */
const DOT_SEGMENT = /(?:[\\/]|%(?:25)*(?:2f|5c))(?:\.|%(?:25)*2e){1,2}(?:[\\/;]|%(?:25)*(?:2f|5c|3b)|$)/i;

/** The first dot segment of a path: offset and length of what stands between the plain slashes around it. */
export function findDotSegment(path: string): { at: number; length: number } | undefined {
  if (!path.includes('/.') && !path.includes('%')) return undefined;
  const found = DOT_SEGMENT.exec(path);
  if (!found) return undefined;
  const at = path.lastIndexOf('/', found.index) + 1;
  const end = path.indexOf('/', at);
  return { at, length: (end < 0 ? path.length : end) - at };
}

/** The path without its dot segments, as RFC 3986 section 5.2.4 resolves it; undefined where a wildcard would be climbed over. */
export function resolveDots(path: string): string | undefined {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] ?? '';
    if (!hasDots(segment)) {
      kept.push(segment);
      continue;
    }
    for (const part of partsOf(segment)) {
      const name = nameOf(part);
      if (name === '..' && (kept.pop() ?? '').includes('*')) return undefined;
      if (name !== '..' && name !== '.') kept.push(part);
    }
    if (i === segments.length - 1 && isDots(nameOf(partsOf(segment).at(-1) ?? ''))) kept.push('');
  }
  return `/${kept.join('/')}`;
}
