import type { CampaignResult } from './campaign.ts';

/** What a campaign tried and what it lost, in lines. */
export function verdictOf(result: CampaignResult): string[] {
  const { imports, rows, tried, lost, doubled, disagreeing, stuck } = result;
  const faults = Object.entries(tried).sort(([a], [b]) => a.localeCompare(b));
  return [
    `${imports} imports of ${rows} rows, with`,
    ...faults.map(([fault, times]) => `  ${String(times).padStart(5)} × ${fault}`),
    `${lost.length} rows lost, ${doubled.length} doubled, ${disagreeing.length} reports that disagree with the store, ${stuck.length} imports stuck`,
    ...[...lost, ...doubled, ...disagreeing, ...stuck].map((line) => `  ${line}`),
  ];
}
