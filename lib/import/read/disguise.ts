/** Whether a cell holds an address in a disguise that `undisguise` could take off: cheap, for every row. */
export function looksLikeDisguised(cell: string): boolean {
  if (/^\s*hxxp/i.test(cell)) return true;
  if (cell.includes('[.]') || cell.includes('(.)') || cell.includes('[:]') || /\[dot\]/i.test(cell))
    return true;
  return /safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)|google\.[a-z.]{2,10}\/url\?/i.test(
    cell.slice(0, 300),
  );
}

/**
 * The plain address behind one that was made unclickable (`hxxps://claude[.]ai`) or wrapped by a mail filter
 * (Outlook Safe Links, Proofpoint URL Defense, Google's redirect), to be offered to the admin; undefined when
 * there is no disguise or it can't be taken off for sure. Nothing is taken off without asking: what stands
 * behind a wrapper is somebody else's text.
 */
export function undisguise(cell: string): string | undefined {
  if (cell.length > 4_096 || !looksLikeDisguised(cell)) return undefined;
  const plain = cell
    .trim()
    .replace(/^hxxp/i, 'http')
    .replaceAll('[.]', '.')
    .replaceAll('(.)', '.')
    .replace(/\[dot\]/gi, '.')
    .replaceAll('[:]', ':');
  const address = unwrap(plain) ?? plain;
  return address === cell || !/^[a-z][a-z0-9+.-]{0,40}:\/\/[^\s/]/i.test(address) ? undefined : address;
}

function unwrap(text: string): string | undefined {
  // Proofpoint v3 keeps the address as it is between two underscores; `*` stands for a character it took out.
  const v3 = /^https:\/\/urldefense\.com\/v3\/__([^*\s]{1,2048}?)__;/i.exec(text);
  if (v3) return v3[1];
  const parameter = /^https:\/\/[^/?#]{1,255}\/[^?#]{0,500}\?/.test(text) ? parameterOf(text) : undefined;
  return parameter !== undefined && /^https?:\/\//i.test(parameter) ? parameter : undefined;
}

function parameterOf(text: string): string | undefined {
  try {
    const url = new URL(text);
    const value = url.searchParams.get('url') ?? url.searchParams.get('u') ?? url.searchParams.get('q');
    if (value === null) return undefined;
    // Proofpoint v2 writes `-` for `%` and `_` for `/`.
    if (url.hostname !== 'urldefense.proofpoint.com') return value;
    return decodeURIComponent(value.replaceAll('-', '%').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}
