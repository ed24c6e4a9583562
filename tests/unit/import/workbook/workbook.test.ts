import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readPatternFileInSlices } from '../../../../lib/import/index.ts';
import { createWorkbookReader } from '../../../../lib/import/workbook/index.ts';
import { zip } from '../support/zip.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const pause = async (): Promise<void> => undefined;
const read = createWorkbookReader(pause);
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const parts = {
  '[Content_Types].xml': `${head}<Types/>`,
  'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="x"><sheets><sheet name="Empty" sheetId="1" r:id="rId2"/><sheet name="Domains" sheetId="2" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Type="t" Target="worksheets/sheet2.xml"/><Relationship Id="rId2" Type="t" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `${head}<sst ${main}><si><t>Domain</t></si><si><t>Owner</t></si><si><r><rPr><b/></rPr><t>https://a.</t></r><r><t xml:space="preserve">example.com/**</t></r><rPh><t>x</t></rPh></si><si><t>R&amp;D &lt;team&gt; &#x1F600;</t></si><si/></sst>`,
  'xl/worksheets/sheet1.xml': `${head}<worksheet ${main}><sheetData/></worksheet>`,
  'xl/worksheets/sheet2.xml': `${head}<worksheet ${main}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><!-- <row/> --><row r="3" spans="1:3"><c r="A3" s="1" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c><c r="C3"><v>46000</v></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>inline</t></is></c></row><row r="5"><c r="A5" t="str"><f>A3&amp;"x"</f><v>https://b.example.com</v></c><c r="B5" t="b"><v>1</v></c><c r="C5"/></row></sheetData></worksheet>`,
};

describe('a workbook', () => {
  it.each([false, true])('gives the texts of the first sheet that holds any (stored: %s)', async (stored) => {
    expect(await read(zip(parts, stored))).toEqual([
      ['Domain', 'Owner'],
      [],
      ['https://a.example.com/**', 'R&D <team> 😀', '46000'],
      ['', 'inline'],
      ['https://b.example.com', 'TRUE', ''],
    ]);
  });

  it('is read like any table', async () => {
    const file = await readPatternFileInSlices(zip(parts), 'list.xlsx', { workbook: read }, pause);
    expect(file.rows.map(({ line, text }) => [line, text])).toEqual([
      [3, 'https://a.example.com/**'],
      [4, ''],
      [5, 'https://b.example.com'],
    ]);
    expect(file.rows[0]?.extra.Owner).toBe('R&D <team> 😀');
  });

  it('is found without its list of sheets', async () => {
    const { 'xl/worksheets/sheet2.xml': sheet, 'xl/sharedStrings.xml': strings } = parts;
    const rows = await read(zip({ 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings }));
    expect(rows).toHaveLength(5);
  });

  it('that is old, encrypted, cut or too large when unpacked is refused with a sentence', async () => {
    const whole = zip(parts);
    await expect(read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow(/old format.*CSV\.$/);
    await expect(read(whole.slice(0, -30))).rejects.toThrow(/damaged.*CSV\.$/);
    const garbled = whole.slice();
    garbled.fill(0xff, 60, 400);
    await expect(read(garbled)).rejects.toThrow(/CSV/);
    const bomb = zip({ 'xl/sharedStrings.xml': ' '.repeat(70 * 1024 * 1024) });
    await expect(read(bomb)).rejects.toThrow(/too large when unpacked/);
  });

  it('whose rows claim to stand far apart does not fill the memory', async () => {
    const sheet =
      '<row r="1"><c><v>a</v></c></row><row r="999999999"><c r="ZZZ9"><v>b</v></c></row><row r="0"><c><v>c</v></c></row>';
    expect(await read(zip({ 'xl/worksheets/sheet1.xml': sheet }))).toEqual([
      ['a'],
      [...Array(99).fill(''), '\tb'],
      ['c'],
    ]);
  });

  it('that was damaged anywhere never does worse than a sentence', async () => {
    const whole = zip(parts);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const file = await readPatternFileInSlices(bytes, 'list.xlsx', { workbook: read }, pause);
          for (const { message } of file.problems) expect(message).toMatch(/[.:]$/);
        },
      ),
      { numRuns: 300 },
    );
  });
});
