import { describe, expect, it, vi } from 'vitest';
import { Findings } from '../../../../entrypoints/import-runner/findings.ts';
import type { PlannedRow } from '../../../../lib/import/types.ts';
import { fail, ok } from '../../../../lib/messages/reply.ts';
import type { Send } from '../../../../lib/messages/send.ts';
import type { Finding } from '../../../../lib/patterns/types.ts';

const finding = (message: string): Finding => ({
  ...{ rule: 'W201', level: 'warn', severity: 'medium', message, start: 0, end: 1 },
});
const row = (text: string, more: Partial<PlannedRow> = {}): PlannedRow => ({
  ...{ line: 1, text, extra: {}, plan: 'add', pattern: text, level: 'warn', needsTick: false },
  ...more,
});

/** A background that has one thing to say of every text, and what it was asked. */
function background() {
  const asked: string[][] = [];
  const onKnown = vi.fn();
  let answers = true;
  const send = (async (_name: string, { texts }: { texts: string[] }) => {
    asked.push(texts);
    return answers ? ok(texts.map((text) => [finding(`On ${text}.`)])) : fail('background-stopped', 'Gone.');
  }) as unknown as Send;
  return {
    asked,
    onKnown,
    findings: new Findings(send, true, onKnown),
    fall: () => {
      answers = false;
    },
    rise: () => {
      answers = true;
    },
  };
}

describe('findings of rows', () => {
  it('are asked for once for all rows of one drawing, and announced', async () => {
    const { findings, asked, onKnown } = background();
    expect([findings.of(row('a')), findings.of(row('b')), findings.of(row('a'))]).toEqual([[], [], []]);
    await vi.waitFor(() => expect(onKnown).toHaveBeenCalledTimes(1));
    expect(asked).toEqual([['a', 'b']]);
    expect(findings.of(row('b'))).toEqual([finding('On b.')]);
    expect(asked).toHaveLength(1);
  });

  it('are not asked for where there are none, or where the journal has them', () => {
    const { findings, asked } = background();
    expect(findings.of(row('a', { level: 'ok' }))).toEqual([]);
    expect(findings.of(row('b', { findings: [finding('As written down.')] }))).toEqual([
      finding('As written down.'),
    ]);
    expect(asked).toEqual([]);
  });

  it('of many rows come in several messages, with progress, and only those that are not known', async () => {
    const { findings, asked } = background();
    const rows = Array.from({ length: 2_500 }, (_, n) => row(`t${n}`));
    await findings.learn(rows.slice(0, 10));
    const parts: number[] = [];
    expect(await findings.learn(rows, (part) => parts.push(part))).toBeUndefined();
    expect(asked.map(({ length }) => length)).toEqual([10, 1_000, 1_000, 490]);
    expect(parts.map((part) => part.toFixed(2))).toEqual(['0.40', '0.80']);
    expect(findings.in(rows)[2_499]?.findings).toEqual([finding('On t2499.')]);
  });

  it('that can not be had say why, and are asked for again when the row is drawn again', async () => {
    const { findings, asked, onKnown, fall, rise } = background();
    fall();
    expect(await findings.learn([row('a')])).toMatchObject({ code: 'background-stopped' });
    findings.of(row('a'));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(onKnown).not.toHaveBeenCalled();
    rise();
    findings.of(row('a'));
    await vi.waitFor(() => expect(onKnown).toHaveBeenCalledTimes(1));
    expect(findings.in([row('a')])[0]?.findings).toEqual([finding('On a.')]);
  });
});
