/** Imports with faults at random points on random members of the family. The same seed gives the same campaign. */
import type { Page } from 'puppeteer-core';
import { doubleAdds, type FaultKind } from '../sandbox/server/index.ts';
import { seededRandom } from '../sandbox/server/random.ts';
import { normaliseText } from '../sandbox/server/store.ts';
import { PRESET_NAMES, preset } from '../sandbox/variants/index.ts';
import { goOn, type Scene } from '../support/campaign/interrupt.ts';
import { disagreements, downloadReport } from '../support/campaign/report.ts';
import { NothingLeft, panelState, Replaced, startImport, toTheEnd } from '../support/campaign/run.ts';
import { type Session, startSession } from '../support/session.ts';
import { click } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';
import { DISTURBANCE_NAMES, DISTURBANCES, type DisturbanceName } from './disturbances.ts';

export interface CampaignOptions {
  seed: number;
  imports: number;
  /** The imports with these seeds of their own, as a campaign printed them, in place of `imports` that `seed` gives. */
  only?: readonly number[];
  /** How many imports go on at the same time, each in a browser and against a sandbox of its own; one unless said otherwise. */
  atOnce?: number;
  print(line: string): void;
}

export interface CampaignResult {
  imports: number;
  rows: number;
  /** How many of each fault were met. */
  tried: Record<string, number>;
  lost: string[];
  doubled: string[];
  disagreeing: string[];
  /** Imports that did not come to an end. */
  stuck: string[];
}

/** Faults of the way to the store, the costly ones (a wait for an answer that never comes) seldom. */
const CHEAP: readonly FaultKind[] = [
  'failed',
  'stored-but-failed',
  'refuse-field',
  'refuse-flag',
  'silent',
  'delay',
  'slow-answer',
];
const COSTLY: readonly FaultKind[] = ['never-answers', 'dropped', 'silent-open'];

/** Those that a request for the list can be hit by; it is answered as ever at the others. */
const OF_LISTS: readonly FaultKind[] = ['failed', 'stored-but-failed', 'delay', 'never-answers', 'dropped'];

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const { seed, imports, only, print } = options;
  const random = seededRandom(seed);
  const seeds = only ?? Array.from({ length: imports }, () => Math.floor(random() * 2 ** 31));
  const result: CampaignResult = {
    ...{ imports: 0, rows: 0, tried: {}, lost: [], doubled: [], disagreeing: [], stuck: [] },
  };
  const waiting = [...seeds];
  /** Takes one import after the other, until none is left. */
  const worker = async () => {
    let session: Session | undefined;
    try {
      for (let own = waiting.shift(); own !== undefined; own = waiting.shift()) {
        const from = performance.now();
        session ??= await startSession();
        const line = await oneImport(session, own, result);
        result.imports += 1;
        const seconds = Math.round((performance.now() - from) / 1000);
        print(`${String(result.imports).padStart(3)}/${seeds.length} seed ${own} ${line}, ${seconds} s`);
        // After something went wrong the browser is no place to go on in.
        if (result.stuck.some((one) => one.startsWith(`${own}:`))) {
          await session.close();
          session = undefined;
        }
      }
    } finally {
      await session?.close();
    }
  };
  await Promise.all(Array.from({ length: options.atOnce ?? 1 }, worker));
  return result;
}

async function oneImport(session: Session, seed: number, result: CampaignResult): Promise<string> {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const { sandbox } = session;
  const name = pick(PRESET_NAMES);
  const chosen = preset(name);
  const fresh = Array.from(
    { length: 6 + Math.floor(random() * 8) },
    (_, n) => `https://tool-${n}.example.com/cb`,
  );
  const existing = Array.from({ length: pick([0, 3, 24]) }, (_, n) => `https://old-${n}.example.org/cb`);
  // Some of the file's entries are there already: they must neither be added nor said to be.
  const entries = [...existing.slice(0, 2), ...fresh];
  sandbox.reset({
    variant: { ...chosen, loading: Math.min(chosen.loading, 400), limit: 0 },
    domains: existing,
    latency: pick([
      [5, 20],
      [50, 150],
      [100, 400],
    ] as const),
    seed,
  });
  const before = [...sandbox.store().domains];
  const kinds = random() < 0.12 ? [...CHEAP, pick(COSTLY)] : CHEAP;
  const rate = pick([0, 0.1, 0.25]);
  sandbox.faults.random({
    seed: Math.floor(random() * 2 ** 31),
    rate,
    kinds,
    on: pick([['add'], ['add', 'list']] as const),
    ms: 700,
  });

  const plan: { name: DisturbanceName; after: number }[] = Array.from({ length: pick([0, 1, 1, 2]) }, () => ({
    name: pick(DISTURBANCE_NAMES),
    after: Math.floor(random() * entries.length),
  })).sort((a, b) => a.after - b.after);
  const met: string[] = [];
  let doing = '';
  /** Whether there is a run whose report can be held against the store. */
  let left = true;
  const pages = new Set(await session.browser.pages());
  const what = () =>
    `${name} ${entries.length} rows, rate ${rate}: ${met.join(', ') || 'no disturbance'}${doing && `, in "${doing}"`}`;
  try {
    let page = await session.openMcpPage({ timeout: 90_000 });
    const text = entries.join('\n');
    await startImport(page, text);
    await begun(session, page);
    for (const { name: disturbance, after } of plan) {
      if (!left) break;
      const sent = () => sandbox.requests.filter(({ kind }) => kind === 'add').length;
      await waitFor(() => sent() >= after, { what: 'the point', timeout: 60_000, every: 5 }).catch(
        () => undefined,
      );
      doing = disturbance;
      try {
        page = await DISTURBANCES[disturbance]({ session, page, text });
      } catch (error) {
        // It came after the end: then there is no second report, and all of the list must be in the store.
        if (!(error instanceof NothingLeft)) throw error;
        left = false;
      }
      doing = '';
      met.push(disturbance);
      result.tried[disturbance] = (result.tried[disturbance] ?? 0) + 1;
    }
    if (left) await toTheEnd(page, 300_000).catch((error) => again(error, { session, page, text }));
    const records = left ? await downloadReport(session, page) : [];
    const wrong = left ? await disagreements(session, page, before) : [];
    const reported = new Set(records.map(({ pattern }) => pattern));
    const stored = new Set(sandbox.store().domains);
    const isMissing = (entry: string) => !stored.has(normaliseText(entry, sandbox.variant));
    const lost = [
      ...entries.filter((entry) => (left ? !reported.has(entry) : isMissing(entry))),
      ...before.filter((entry) => !stored.has(entry)),
      // Where nothing was in the way of the store, all of the file must be in it.
      ...(rate === 0 && chosen.trouble === 'none' ? entries.filter(isMissing) : []),
    ];
    const doubled = doubleAdds(sandbox.requests);
    result.rows += entries.length;
    result.lost.push(...lost.map((entry) => `${seed}: ${entry}`));
    result.doubled.push(...doubled.map((entry) => `${seed}: ${entry}`));
    result.disagreeing.push(...wrong.map((sentence) => `${seed}: ${sentence}`));
    for (const { on, kind } of sandbox.faults.met) {
      if (on === 'list' && !OF_LISTS.includes(kind)) continue;
      const fault = `${on} ${kind}`;
      result.tried[fault] = (result.tried[fault] ?? 0) + 1;
    }
    const bad = lost.length + doubled.length + wrong.length;
    return `${bad ? `WRONG (${[...lost, ...doubled, ...wrong].join('; ')})` : 'ok'} ${what()}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    result.stuck.push(`${seed}: ${reason} (${what()})`);
    return `STUCK ${what()}: ${reason}`;
  } finally {
    for (const page of await session.browser.pages().catch(() => []))
      if (!pages.has(page)) await page.close().catch(() => undefined);
  }
}

/**
 * The tab of the import before holds its lease a little longer. Until that has ended this run is not in the journal, and
 * what an interruption left to be taken up would be that other import, whose console is gone.
 */
async function begun({ sandbox }: Session, page: Page): Promise<void> {
  const look = async () => {
    const { phase = '', why = '' } = (await panelState(page)) ?? {};
    // The panel shows a run before the lease is there: only what the page was made to send tells.
    if (why !== 'lease-held')
      return phase === 'paused' || phase === 'done' || sandbox.requests.some(({ kind }) => kind === 'add');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await click(page, 'gate-import-resume');
    return false;
  };
  await waitFor(look, { what: 'the run to begin', timeout: 90_000, every: 50 });
}

/** What another tab has begun meanwhile and left unfinished is gone on with, as the page offers it after a reload. */
async function again(error: unknown, scene: Scene): Promise<void> {
  if (!(error instanceof Replaced)) throw error;
  await scene.page.reload({ waitUntil: 'domcontentloaded' });
  await toTheEnd(await goOn(scene, scene.page, false), 300_000);
}
