/** The short form of `npm run faults`: a few imports with random faults, always the same ones. */
import { expect, test } from 'vitest';
import { runCampaign } from '../faults/campaign.ts';
import { verdictOf } from '../faults/verdict.ts';

test('imports with faults at random points lose and double nothing', async () => {
  const result = await runCampaign({ seed: 20261125, imports: 4, print: (line) => console.log(line) });
  console.log(verdictOf(result).join('\n'));
  const { lost, doubled, disagreeing, stuck } = result;
  expect({ lost, doubled, disagreeing, stuck }).toEqual({
    lost: [],
    doubled: [],
    disagreeing: [],
    stuck: [],
  });
  expect(result.imports).toBe(4);
}, 400_000);
