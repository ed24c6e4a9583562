// `npm run bench:driver`: what driving the console costs us a row, beside a perfect driver on the same replica.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { openPanel, reviewText, waitForPhase } from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { click } from '../support/test-ids.ts';
import { median } from './median.ts';

const ROWS = 30;
const ROUNDS = 5;
/** Milliseconds of each answer of the replica. */
const LATENCY = [40, 40] as const;

const entries = Array.from({ length: ROWS }, (_, n) => `https://tool-${n}.example.com/callback`);

/** Milliseconds a row, from the first request to add to the last: what is before and after isn't driving. */
function perRow({ sandbox }: Session): number {
  const times = sandbox.requests.filter(({ kind }) => kind === 'add').map(({ time }) => time);
  if (times.length !== ROWS) throw new Error(`${times.length} adds instead of ${ROWS}`);
  return ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (ROWS - 1);
}

/** Knows the page's selectors and waits for nothing but the page's own elements. */
async function drivePerfectly(page: Page): Promise<void> {
  await page.evaluate(async (texts) => {
    const until = <T>(look: () => T | null | undefined | false): Promise<T> =>
      new Promise((resolve) => {
        const check = () => {
          const found = look();
          if (!found) return;
          observer.disconnect();
          clearInterval(poll);
          resolve(found);
        };
        // Not all that is waited for changes an element.
        const poll = setInterval(check, 4);
        const observer = new MutationObserver(check);
        observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        check();
      });
    const field = () => document.querySelector<HTMLInputElement>('form input[name="domain"]');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (const text of texts) {
      const button = await until(() =>
        document.querySelector<HTMLElement>('[data-testid="mcp-server-add-domain-button"]'),
      );
      button.click();
      // A form that has just opened sets its field back once: the text is put in until the form takes it.
      const submit = await until(() => {
        const input = field();
        if (!input) return undefined;
        if (input.value !== text) {
          setter?.call(input, text);
          input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
        }
        const ready = document.querySelector<HTMLElement>('form button[type="submit"]:not([disabled])');
        return input.value === text && ready;
      });
      submit.click();
      const isListed = () =>
        [...document.querySelectorAll('td:first-child')].some((cell) => cell.textContent === text);
      await until(() => !field() && isListed());
    }
  }, entries);
}

async function driveOurs(page: Page): Promise<void> {
  await openPanel(page);
  await reviewText(page, entries.join('\n'));
  await click(page, 'gate-import-apply');
  await waitForPhase(page, 'done', 120_000);
}

async function measure(session: Session, drive: (page: Page) => Promise<void>): Promise<number> {
  session.sandbox.reset({ latency: LATENCY });
  const page = await session.openMcpPage();
  await drive(page);
  await page.close();
  return perRow(session);
}

const session = await startSession();
const bare = await startSession({ extension: 'none' });
const perfect: number[] = [];
const ours: number[] = [];
try {
  // In turns, so that whatever else the machine does falls on both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    perfect.push(await measure(bare, drivePerfectly));
    ours.push(await measure(session, driveOurs));
  }
} finally {
  await Promise.all([session.close(), bare.close()]);
}
const figures = {
  rows: ROWS,
  rounds: ROUNDS,
  latency: LATENCY,
  perfect: median(perfect),
  ours: median(ours),
};
// Round by round: a slow minute meets both.
const overheads = ours.map((one, round) => one - (perfect[round] ?? 0));
const overhead = median(overheads);
console.log(`rounds            ${overheads.map((one) => one.toFixed(0)).join(', ')} ms a row of ours`);
console.log(
  `a perfect driver  ${figures.perfect.toFixed(0)} ms a row, ${(60_000 / figures.perfect).toFixed(0)} rows a minute`,
);
console.log(
  `Gatehouse         ${figures.ours.toFixed(0)} ms a row, ${(60_000 / figures.ours).toFixed(0)} rows a minute`,
);
console.log(
  `overhead          ${overhead.toFixed(0)} ms a row (goal: at most 50); ratio ${(figures.ours / figures.perfect).toFixed(2)}`,
);
await mkdir('.output/bench', { recursive: true });
await writeFile('.output/bench/driver.json', JSON.stringify({ ...figures, overhead, goal: 50 }, null, 2));
