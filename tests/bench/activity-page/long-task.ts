import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds: of the clock, and of the processor's time that the thread itself had. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** Milliseconds. */
export interface LongestTask {
  /** By the clock: on a busy machine it counts what others did meanwhile. */
  wall: number;
  /** The thread's own time on the processor. */
  own: number;
}

/** The longest task of the extension's pages while `work` runs, from the browser's own trace. */
export async function longestTaskDuring(page: Page, work: () => Promise<unknown>): Promise<LongestTask> {
  await page.tracing.start({ categories: ['toplevel', '__metadata'] });
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const place = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map((event) => place(event)),
  );
  const longest: LongestTask = { wall: 0, own: 0 };
  for (const event of traceEvents) {
    if (event.dur === undefined || !mainThreads.has(place(event))) continue;
    longest.wall = Math.max(longest.wall, event.dur / 1_000);
    longest.own = Math.max(longest.own, (event.tdur ?? event.dur) / 1_000);
  }
  return longest;
}
