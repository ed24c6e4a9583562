import { mayInspect } from '../../catalogue/inspection-hosts.ts';
import { byEnding } from '../../catalogue/last-labels.ts';
import { mayBeSupported } from '../../catalogue/supported-domains.ts';
import { type Analysis, inAuthority } from '../read/analysis.ts';
import type { Authority, Wildcard } from '../read/authority.ts';
import {
  icannSuffix,
  isIcannSuffix,
  isPrivateName,
  opensShared,
  registrableBelow,
} from '../suffixes/index.ts';
import type { Hit, Params } from './rule.ts';

/** Questions about hosts that several rules ask; answers that cost a suffix look-up are kept with the member. */

/** The two hosts for which http is documented. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '127.0.0.1';
}

const ATLASSIANS = /(?:^|[.*])(?:atlassian\.(?:net|com)|jira\.com)$/;

/** Whether a name is Atlassian's own, or lies below it. */
export function isAtlassians(name: string): boolean {
  return ATLASSIANS.test(name);
}

/** Whether any table may have something on a host: told by its last two labels, and true of hardly any. */
export const isListed: (host: string) => boolean = byEnding(
  (end) => mayInspect(end) || mayBeSupported(end) || isPrivateName(end) || isAtlassians(end),
);

/** The host without a trailing dot. */
export function bareName(m: Authority): string {
  return m.trailingDot ? m.name.slice(0, -1) : m.name;
}

/** The rightmost wildcard of a web host; undefined when it has none or can't be judged. */
export function wildcardOf(m: Authority): Wildcard | undefined {
  if (m.known.wildcard !== undefined) return m.known.wildcard ?? undefined;
  if (m.unclear || m.fault || m.ip || !m.name.includes('*')) {
    m.known.wildcard = null;
    return undefined;
  }
  const name = bareName(m);
  const star = name.lastIndexOf('*');
  const dot = name.indexOf('.', star);
  const tail = dot < 0 ? '' : name.slice(dot + 1);
  const label = countDots(name, star);
  const whole =
    (star === 0 || name[star - 1] === '.') && (dot < 0 ? star === name.length - 1 : dot === star + 1);
  const icann = tail !== '' && tail !== 'home.arpa' && isIcannSuffix(tail);
  const wildcard: Wildcard = {
    label,
    whole,
    tail,
    icann,
    shared: tail === '' || icann ? undefined : opensShared(tail),
  };
  m.known.wildcard = wildcard;
  return wildcard;
}

function countDots(name: string, before: number): number {
  let dots = 0;
  for (let at = name.indexOf('.'); at >= 0 && at < before; at = name.indexOf('.', at + 1)) dots++;
  return dots;
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
