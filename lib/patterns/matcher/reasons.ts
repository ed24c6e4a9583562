import { quote, type RedirectUri } from '../redirect-uri/index.ts';
import { PathAnswer, type PathRule } from './path.ts';
import type { PlainTarget } from './plain-target.ts';
import { countDots, type Rule } from './rule.ts';
import { Nearness, type Search } from './search.ts';

/** Why an address is allowed or may be: the reading of each row of the documented table that applies (R8). */
export function reasonForMatch(search: Search, rule: Rule): string {
  const { uri, answer, loopback } = search;
  if (answer === PathAnswer.yes && !loopback)
    return allows(rule.by, uri, rule, rule.glob !== undefined && countDots(uri.host) > rule.dots);
  const doubts: string[] = [];
  if (answer === PathAnswer.pathless) {
    doubts.push('the entry has no path: it may stand for the whole origin or for its root only');
  }
  if (answer === PathAnswer.base) {
    doubts.push(
      `the entry covers what lies below ${quote(uri.path)}; whether it covers ${quote(uri.path)} itself is read both ways`,
    );
  }
  if (loopback) {
    doubts.push(
      `the entry names no port: on loopback that may stand for any port or for the default one, not for ${uri.port}`,
    );
  }
  return `${rule.by} may allow it, but may not: ${doubts.join('; ')}.`;
}

/** Why an entry plainly allows an address. @param at where the entry's key starts in the address's host. */
export function reasonForPlain(by: string, uri: RedirectUri, target: PlainTarget, at: number): string {
  return allows(
    by,
    uri,
    target,
    target.head !== undefined && countDots(target.head) < countDots(uri.host.slice(0, at)),
  );
}

/** @param several whether a star in the host stands for several labels. */
function allows(
  by: string,
  uri: RedirectUri,
  entry: { port: string; path: PathRule },
  several: boolean,
): string {
  const notes = notesOn(uri, entry, several);
  return notes === '' ? `${by} allows it.` : `${by} allows it; ${notes}.`;
}

function notesOn(
  uri: RedirectUri,
  { port, path }: { port: string; path: PathRule },
  several: boolean,
): string {
  let notes = '';
  const note = (text: string): void => {
    notes = notes === '' ? text : `${notes}; ${text}`;
  };
  if (several) note('the "*" in its host is read as several labels');
  if (port === '*' && uri.port === '') note('its any-port wildcard is read as including the default port');
  if (path.kind === 'glob' && uri.path.includes('/.', Math.max(path.head.length - 1, 0))) {
    note('its path wildcard is read as covering segments that start with a dot');
  }
  if (uri.query !== undefined) note('its path ends in a wildcard, which is read as allowing a query');
  if (path.kind === 'pathless') note('it has no path, which every reading takes to cover the root');
  return notes;
}

/** Why no entry allows an address: the first component that fails for the nearest entry. */
export function reasonForMiss(uri: RedirectUri, nearness: Nearness, by: string): string {
  switch (nearness) {
    case Nearness.scheme:
      return `No entry allows it: the nearest, ${by}, is for another protocol than ${quote(`${uri.scheme}://`)}.`;
    case Nearness.host:
      return `No entry allows it: the nearest, ${by}, does not cover the host ${quote(uri.host)}.`;
    case Nearness.port:
      return `No entry allows it: the nearest, ${by}, does not cover ${uri.port === '' ? 'the default port' : `the port ${uri.port}`}.`;
    case Nearness.path:
      return `No entry allows it: the nearest, ${by}, does not cover the path ${quote(uri.path)}.`;
    case Nearness.query:
      return `No entry allows it: ${by} covers the path, but not the query; only a path that ends in a wildcard does.`;
    default:
      return `No entry names the host ${quote(uri.host)}${uri.custom ? ` of ${quote(`${uri.scheme}://`)}` : ''}.`;
  }
}
