import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../lib/background/handlers.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import { createSend, type Send } from '../../../lib/messages/send.ts';
import type { JournalRow } from '../../../lib/store/journal-records.ts';
import { freshDatabase, ORG } from '../store/fresh-database.ts';
import { SELF } from './asking.ts';
import { fakePorts } from './fake-ports.ts';

const run = 'run-aaaaaaaa';
const token = 'token-of-tab';

let ports: ReturnType<typeof fakePorts>;

/** A tab of the console, wired to the real handlers; every other answer is lost on its way, as from a stopped worker. */
function tab(id: number, losing: boolean): Send {
  const receive = createReceiver(createHandlers(ports), SELF);
  const url = `https://admin.atlassian.com/o/${ORG}/rovo`;
  const sender: Sender = { id: SELF.id, url, frameId: 0, tab: { id, url } };
  let count = 0;
  const sendMessage = async (message: unknown): Promise<unknown> => {
    const answer = await receive(JSON.parse(JSON.stringify(message)), sender);
    count += 1;
    return losing && count % 2 === 1 ? undefined : answer;
  };
  return createSend(() => ({ id: SELF.id, sendMessage }), 0);
}

function rows(count: number, from = 0): JournalRow[] {
  return Array.from({ length: count }, (_, index) => {
    const pattern = `https://host${from + index}.example/**`;
    const given = { line: from + index + 1, text: pattern, extra: {}, pattern };
    return { ...given, plan: 'add', level: 'ok', needsTick: false, findings: [], chosen: true };
  });
}

async function begin(send: Send, total: number): Promise<unknown> {
  const given = { run, token, kind: 'add', file: 'f.csv', path: '/rovo', total } as const;
  let answer: unknown;
  for (let first = 0; first < total; first += 1_000) {
    answer = await send('imports/begin', {
      ...given,
      first,
      rows: rows(Math.min(1_000, total - first), first),
    });
  }
  return answer;
}

beforeEach(async () => {
  await freshDatabase();
  ports = fakePorts();
});

describe.each([false, true])('an import over messages (answers lost: %s)', (losing) => {
  it('is kept whole and loaded as it was', async () => {
    const send = tab(1, losing);
    expect(await send('lease/acquire', { token })).toMatchObject({ value: { held: true } });
    expect(await begin(send, 2_345)).toMatchObject({ value: { state: 'running', chosen: 2_345 } });
    expect(await send('imports/trying', { run, token, index: 3 })).toMatchObject({ value: { go: true } });
    const settled = Array.from({ length: 2_345 }, (_, index) => ({ index, state: 'added' as const }));
    expect(await send('imports/settle', { run, rows: settled })).toMatchObject({ ok: true });
    expect(await send('imports/settle', { run, rows: [] })).toMatchObject({ ok: true });
    expect(await send('imports/trying', { run, token, index: 3 })).toMatchObject({
      value: { go: false, state: 'added' },
    });
    expect(await send('imports/finish', { run, state: 'done' })).toMatchObject({ value: { state: 'done' } });
    const last = await send('imports/get', { run, first: 2_000, count: 1_000 });
    if (!last.ok) throw new Error(last.code);
    expect(last.value.rows.map(({ index, state }) => [index, state])).toEqual(
      settled.slice(2_000).map(({ index, state }) => [index, state]),
    );
  });

  it('is paused, and taken up by another tab when the first gives it back', async () => {
    const first = tab(1, losing);
    const second = tab(2, losing);
    await begin(first, 3);
    await first('imports/pause', {
      run,
      reason: { code: 'three-failures', message: 'Three in a row failed.' },
    });
    expect(await second('lease/acquire', { token })).toMatchObject({ value: { held: false } });
    expect(await second('imports/resume', { run, token })).toMatchObject({ code: 'lease-lost' });
    await first('lease/release', { token });
    expect(await second('imports/resume', { run, token })).toMatchObject({ value: { state: 'running' } });
    expect(await first('lease/renew', { token })).toMatchObject({ value: { held: false } });
    expect(await first('imports/trying', { run, token, index: 0 })).toMatchObject({ code: 'lease-lost' });
    expect(await second('imports/trying', { run, token, index: 0 })).toMatchObject({ value: { go: true } });
  });
});
