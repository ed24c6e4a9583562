/** Whether a kind of authentication is an API token, however the event or an exported log writes it. */
export function isApiToken(authType: string): boolean {
  return /^api[ _-]?token$/i.test(authType);
}
