import type { PatternParts } from '../../../../lib/patterns/model.ts';
import { readPattern } from '../../../../lib/patterns/read/index.ts';
import { readRedirectUri } from '../../../../lib/patterns/redirect-uri/index.ts';
import type { Allowed } from '../../../../lib/patterns/types.ts';

/**
 * The reading R3 to R8 written a second time, as plainly as possible and without any index: one regular expression a
 * component. For small inputs only.
 */
export function naiveAnswer(entry: string, address: string): Allowed {
  const uri = readRedirectUri(address);
  const model = readPattern(entry);
  if (uri.refused !== undefined || !model) return 'no';
  let answer: Allowed = 'no';
  for (const parts of model.alternatives) {
    const one = answerMember(parts, uri.scheme, uri.host, uri.port, uri.path, uri.query !== undefined);
    if (one === 'yes') return 'yes';
    if (one === 'unsure') answer = 'unsure';
  }
  return answer;
}

function answerMember(
  parts: PatternParts,
  scheme: string,
  host: string,
  port: string,
  path: string,
  query: boolean,
): Allowed {
  if (parts.scheme !== scheme || !hostExpression(parts.host).test(host)) return 'no';
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(parts.host) && parts.port === '';
  const samePort = parts.port === '*' || parts.port === port;
  if (!samePort && !loopback) return 'no';
  if (parts.path === '') return samePort && path === '/' && !query ? 'yes' : 'unsure';
  if (query && !parts.path.endsWith('*')) return 'no';
  if (!pathExpression(parts.path, '*').test(path)) return 'no';
  return samePort && pathExpression(parts.path, '+').test(path) ? 'yes' : 'unsure';
}

function hostExpression(host: string): RegExp {
  const labels = host
    .split('.')
    .map((label) => (label === '*' ? '[^.]+(?:\\.[^.]+)*' : literal(label, '.*')));
  return new RegExp(`^${labels.join('\\.')}$`);
}

/** @param last how often the last `/**` stands for a segment: `+` when the slash is needed, `*` when it is not. */
function pathExpression(path: string, last: '+' | '*'): RegExp {
  const segments = path.slice(1).split('/');
  const parts = segments.map((segment, i) => {
    if (segment === '**') return `(?:/[^/]*)${i === segments.length - 1 ? last : '*'}`;
    return `/${segment === '*' ? '[^/]+' : literal(segment, '[^/]*')}`;
  });
  return new RegExp(`^${parts.join('')}$`);
}

function literal(text: string, star: string): string {
  return text
    .split(/\*+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(star);
}
