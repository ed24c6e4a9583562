import type { JudgedFinding } from '../posture/types.ts';
import type { LocalStorage } from './settings.ts';

/** Which findings the admin has seen, so that the badge is for new ones only. By organization. */
export const SEEN_FINDINGS_KEY = 'seenFindings';

/** The most that is remembered of one organization. */
const MOST = 2_000;

type Seen = Record<string, string[]>;
type Found = Pick<JudgedFinding, 'rule' | 'level' | 'evidence' | 'accepted'>;

/** What a finding is about, one text for each: the same rule in another entry is another finding. */
function keysOf({ rule, evidence }: Found): string[] {
  return evidence.length === 0 ? [rule] : evidence.map((one) => `${rule} ${one}`);
}

function parse(stored: unknown): Seen {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((key) => typeof key === 'string'),
    ),
  );
}

async function readSeen(area: LocalStorage): Promise<Seen> {
  return parse((await area.get(SEEN_FINDINGS_KEY))[SEEN_FINDINGS_KEY]);
}

/** Remembers what is found now as seen, and forgets what isn't found any more: should it come back, it is new. */
export async function markSeen(area: LocalStorage, org: string, findings: readonly Found[]): Promise<void> {
  const seen = await readSeen(area);
  await area.set({ [SEEN_FINDINGS_KEY]: { ...seen, [org]: findings.flatMap(keysOf).slice(0, MOST) } });
}

/** Whether there is something to act on that the admin has not seen: notes and accepted findings don't count. */
export async function hasUnseen(
  area: LocalStorage,
  org: string,
  findings: readonly Found[],
): Promise<boolean> {
  const known = (await readSeen(area))[org] ?? [];
  if (known.length >= MOST) return false;
  const seen = new Set(known);
  return findings
    .filter(({ level, accepted }) => level !== 'info' && !accepted)
    .some((finding) => keysOf(finding).some((key) => !seen.has(key)));
}
