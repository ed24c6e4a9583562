import type { PatternParts } from '../model.ts';
import type { RedirectUri } from '../redirect-uri/index.ts';

/** A name that stands in no entry, so that only wildcards take it. */
const NAME = 'x9q7zk';
const PORT = '64997';

/**
 * Addresses that a member covers under every reading. Whatever covers the member covers each of them, so that they find
 * the entries that may. The first one is the most general; the others differ in the number of labels and segments, in
 * the port and in the query.
 */
export function sampleAddresses(parts: PatternParts): RedirectUri[] {
  const { scheme, custom, host, port, path } = parts;
  const hosts = host.includes('*') ? [fillHost(host, NAME), fillHost(host, `${NAME}.${NAME}`)] : [host];
  const ports = port === '*' ? [PORT, ''] : [port];
  const depths = path.includes('**') ? [2, 0, 1, 3] : [1];
  const samples: RedirectUri[] = [];
  for (const sampleHost of hosts) {
    for (const samplePort of ports) {
      for (const depth of depths) {
        const address = { scheme, custom, host: sampleHost, port: samplePort, path: fillPath(path, depth) };
        samples.push({ ...address, query: undefined });
      }
    }
  }
  const [first] = samples;
  if (first && path.endsWith('*')) samples.push({ ...first, query: '' });
  return samples;
}

function fillHost(host: string, name: string): string {
  return host.replace(/\*+/g, name);
}

/** @param depth how many segments `**` stands for; the last one always has one, be it empty. */
function fillPath(path: string, depth: number): string {
  if (path === '') return '/';
  const segments = path.slice(1).split('/');
  const filled = segments.flatMap((segment, i) => {
    if (segment !== '**') return [segment.replace(/\*+/g, NAME)];
    const names = Array.from({ length: depth }, () => NAME);
    return depth === 0 && i === segments.length - 1 ? [''] : names;
  });
  return `/${filled.join('/')}`;
}
