import { readRedirectUri } from '../redirect-uri/index.ts';
import { EntryIndex } from './entry-index.ts';
import { PathAnswer } from './path.ts';

/**
 * Why readings differ on whether an entry allows an address: `pathless`, the entry has no path · `base`, the address is
 * what the entry's wildcard lies below · `loopback`, the entry names no port on the user's own machine.
 */
export interface Doubt {
  code: 'pathless' | 'base' | 'loopback';
  /** The path or the port that it is about. */
  value: string;
}

/** What `Matcher.match` says in an English sentence when it is unsure, as codes. None when it isn't. */
export function doubtsOf(pattern: string, address: string): Doubt[] {
  const uri = readRedirectUri(address);
  if (uri.refused !== undefined) return [];
  const { best, answer, loopback } = new EntryIndex([pattern]).search(uri);
  const doubts: Doubt[] = [];
  if (!best) return doubts;
  if (answer === PathAnswer.pathless) doubts.push({ code: 'pathless', value: uri.path });
  if (answer === PathAnswer.base) doubts.push({ code: 'base', value: uri.path });
  if (loopback) doubts.push({ code: 'loopback', value: uri.port });
  return doubts;
}
