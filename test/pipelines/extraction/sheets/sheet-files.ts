import { zipOf } from '../files.js';

interface SheetFile {
  styles?: string;
  strings?: string;
  behind?: string;
  further?: Readonly<Record<string, Uint8Array>>;
}

/** An xlsx of one sheet, by hand. */
export function sheetFile(
  rows: string,
  { styles = '', strings = '', behind = '', further = {} }: SheetFile = {},
): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${type}.${kind}+xml"/>`;
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"/>`;
  const relations = (links: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${styles && override('styles', 'styles')}${strings && override('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(link('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      link('r1', 'worksheet', 'worksheets/sheet1.xml') +
        link('r2', 'styles', 'styles.xml') +
        link('r3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...(styles && { 'xl/styles.xml': styles }),
    ...(strings && { 'xl/sharedStrings.xml': strings }),
    ...further,
  });
}
