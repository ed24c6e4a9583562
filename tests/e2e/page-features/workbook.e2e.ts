/** An Excel workbook as an admin has it: its reader is a script of its own, loaded with the first one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figures, openPanel, temporaryFile, waitForPhase } from '../../support/import-panel.ts';
import { type Session, startSession } from '../../support/session.ts';
import { allSeen, upload } from '../../support/test-ids.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());

/** A zip with stored parts (PKWARE APPNOTE 4.3); readers of workbooks don't check the sums. */
function zip(parts: Record<string, string>): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(body.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    chunks.push(local, title, body);
    directory.push(entry, title);
    at += 30 + title.length + body.length;
  }
  const size = Buffer.concat(directory).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

test('is read into rows', async () => {
  const rows = [
    ['Domain', 'Owner'],
    ['https://a.example.com/callback', 'Kim'],
    ['https://b.example.com/callback', 'Sam'],
  ];
  const sheet = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
  const file = zip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
  const page = await session.openMcpPage();
  await openPanel(page);
  await upload(page, 'gate-import-file', await temporaryFile('list.xlsx', file));
  await waitForPhase(page, 'review');
  expect(await figures(page, 'gate-import-counts')).toMatchObject({ add: 2, invalid: 0 });
  const patterns = (await allSeen(page, 'gate-import-row')).map((row) => row['data-pattern']);
  expect(patterns).toEqual(['https://a.example.com/callback', 'https://b.example.com/callback']);
});
