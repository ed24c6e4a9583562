import { describe, expect, it, vi } from 'vitest';
import { isReply } from '../../../lib/messages/reply.ts';
import { createSend, type MessageRuntime } from '../../../lib/messages/send.ts';

function runtimeThat(
  ...answers: (() => Promise<unknown>)[]
): MessageRuntime & { sendMessage: ReturnType<typeof vi.fn> } {
  const sendMessage = vi.fn();
  for (const answer of answers) sendMessage.mockImplementationOnce(answer);
  return { id: 'abcdefgh', sendMessage };
}

const nobody = (): Promise<never> =>
  Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
const fine = async (): Promise<unknown> => ({ ok: true, value: [] });
const silent = async (): Promise<unknown> => undefined;

describe('sending', () => {
  it('gives the wrapped answer', async () => {
    const runtime = runtimeThat(fine);
    expect(await createSend(() => runtime, 0)('orgs/list', {})).toEqual({ ok: true, value: [] });
    expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ name: 'orgs/list', request: {} });
  });

  it('passes a refusal on without asking again', async () => {
    const refusal = { ok: false, code: 'not-allowed', message: 'No.' };
    const runtime = runtimeThat(async () => refusal);
    expect(await createSend(() => runtime, 0)('orgs/list', {})).toEqual(refusal);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('asks once more when nobody listened or nothing was answered', async () => {
    for (const first of [nobody, silent, async () => 'something else']) {
      const runtime = runtimeThat(first, fine);
      expect(await createSend(() => runtime, 0)('orgs/list', {})).toMatchObject({ ok: true });
    }
  });

  it('gives up after the second time', async () => {
    const runtime = runtimeThat(nobody, nobody, fine);
    expect(await createSend(() => runtime, 0)('orgs/list', {})).toMatchObject({
      ok: false,
      code: 'no-answer',
    });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
  });

  it('says that a cut-off script needs a reload', async () => {
    const gone: MessageRuntime[] = [{ id: undefined, sendMessage: nobody }];
    for (const runtime of [...gone, undefined]) {
      expect(await createSend(() => runtime, 0)('orgs/list', {})).toMatchObject({
        code: 'extension-updated',
      });
    }
    const throws = (): never => {
      throw new Error('Extension context invalidated.');
    };
    expect(await createSend(throws, 0)('orgs/list', {})).toMatchObject({ code: 'extension-updated' });
  });

  it('says so too when it is cut off while it waits', async () => {
    let runtime: MessageRuntime | undefined;
    runtime = {
      id: 'abcdefgh',
      sendMessage: () => {
        runtime = undefined;
        return Promise.reject(new Error('Extension context invalidated.'));
      },
    };
    expect(await createSend(() => runtime, 0)('orgs/list', {})).toMatchObject({ code: 'extension-updated' });
  });

  it('asks again when a message to a stopping worker is never answered', async () => {
    vi.useFakeTimers();
    const runtime = runtimeThat(
      () => new Promise(() => undefined),
      () => Promise.resolve({ ok: true, value: [] }),
    );
    const answer = createSend(() => runtime, 0)('orgs/list', {});
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ ok: true, value: [] });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const runtime = runtimeThat(() => new Promise(() => undefined));
    const answer = createSend(() => runtime, 0)('orgs/list', {});
    await vi.runAllTimersAsync();
    expect(await answer).toMatchObject({ ok: false, code: 'no-answer' });
    vi.useRealTimers();
  });
});

describe('a reply', () => {
  it('is told from everything else', () => {
    expect(isReply({ ok: true, value: undefined })).toBe(true);
    expect(isReply({ ok: false, code: 'x', message: 'X.' })).toBe(true);
    for (const other of [
      undefined,
      null,
      true,
      'ok',
      {},
      { ok: 1 },
      { ok: false },
      { ok: false, code: 1, message: 'X.' },
    ]) {
      expect(isReply(other)).toBe(false);
    }
  });
});
