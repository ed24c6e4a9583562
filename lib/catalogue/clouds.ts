/**
 * Atlassian's clouds, each by the domain under which it has its hosts. Manifest, gate and addresses are made from this
 * file; what is known of the hosts stands in `docs/console.md`.
 */

/** The one that nearly everybody is in: its console is the only host that is granted from the start. */
export const COMMERCIAL = 'atlassian.com';
/** Atlassian Government Cloud. */
export const GOVERNMENT = 'atlassian-us-gov-mod.com';
/** An isolated cloud has a company's name before this. */
const ISOLATED = 'atlassian-isolated.net';
const COMPANY = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** Whether this is the domain of one of Atlassian's clouds. */
export function isCloud(domain: string): boolean {
  if (domain === COMMERCIAL || domain === GOVERNMENT) return true;
  return domain.endsWith(`.${ISOLATED}`) && COMPANY.test(domain.slice(0, -ISOLATED.length - 1));
}

/** The host of a cloud's admin console. */
export const consoleHost = (cloud: string): string => `admin.${cloud}`;
/** The host of a cloud's Organizations API. */
export const apiHost = (cloud: string): string => `api.${cloud}`;
/** A host as the browser's permissions name it. */
export const patternOf = (host: string): string => `https://${host}/*`;

/** The cloud of which an address is the admin console's. */
export function cloudOfConsole(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { origin, hostname } = new URL(address);
  const cloud = hostname.slice('admin.'.length);
  // The whole origin: another port or protocol is somebody else.
  return origin === `https://admin.${cloud}` && isCloud(cloud) ? cloud : undefined;
}

/** What the manifest names as optional. A pattern can't say `admin.<any>`; what is asked for is one host of one company. */
export const optionalPatterns = (): string[] =>
  [apiHost(COMMERCIAL), consoleHost(GOVERNMENT), apiHost(GOVERNMENT), `*.${ISOLATED}`].map(patternOf);

/** The origins that our own pages and the background may ask, as a content security policy names them. */
export const connectedOrigins = (): string[] =>
  [COMMERCIAL, GOVERNMENT]
    .flatMap((cloud) => [apiHost(cloud), consoleHost(cloud)])
    .concat(`*.${ISOLATED}`)
    .map((host) => `https://${host}`);
