import { EntryIndex } from '../patterns/matcher/entry-index.ts';
import { Nearness } from '../patterns/matcher/search.ts';
import { readRedirectUri } from '../patterns/redirect-uri/index.ts';
import type { FailingComponent, NearestEntry } from './types.ts';

const COMPONENTS: Partial<Record<Nearness, FailingComponent>> = {
  [Nearness.scheme]: 'scheme',
  [Nearness.host]: 'host',
  [Nearness.port]: 'port',
  [Nearness.path]: 'path',
  [Nearness.query]: 'query',
};

/**
 * The entry that comes nearest to an address which none allows, and the first of its components that does not fit;
 * undefined when an entry allows it or none is near.
 */
export function nearestEntry(redirectUri: string, patterns: readonly string[]): NearestEntry | undefined {
  const uri = readRedirectUri(redirectUri);
  if (uri.refused !== undefined) return undefined;
  const index = new EntryIndex(patterns);
  const search = index.search(uri);
  if (search.best) return undefined;
  const near = search.near ? { entry: search.near.entry, nearness: search.nearness } : index.nearest(uri);
  const pattern = near && patterns[near.entry];
  const component = near && COMPONENTS[near.nearness];
  return pattern === undefined || component === undefined ? undefined : { pattern, component };
}
