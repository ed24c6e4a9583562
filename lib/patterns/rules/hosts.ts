import { type Analysis, inAuthority } from '../read/analysis.ts';
import type { Authority, Wildcard } from '../read/authority.ts';
import { icannSuffix, isIcannSuffix, opensShared, registrableBelow } from '../suffixes/index.ts';
import type { Hit, Params } from './rule.ts';

/** Questions about hosts that several rules ask; answers that cost a suffix look-up are kept with the member. */

/** The two hosts for which http is documented. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '127.0.0.1';
}

/** The host without a trailing dot. */
export function bareName(m: Authority): string {
  return m.trailingDot ? m.name.slice(0, -1) : m.name;
}

/** The rightmost wildcard of a web host; undefined when it has none or can't be judged. */
export function wildcardOf(m: Authority): Wildcard | undefined {
  if (m.unclear || m.fault || m.ip || !m.name.includes('*')) return undefined;
  if (m.known.wildcard) return m.known.wildcard;
  let label = m.labels.length - 1;
  while (!m.labels[label]?.includes('*')) label--;
  const tail = m.labels.slice(label + 1).join('.');
  const icann = tail !== '' && tail !== 'home.arpa' && isIcannSuffix(tail);
  const wildcard: Wildcard = {
    label,
    whole: m.labels[label] === '*',
    tail,
    icann,
    shared: tail === '' || icann ? undefined : opensShared(tail),
  };
  m.known.wildcard = wildcard;
  return wildcard;
}

/** The ICANN suffix of a web host that has a name; undefined when its top-level name is unknown. */
export function suffixOf(m: Authority): string | undefined {
  if (m.known.suffix === undefined) {
    const tail = wildcardOf(m)?.tail;
    m.known.suffix = icannSuffix(tail ? tail : bareName(m)) ?? null;
  }
  return m.known.suffix ?? undefined;
}

/** The domain that one owner registered: of the host, or of what stands right of its rightmost wildcard. */
export function registrableOf(m: Authority): string | undefined {
  return registrableBelow(wildcardOf(m)?.tail || bareName(m), suffixOf(m));
}

/** Members of a web entry whose host is a legal name. */
export function isNamed(m: Authority): boolean {
  return !m.unclear && !m.fault && !m.ip && m.host !== '';
}

/** A hit on `length` characters at `offset` of the host, the whole host when not given. */
export function hitHost(a: Analysis, m: Authority, params: Params, offset = 0, length = m.host.length): Hit {
  return { ...inAuthority(a, m, m.hostAt + offset, length), params };
}

/** A hit on the label with this number. */
export function hitLabel(a: Analysis, m: Authority, label: number, params: Params): Hit {
  const labels = m.host.split('.');
  let at = 0;
  for (let i = 0; i < label; i++) at += (labels[i]?.length ?? 0) + 1;
  return hitHost(a, m, params, at, labels[label]?.length ?? 0);
}

/** The first answer that `check` gives for a member. */
export function firstMember(a: Analysis, check: (m: Authority) => Hit | undefined): Hit | undefined {
  for (const m of a.authorities) {
    const hit = check(m);
    if (hit) return hit;
  }
  return undefined;
}
