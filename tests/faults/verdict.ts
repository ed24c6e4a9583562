import type { CampaignResult } from './campaign.ts';
import type { SyncCampaignResult } from './syncs.ts';

/** What a campaign tried and what it lost, in lines. */
export function verdictOf(result: CampaignResult): string[] {
  const { imports, rows, tried, lost, doubled, disagreeing, stuck } = result;
  return [
    `${imports} imports of ${rows} rows, with`,
    ...listOf(tried),
    `${lost.length} rows lost, ${doubled.length} doubled, ${disagreeing.length} reports that disagree with the store, ${stuck.length} imports stuck`,
    ...[...lost, ...doubled, ...disagreeing, ...stuck].map((line) => `  ${line}`),
  ];
}

/** The same for syncs. */
export function syncVerdictOf(result: SyncCampaignResult): string[] {
  const { syncs, events, tried, lost, doubled, disagreeing, stuck, hurried } = result;
  return [
    `${syncs} syncs of ${events} events, with`,
    ...listOf(tried),
    `${lost.length} syncs with lost events, ${doubled.length} with doubled ones, ${disagreeing.length} figures that disagree with the API, ${stuck.length} rounds stuck, ${hurried.length} syncs with more requests in a minute than are allowed`,
    ...[...lost, ...doubled, ...disagreeing, ...stuck, ...hurried].map((line) => `  ${line}`),
  ];
}

function listOf(tried: Readonly<Record<string, number>>): string[] {
  const faults = Object.entries(tried).sort(([a], [b]) => a.localeCompare(b));
  return faults.map(([fault, times]) => `  ${String(times).padStart(5)} × ${fault}`);
}
