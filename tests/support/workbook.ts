import { zipOf } from '../../scripts/zip.mjs';

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** The least that makes an Excel workbook, packed as Excel packs it. The texts need no escaping. */
export function workbookOf(rows: readonly (readonly string[])[]): Uint8Array {
  const sheet = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  return new Uint8Array(zipOf(files));
}
