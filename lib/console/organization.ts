/** The organization of the console's address, in lower case; undefined on pages of a site or of the account. */
export function organizationOf(path: string = location.pathname): string | undefined {
  return /^\/o\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/|$)/i
    .exec(path)?.[1]
    ?.toLowerCase();
}
