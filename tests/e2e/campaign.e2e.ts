/** The short form of `npm run faults`: as many imports with random faults as fit into a minute. */
import { expect, test } from 'vitest';
import { runCampaign } from '../faults/campaign.ts';
import { verdictOf } from '../faults/verdict.ts';

test('imports with faults at random points lose and double nothing', async () => {
  const seed = Math.floor(Date.now() / 86_400_000);
  console.log(`seed ${seed}`);
  const result = await runCampaign({ seed, imports: 10, within: 60_000, print: (line) => console.log(line) });
  console.log(verdictOf(result).join('\n'));
  const { lost, doubled, disagreeing, stuck } = result;
  expect({ lost, doubled, disagreeing, stuck }).toEqual({
    lost: [],
    doubled: [],
    disagreeing: [],
    stuck: [],
  });
  expect(result.imports).toBeGreaterThan(0);
}, 400_000);
