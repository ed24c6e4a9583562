import { lastLabels } from '../../catalogue/last-labels.ts';

/** A cheap first look at whether entries can share any address: most rows of a long list share their host with no other. */
export class Neighbours {
  readonly #hosts = new Map<string, number>();
  /** Scheme and domain of entries whose host has a wildcard or braces. */
  readonly #wide = new Map<string, number>();
  /** Entries whose domain itself is in braces. */
  #anywhere = 0;

  /** @param normalised normalised entries. */
  constructor(normalised: Iterable<string>) {
    for (const text of normalised) {
      const host = hostOf(text);
      if (!/[*{]/.test(host)) add(this.#hosts, host);
      else if (/[*{}]/.test(domainOf(host))) this.#anywhere++;
      else add(this.#wide, domainOf(host));
    }
  }

  /**
   * Whether an entry may meet another one. False is certain, true is not.
   * @param itself whether the entry is one of those given to the constructor.
   */
  mayMeet(normalised: string, itself: boolean): boolean {
    const host = hostOf(normalised);
    if (/[*{]/.test(host) || this.#anywhere > 0) return true;
    return (this.#hosts.get(host) ?? 0) > (itself ? 1 : 0) || this.#wide.has(domainOf(host));
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** `https://app.example.com` of a normalised entry; ports are left out, braces may hold more than a host. */
function hostOf(text: string): string {
  const start = text.indexOf('://') + 3;
  let end = text.indexOf('/', start);
  if (end < 0) end = text.length;
  const bracket = text[start] === '[' ? text.indexOf(']', start) : start;
  const colon = text.indexOf(':', bracket);
  return text.slice(0, colon >= 0 && colon < end && !text.slice(start, end).includes('{') ? colon : end);
}

/** `https://example.com`: the scheme and the last two labels. A port still stands behind a host with braces. */
function domainOf(hostAndPort: string): string {
  const host = hostAndPort.replace(/:(?:\d+|\*)$/, '');
  const start = host.indexOf('://') + 3;
  return host.slice(0, start) + lastLabels(host.slice(start), 2);
}
