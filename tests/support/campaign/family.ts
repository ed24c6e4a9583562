/** The import of a mixed list on one member of the family of consoles, interrupted on the way. */
import { expect } from 'vitest';
import { doubleAdds, type FaultKind } from '../../sandbox/server/index.ts';
import { PRESET_NAMES, preset, type Variant } from '../../sandbox/variants/index.ts';
import { figures } from '../import-panel.ts';
import type { Session } from '../session.ts';
import { waitFor } from '../wait.ts';
import { INTERRUPTION_NAMES, INTERRUPTIONS, type InterruptionName } from './interrupt.ts';
import { asStored, mixedList } from './mixed-list.ts';
import { disagreements } from './report.ts';
import { startImport, toTheEnd } from './run.ts';

/** Each member with what comes between: all ways in turn, so that each is met by several members. */
const ALL: readonly { name: string; way: InterruptionName }[] = PRESET_NAMES.map((name, at) => ({
  name,
  way: INTERRUPTION_NAMES[at % INTERRUPTION_NAMES.length] ?? 'none',
}));

/** One member for each way in every run of the tests; all of them in `npm run family`. */
export const MEMBERS = process.env.WHOLE_FAMILY ? ALL : ALL.slice(0, INTERRUPTION_NAMES.length);

/** Members whose point is the time that answers take; the others answer at once, to save the test's time. */
const SLOW_BY_NATURE = new Set(['slow', 'hardest']);
/** Added entries after which the interruption comes. */
const INTERRUPT_AFTER = 4;

/** How the store says no, as the member has it. */
const REFUSALS: Record<Variant['refusal'], FaultKind> = {
  field: 'refuse-field',
  flag: 'refuse-flag',
  silent: 'silent',
  'silent-open': 'silent-open',
};

export async function importOnMember(session: Session, name: string, way: InterruptionName): Promise<void> {
  const { sandbox } = session;
  const chosen = preset(name);
  const list = mixedList({ few: chosen.limit > 0 });
  const refused = list.add[9] ?? '';
  sandbox.reset({
    variant: { ...chosen, loading: Math.min(chosen.loading, 1500), ...(chosen.limit ? { limit: 14 } : {}) },
    domains: list.existing,
    ...(SLOW_BY_NATURE.has(name) ? {} : { latency: [5, 20] as const }),
  });
  const before = [...sandbox.store().domains];
  sandbox.faults.push({ on: 'add', kind: REFUSALS[chosen.refusal], text: refused, times: 2 });
  let page = await session.openMcpPage();
  try {
    await startImport(page, list.text);
    const added = () => sandbox.store().domains.length - before.length;
    await waitFor(() => added() >= INTERRUPT_AFTER, { what: 'the first entries', timeout: 60_000 });
    page = await INTERRUPTIONS[way]({ session, page, text: list.text });
    const pauses = await toTheEnd(page);

    const reported = await disagreements(session, page, way === 'cancel' ? [] : before);
    expect(reported).toEqual([]);
    expect(doubleAdds(sandbox.requests)).toEqual([]);
    const { unknown } = await figures(page, 'gate-import-summary');
    const unanswered = sandbox.requests
      .filter(({ outcome }) => outcome === 'unanswered')
      .map(({ text }) => text);
    const missing = new Set([refused, ...unanswered]);
    const expected =
      chosen.limit > 0
        ? sandbox.store().domains.filter((text) => asStored(list.add, sandbox.variant).includes(text))
        : asStored(
            list.add.filter((entry) => !missing.has(entry)),
            sandbox.variant,
          );
    expect([...sandbox.store().domains].sort()).toEqual([...before, ...expected].sort());
    if (chosen.limit > 0) expect(sandbox.store().domains).toHaveLength(14);
    else expect({ pauses, unknown }).toEqual({ pauses: [], unknown: 0 });
  } finally {
    await page.close();
  }
}
