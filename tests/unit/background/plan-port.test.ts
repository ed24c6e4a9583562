import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Planner, type ServedPort, servePlanPort } from '../../../lib/background/plan-port.ts';
import type { PatternRow } from '../../../lib/import/types.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { type PlanPort, type PlanRequest, planThrough } from '../../../lib/messages/plan-over-port.ts';
import { PLAN_PORT } from '../../../lib/messages/plan-protocol.ts';
import { letOthersRun } from '../../../lib/slices/let-others-run.ts';
import { SELF } from './asking.ts';

const PAGE = 'https://admin.atlassian.com/o/11111111-2222-4333-8444-555555555555/rovo';
const SCRIPT: Sender = { id: SELF.id, url: PAGE, frameId: 0, tab: { id: 7, url: PAGE } };

/** Both ends of a port: messages are copied as the browser copies them, and arrive in a later turn. */
function wire(
  sender: Sender = SCRIPT,
  name = PLAN_PORT,
): { client: PlanPort; server: ServedPort; kill: () => void } {
  interface End {
    open: boolean;
    listeners: ((message: never) => void)[];
    gone: (() => void)[];
  }
  const ends: [End, End] = [
    { open: true, listeners: [], gone: [] },
    { open: true, listeners: [], gone: [] },
  ];
  const close = (end: End): void => {
    if (!end.open) return;
    end.open = false;
    for (const listener of end.gone) listener();
  };
  const port = ([mine, other]: [End, End]): PlanPort & ServedPort => ({
    name,
    sender,
    postMessage(message: unknown) {
      if (!mine.open) throw new Error('Attempting to use a disconnected port object');
      const copy = JSON.parse(JSON.stringify(message)) as never;
      queueMicrotask(() => {
        if (other.open) for (const listener of other.listeners) listener(copy);
      });
    },
    disconnect() {
      mine.open = false;
      queueMicrotask(() => close(other));
    },
    onMessage: { addListener: (listener: (message: never) => void) => mine.listeners.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => mine.gone.push(listener) },
  });
  const [first, second] = ends;
  const kill = (): void => ends.forEach(close);
  return { client: port([first, second]), server: port([second, first]), kill };
}

/** Judges next to nothing: what is under test is the way there and back. */
const planner: Planner = ({ pause }) => {
  let judged = 0;
  return {
    judge(text) {
      judged += 1;
      return { plan: 'add', pattern: text, level: 'ok', needsTick: false };
    },
    async finish(list) {
      await pause();
      const counts = { add: judged, present: 0, covered: 0, duplicate: 0, invalid: 0 };
      return { leftOut: [], counts, extra: [...list] };
    },
  };
};

const breathe = (): Promise<void> => Promise.resolve();

function rows(count: number): PatternRow[] {
  return Array.from({ length: count }, (_, index) => ({
    line: index + 1,
    text: `h${index}`,
    extra: { owner: 'Ana' },
  }));
}

function requestOf(count: number): PlanRequest {
  return { rows: rows(count), list: Promise.resolve([]), supportedAllowed: true };
}

function planWith(
  request: PlanRequest,
  serve: Planner = planner,
  options: { sender?: Sender; signal?: AbortSignal; onProgress?: (part: number) => void } = {},
): ReturnType<typeof planThrough> {
  const connect = (): PlanPort => {
    const { client, server } = wire(options.sender);
    servePlanPort(server, SELF, serve, breathe);
    return client;
  };
  return planThrough(
    connect,
    request,
    options.onProgress ?? (() => undefined),
    options.signal ?? new AbortController().signal,
  );
}

describe('a plan over a port', () => {
  it.each([0, 1, 999, 1_000, 1_001, 12_345])('of %i rows comes back whole and in order', async (count) => {
    const list = ['https://kept.example/**'];
    const request = { ...requestOf(count), list: Promise.resolve(list), supportedAllowed: false };
    const seen: unknown[] = [];
    const reply = await planWith(request, (task) => {
      seen.push(task.supportedAllowed);
      return planner(task);
    });
    if (!reply.ok) throw new Error(reply.code);
    expect(reply.value.rows.map(({ text }) => text)).toEqual(request.rows.map(({ text }) => text));
    expect(reply.value.counts.add).toBe(count);
    expect(reply.value.extra).toEqual(list);
    expect(seen).toEqual([false]);
  });

  it('tells progress that never goes back and ends at the whole', async () => {
    const parts: number[] = [];
    await planWith(requestOf(20_000), planner, { onProgress: (part) => parts.push(part) });
    expect([...parts].sort((a, b) => a - b)).toEqual(parts);
    expect(parts.at(-1)).toBeCloseTo(1);
    expect(parts.length).toBeGreaterThan(10);
  });

  it('judges rows while the list is still being read, and ends with it', async () => {
    const parts: number[] = [];
    let known: (list: readonly string[]) => void = () => undefined;
    const list = new Promise<readonly string[]>((resolve) => {
      known = resolve;
    });
    const planned = planWith({ ...requestOf(2_000), list }, planner, {
      onProgress: (part) => parts.push(part),
    });
    await vi.waitFor(() => expect(parts.at(-1)).toBeCloseTo(0.95));
    known(['https://kept.example/**']);
    expect(await planned).toMatchObject({ ok: true, value: { extra: ['https://kept.example/**'] } });
  });

  it('that is cancelled asks for nothing more when the list comes after all', async () => {
    const caller = new AbortController();
    let known: (list: readonly string[]) => void = () => undefined;
    const list = new Promise<readonly string[]>((resolve) => {
      known = resolve;
    });
    const planned = planWith({ ...requestOf(3), list }, planner, { signal: caller.signal });
    caller.abort();
    expect(await planned).toMatchObject({ code: 'cancelled' });
    known([]);
    await list;
  });

  it('gives and gets signs of life also while nothing is counted', async () => {
    let signs = 0;
    const connect = (): PlanPort => {
      const { client, server } = wire();
      servePlanPort(
        server,
        SELF,
        (task) => ({
          ...planner(task),
          async finish() {
            for (let slice = 0; slice < 500; slice += 1) await task.pause();
            return planner(task).finish([]);
          },
        }),
        breathe,
      );
      server.onMessage.addListener((message) => {
        if ((message as { type: string }).type === 'alive') signs += 1;
      });
      return client;
    };
    const reply = await planThrough(connect, requestOf(3), () => undefined, new AbortController().signal);
    expect(reply.ok).toBe(true);
    expect(signs).toBeGreaterThanOrEqual(10);
  });

  it('starts once more when the background is stopped, and then gives up', async () => {
    for (const deaths of [1, 2]) {
      let attempts = 0;
      const connect = (): PlanPort => {
        attempts += 1;
        const { client, server, kill } = wire();
        const dies = attempts <= deaths;
        servePlanPort(
          server,
          SELF,
          (task) => {
            if (dies) kill();
            return planner(task);
          },
          breathe,
        );
        return client;
      };
      const reply = await planThrough(connect, requestOf(10), () => undefined, new AbortController().signal);
      expect(reply).toMatchObject(deaths === 1 ? { ok: true } : { ok: false, code: 'background-stopped' });
      expect(attempts).toBe(2);
    }
  });

  it('waits for the list before it starts once more: a background without work is stopped meanwhile', async () => {
    let known: (list: readonly string[]) => void = () => undefined;
    const list = new Promise<readonly string[]>((resolve) => {
      known = resolve;
    });
    const kills: (() => void)[] = [];
    const connect = vi.fn((): PlanPort => {
      const { client, server, kill } = wire();
      kills.push(kill);
      servePlanPort(server, SELF, planner, breathe);
      return client;
    });
    const judged = vi.fn((part: number) => void (part > 0.9 && kills.length === 1 && kills[0]?.()));
    const planned = planThrough(connect, { ...requestOf(10), list }, judged, new AbortController().signal);
    await vi.waitFor(() => expect(judged).toHaveBeenCalledWith(0.95));
    for (let turn = 0; turn < 10; turn += 1) await letOthersRun();
    expect(connect).toHaveBeenCalledTimes(1);
    known(['https://kept.example/**']);
    expect(await planned).toMatchObject({ ok: true, value: { extra: ['https://kept.example/**'] } });
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('counts a port that can not be opened as a stopped background', async () => {
    const connect = vi.fn(() => {
      throw new Error('no background');
    });
    const reply = await planThrough(connect, requestOf(0), () => undefined, new AbortController().signal);
    expect(reply).toMatchObject({ code: 'background-stopped' });
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('is stopped on both sides by the caller', async () => {
    const caller = new AbortController();
    let stopped: unknown;
    const slow: Planner = ({ pause, ...task }) => ({
      ...planner({ pause, ...task }),
      async finish() {
        caller.abort();
        for (;;) {
          try {
            await pause();
          } catch (error) {
            stopped = error;
            throw error;
          }
        }
      },
    });
    expect(await planWith(requestOf(3), slow, { signal: caller.signal })).toMatchObject({
      code: 'cancelled',
    });
    await vi.waitFor(() => expect(stopped).toBeInstanceOf(Error));
    expect(await planWith(requestOf(3), planner, { signal: caller.signal })).toMatchObject({
      code: 'cancelled',
    });
  });

  it('that fails inside is told without its inside', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const reply = await planWith(requestOf(3), () => {
      throw new Error('secret');
    });
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).not.toContain('secret');
    log.mockRestore();
  });

  it('is refused to strangers', async () => {
    const sender = { ...SCRIPT, frameId: 4 };
    expect(await planWith(requestOf(3), planner, { sender })).toMatchObject({
      code: 'refused-frame',
    });
  });
});

describe('what comes over the port', () => {
  async function answersTo(...messages: unknown[]): Promise<unknown[]> {
    const { client, server } = wire();
    const answers: unknown[] = [];
    client.onMessage.addListener((answer) => answers.push(answer));
    servePlanPort(server, SELF, planner, breathe);
    for (const message of messages) {
      try {
        client.postMessage(message as never);
      } catch {
        // Cut off, as it should be.
      }
      await letOthersRun();
    }
    return answers;
  }

  const start = { type: 'start', total: 1, supportedAllowed: true };
  const end = { type: 'end', list: [] };
  const one = { type: 'rows', texts: ['h0'] };
  const wrong: [string, unknown[]][] = [
    ['rows before a start', [one]],
    ['two starts', [start, start]],
    ['more rows than announced', [start, one, one]],
    ['an end before all rows', [start, end]],
    ['an end without the list', [start, one, { type: 'end' }]],
    ['rows after the end', [{ ...start, total: 0 }, end, one]],
    [
      'too many rows in one message',
      [
        { ...start, total: 3_000 },
        { type: 'rows', texts: rows(2_001).map(({ text }) => text) },
      ],
    ],
    ['too many rows at all', [{ ...start, total: 100_001 }]],
    ['another field', [{ ...start, tab: 3 }]],
  ];
  it.each(wrong)('is refused and cut off: %s', async (_what, messages) => {
    const answers = await answersTo(...messages);
    expect(answers.at(-1)).toMatchObject({
      type: 'failed',
      code: expect.stringMatching(/^(malformed|rows-missing)$/),
    });
  });

  it('never makes it throw, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.jsonValue(), fc.constantFrom(start, one, end)), { maxLength: 6 }),
        async (messages) => {
          const answers = await answersTo(...messages);
          expect(answers.length).toBeLessThanOrEqual(messages.length + 3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('on a port of another name is cut off', () => {
    const { server } = wire(SCRIPT, 'other');
    const disconnect = vi.spyOn(server, 'disconnect');
    servePlanPort(server, SELF, planner, breathe);
    expect(disconnect).toHaveBeenCalled();
  });
});
