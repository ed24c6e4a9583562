import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../lib/background/handlers.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import { createRunPorts, loadRun, type RunToKeep } from '../../../lib/messages/run-ports.ts';
import { createSend, type Send } from '../../../lib/messages/send.ts';
import type { JournalRow } from '../../../lib/store/journal-records.ts';
import { freshDatabase, ORG } from '../store/fresh-database.ts';
import { fakePorts } from './fake-ports.ts';

const SELF = { id: 'abcdefgh', baseUrl: 'chrome-extension://abcdefgh/' };
const RUN = 'run-aaaaaaaa';

let ports: ReturnType<typeof fakePorts>;

/** A tab of the console, wired to the real handlers; every other answer is lost on its way, as from a stopped worker. */
function tab(id: number, losing = false): Send {
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

function toKeep(count: number): RunToKeep {
  const rows = Array.from({ length: count }, (_, index): JournalRow => {
    const pattern = `https://host${index}.example/**`;
    const given = { line: index + 1, text: pattern, extra: {}, pattern };
    return { ...given, plan: 'add', level: 'ok', needsTick: false, findings: [], chosen: true };
  });
  return { org: ORG, run: RUN, token: 'token-of-tab', kind: 'add', file: 'f.csv', path: '/rovo', rows };
}

beforeEach(async () => {
  await freshDatabase();
  ports = fakePorts();
});

describe.each([false, true])('a run over messages (answers lost: %s)', (losing) => {
  it('is kept whole, whatever its size, and loaded as it was', async () => {
    const send = tab(1, losing);
    const { journal, lease } = createRunPorts(send, toKeep(2_345));
    expect(await lease.acquire()).toMatchObject({ ok: true, value: { held: true } });
    expect(await journal.begin()).toMatchObject({ ok: true, value: { state: 'running', chosen: 2_345 } });
    expect(await journal.trying(3)).toMatchObject({ ok: true, value: { go: true } });
    const settled = Array.from({ length: 2_345 }, (_, index) => ({ index, state: 'added' as const }));
    expect(await journal.settled(settled)).toMatchObject({ ok: true });
    expect(await journal.trying(3)).toMatchObject({ ok: true, value: { go: false, state: 'added' } });
    expect(await journal.finish('done')).toMatchObject({ ok: true, value: { state: 'done' } });

    const loaded = await loadRun(send, ORG, RUN);
    if (!loaded.ok) throw new Error(loaded.code);
    expect(loaded.value.rows.map(({ index }) => index)).toEqual(settled.map(({ index }) => index));
    expect(loaded.value.rows.every(({ state }) => state === 'added')).toBe(true);
  });

  it('is paused, and taken up by another tab when the first is gone', async () => {
    const first = createRunPorts(tab(1, losing), toKeep(3));
    await first.lease.acquire();
    await first.journal.begin();
    await first.journal.pause({ code: 'three-failures', message: 'Three in a row failed.' });
    const second = createRunPorts(tab(2, losing), { ...toKeep(3), token: 'token-of-other' });
    expect(await second.lease.acquire()).toMatchObject({ ok: true, value: { held: false } });
    await first.lease.release();
    expect(await second.lease.acquire()).toMatchObject({ ok: true, value: { held: true } });
    expect(await second.journal.resume()).toMatchObject({ ok: true, value: { state: 'running' } });
    expect(await first.lease.renew()).toMatchObject({ ok: true, value: { held: false } });
    expect(await first.journal.trying(0)).toMatchObject({ ok: false, code: 'lease-lost' });
  });
});

it('settling nothing asks nothing', async () => {
  const { journal } = createRunPorts(tab(1), toKeep(0));
  expect(await journal.settled([])).toEqual({ ok: true, value: null });
});

it('a run that is not there is told as such', async () => {
  expect(await loadRun(tab(1), ORG, RUN)).toMatchObject({ ok: false, code: 'run-not-found' });
});
