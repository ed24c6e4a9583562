import { optionsOf } from '../support/options.ts';
import { runCampaign } from './campaign.ts';
import { runSyncCampaign, SYNCS_A_ROUND } from './syncs.ts';
import { syncVerdictOf, verdictOf } from './verdict.ts';

const USAGE = `npm run faults: 200 imports and 40 syncs with faults at random points.

  -- --seed 7 --imports 20 --syncs 16    other ones
  -- --only 150382860                    an import that a campaign printed
  -- --only-round 1398236                a round of syncs that it printed
  -- --at-once 3                         go on in three browsers`;

const values = optionsOf(
  {
    seed: { type: 'string' },
    imports: { type: 'string', default: '200' },
    syncs: { type: 'string', default: '40' },
    'at-once': { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    'only-round': { type: 'string', multiple: true },
  },
  USAGE,
);
const { only, 'only-round': onlyRound } = values;
const all = !only && !onlyRound;
const shared = {
  seed: Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)),
  atOnce: Number(values['at-once']),
  print: (line: string) => console.log(line),
};
console.log(`seed ${shared.seed}`);
const imports = await runCampaign({
  ...shared,
  imports: all ? Number(values.imports) : 0,
  ...(only ? { only: only.map(Number) } : {}),
});
const syncs = await runSyncCampaign({
  ...shared,
  rounds: all ? Math.ceil(Number(values.syncs) / SYNCS_A_ROUND) : 0,
  ...(onlyRound ? { only: onlyRound.map(Number) } : {}),
});
if (imports.imports > 0) console.log(verdictOf(imports).join('\n'));
if (syncs.syncs > 0) console.log(syncVerdictOf(syncs).join('\n'));
const bad = [imports, syncs].flatMap(({ lost, doubled, disagreeing, stuck }) => [
  ...lost,
  ...doubled,
  ...disagreeing,
  ...stuck,
]);
const tried = imports.imports + syncs.syncs;
process.exitCode = bad.length + syncs.hurried.length === 0 && tried > 0 ? 0 : 1;
