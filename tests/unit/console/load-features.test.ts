import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadFeatures } from '../../../lib/console/load-features.ts';
import type { Recognition } from '../../../lib/console/recognise.ts';
import type { ScriptBridge } from '../../../lib/console/script-bridge.ts';
import { fail, ok, type Reply } from '../../../lib/messages/reply.ts';

const MCP: Recognition = { kind: 'mcp', domains: true, evidence: [] };
const OTHER: Recognition = { kind: 'other', domains: false, evidence: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

let place = '/o/one';

function onPage(...answers: Reply<null>[]) {
  const bridge: ScriptBridge = { events: new EventTarget() };
  const load = vi.fn(async (): Promise<Reply<null>> => answers.shift() ?? ok(null));
  const look = loadFeatures(bridge, load, () => place);
  // A look by hand at a page that is at rest.
  bridge.look = () => look(MCP);
  return { bridge, load, look };
}

describe('loading the features', () => {
  test('nothing is loaded on other pages', async () => {
    const { load, look } = onPage();
    look(OTHER);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).not.toHaveBeenCalled();
  });

  test('they are asked for once, however often the page is looked at meanwhile', async () => {
    const { load, look } = onPage();
    for (let n = 0; n < 5; n += 1) look(MCP);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('on a page at rest they are asked for until they were loaded', async () => {
    const { load, look } = onPage(fail('no-answer', ''), fail('script-not-loaded', ''));
    look(MCP);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  test('after an update of the extension nobody is asked any more', async () => {
    const { load, look } = onPage(fail('extension-updated', ''));
    look(MCP);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('where a policy refuses us nothing is asked again until the address is of another organization', async () => {
    const { load, look } = onPage(fail('policy-organization', ''));
    for (let n = 0; n < 3; n += 1) {
      look(MCP);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(load).toHaveBeenCalledTimes(1);
    place = '/o/two';
    look(MCP);
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('once they are there each look is told to them', async () => {
    const { bridge, load, look } = onPage();
    const onLook = vi.fn();
    bridge.onLook = onLook;
    look(MCP);
    look(OTHER);
    expect(onLook.mock.calls).toEqual([[MCP], [OTHER]]);
    expect(load).not.toHaveBeenCalled();
    expect(bridge.recognition).toBe(OTHER);
  });
});
