// `npm run faults`: 200 imports with faults at random points. `npm run faults -- --seed 7 --imports 20` for others,
// `npm run faults -- --only 150382860` for one that a campaign printed, `--at-once 3` to go on in three browsers.
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { verdictOf } from './verdict.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    imports: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
console.log(`seed ${seed}`);
const result = await runCampaign({
  seed,
  imports: Number(values.imports),
  ...(values.only ? { only: values.only.map(Number) } : {}),
  atOnce: Number(values['at-once']),
  print: (line) => console.log(line),
});
for (const line of verdictOf(result)) console.log(line);
const bad = result.lost.length + result.doubled.length + result.disagreeing.length + result.stuck.length;
process.exitCode = bad === 0 && result.imports > 0 ? 0 : 1;
