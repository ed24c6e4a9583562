/** A run whose tab is in the background, where the browser slows it down. */
import { expect, test } from 'vitest';
import { doubleAdds } from '../../sandbox/server/index.ts';
import { figures, openPanel, reviewText, waitForPhase } from '../../support/import-panel.ts';
import { startSession } from '../../support/session.ts';
import { click, waitForId } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

const LIST = Array.from({ length: 30 }, (_, n) => `https://tool-${n}.example.com/callback`);

test('with another tab in front the run stays right, and says why it was slow', async () => {
  const session = await startSession({ latency: [300, 400] });
  const { sandbox } = session;
  try {
    const page = await session.openMcpPage();
    await openPanel(page);
    await reviewText(page, LIST.join('\n'));
    await click(page, 'gate-import-apply');
    await waitFor(() => sandbox.store().domains.length >= 2, { what: 'two entries', timeout: 30_000 });
    const other = await session.newPage();
    await other.bringToFront();
    const hiddenSince = Date.now();
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    const before = sandbox.store().domains.length;
    await waitFor(() => Date.now() - hiddenSince > 5500 && sandbox.store().domains.length > before, {
      what: 'an entry added while hidden',
      timeout: 60_000,
    });
    await other.close();
    await page.bringToFront();
    await waitForId(page, 'gate-import-background');
    await waitForPhase(page, 'done', 90_000);
    expect(await figures(page, 'gate-import-summary')).toEqual({
      added: 30,
      failed: 0,
      skipped: 0,
      unknown: 0,
    });
    expect([...sandbox.store().domains].sort()).toEqual([...LIST].sort());
    expect(doubleAdds(sandbox.requests)).toEqual([]);
  } finally {
    await session.close();
  }
}, 180_000);
