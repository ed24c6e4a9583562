import { findAddresses } from '../patterns/explain/addresses.ts';
import { explainBlocked } from '../patterns/explain/index.ts';
import { joinWrapped } from '../patterns/explain/lines.ts';
import { hostOf, plainText } from '../patterns/explain/unwrap.ts';

/** A text that holds more is a list, and belongs into the import. */
const MOST = 5;
/** More text is a thread, in which any address may stand. */
const MOST_TEXT = 20_000;

/**
 * The other addresses of a text that look like callbacks and that nothing allows. Only addresses that stand under
 * the word of a callback count: links to help pages are no redirect URIs.
 */
export function otherAddresses(
  text: string,
  answered: string | undefined,
  patterns: readonly string[],
  supportedAllowed: boolean,
): string[] {
  if (answered === undefined) return [];
  const found = findAddresses(joinWrapped(plainText(text.slice(0, MOST_TEXT).trim())));
  const others = new Set<string>();
  for (const { address, parameter } of found) {
    if (others.size >= MOST) break;
    if (address === answered || address.includes('*') || hostOf(address).endsWith('.atlassian.com')) continue;
    if (!parameter && !/callback|redirect|oauth|\/cb\b/i.test(address.slice(0, 2048))) continue;
    // An authorization link that carries the answered address is no address of its own.
    if (address.includes(encodeURIComponent(answered)) || address.includes(answered)) continue;
    const { redirectUri, match } = explainBlocked(address, patterns, supportedAllowed);
    if (redirectUri === address && match.allowed === 'no') others.add(address);
  }
  return [...others];
}
