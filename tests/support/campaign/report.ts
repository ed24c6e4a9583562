import type { Page } from 'puppeteer-core';
import { Problems } from '../../../lib/import/problems.ts';
import { DelimitedRecords } from '../../../lib/import/read/records.ts';
import { rowWords } from '../../../lib/import/run/reasons.ts';
import type { Sandbox } from '../../sandbox/server/index.ts';
import { normaliseText } from '../../sandbox/server/store.ts';
import { downloaded, figures } from '../import-panel.ts';
import type { Session } from '../session.ts';
import { click } from '../test-ids.ts';

export interface Reported {
  pattern: string;
  plan: string;
  outcome: string;
  message: string;
}

/** The report of the run that has just ended, as the admin downloads it. */
export async function downloadReport(session: Session, page: Page): Promise<Reported[]> {
  const text = await downloaded(session, () => click(page, 'gate-import-report'));
  const source = new DelimitedRecords(text.replace(/^\uFEFF/, ''), ',', new Problems());
  const head = source.next()?.cells ?? [];
  const records: Reported[] = [];
  for (let record = source.next(); record; record = source.next()) {
    const { cells } = record;
    const cell = (name: string) => cells[head.indexOf(name)] ?? '';
    records.push({
      ...{ pattern: cell('pattern'), plan: cell('plan') },
      ...{ outcome: cell('outcome'), message: cell('message') },
    });
  }
  return records;
}

/** Where report, summary and store disagree, in sentences; empty when they agree. */
export async function disagreements(
  session: Session,
  page: Page,
  before: readonly string[],
): Promise<string[]> {
  const { sandbox } = session;
  const records = await downloadReport(session, page);
  const summary = await figures(page, 'gate-import-summary');
  const wrong = records.flatMap((record) => against(record, sandbox, before));
  for (const outcome of ['added', 'failed', 'skipped', 'unknown']) {
    const counted = records.filter((record) => record.outcome === outcome).length;
    if (summary[outcome] !== counted)
      wrong.push(`The summary says ${summary[outcome]} ${outcome}, the report ${counted}.`);
  }
  return wrong;
}

function against(record: Reported, sandbox: Sandbox, before: readonly string[]): string[] {
  const { pattern, plan, outcome, message } = record;
  const stored = normaliseText(pattern, sandbox.variant);
  const times = sandbox.store().domains.filter((text) => text === stored).length;
  const said = `${pattern} (${plan}) is ${outcome} in the report and ${times} times in the store: ${message}`;
  // The browser sent it twice, which nobody can help: the report has to say so.
  if (times > 1) return outcome === 'added' && message === rowWords.addedTwice ? [] : [said];
  if (outcome === 'added') return times === 1 && !before.includes(stored) ? [] : [said];
  if (outcome === 'failed') return times === 0 ? [] : [said];
  // A row whose outcome is unknown is one about which the report claims nothing.
  if (outcome === 'skipped' && plan === 'present') return times === 1 ? [] : [said];
  return ['skipped', 'unknown'].includes(outcome) ? [] : [said];
}
