/** An Excel workbook as an admin has it: its reader is a script of its own, loaded with the first one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figures, openPanel, temporaryFile, waitForPhase } from '../../support/import-panel.ts';
import { type Session, startSession } from '../../support/session.ts';
import { allSeen, upload } from '../../support/test-ids.ts';
import { workbookOf } from '../../support/workbook.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());

test('is read into rows', async () => {
  const file = workbookOf([
    ['Domain', 'Owner'],
    ['https://a.example.com/callback', 'Kim'],
    ['https://b.example.com/callback', 'Sam'],
  ]);
  const page = await session.openMcpPage();
  await openPanel(page);
  await upload(page, 'gate-import-file', await temporaryFile('list.xlsx', file));
  await waitForPhase(page, 'review');
  expect(await figures(page, 'gate-import-counts')).toMatchObject({ add: 2, invalid: 0 });
  const patterns = (await allSeen(page, 'gate-import-row')).map((row) => row['data-pattern']);
  expect(patterns).toEqual(['https://a.example.com/callback', 'https://b.example.com/callback']);
});
