/**
 * Whether a cell holds an address that was made unclickable (`hxxps://claude[.]ai`) or wrapped by a mail filter (Outlook
 * Safe Links, Proofpoint URL Defense, Google's redirect). Cheap, for every row. It is only told (I410), and not taken off:
 * what stands behind a wrapper is somebody else's text.
 */
export function looksLikeDisguised(cell: string): boolean {
  if (/^\s*hxxp/i.test(cell)) return true;
  if (cell.includes('[.]') || cell.includes('(.)') || cell.includes('[:]') || /\[dot\]/i.test(cell))
    return true;
  return /safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)|google\.[a-z.]{2,10}\/url\?/i.test(
    cell.slice(0, 300),
  );
}
