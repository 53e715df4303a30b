import { packRepeated } from '../building/packed.js';
import { type ZipPart, zipFile } from '../building/zip-file.js';
import { type Family, filesOf, goodLetter } from '../hostile-file.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Part = Omit<ZipPart, 'name'> | string;

/** A workbook of one sheet, with parts added or put in place of its own. */
function xlsx(sheet: Part, others: Readonly<Record<string, Part>> = {}): Buffer {
  const parts: Record<string, Part> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="线索" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeRelations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...others,
  };
  return zipFile(
    Object.entries(parts).map(([name, part]) =>
      typeof part === 'string' ? { name, content: part } : { name, ...part },
    ),
  );
}
const head = (doctype = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<worksheet xmlns="${main}"><sheetData>`;
const tail = '</sheetData></worksheet>';
const sheetOf = (rows: string, doctype = '') => head(doctype) + rows + tail;
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const letterRow = (n: number) =>
  `<row r="1">${cell('A1', '反映内容')}</row><row r="2">${cell('A2', goodLetter(n).replaceAll('\n', ' '))}</row>`;
const shared = (body: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<sst xmlns="${main}" count="1" uniqueCount="1">${body}</sst>`;

export const xlsxFiles: Family = ({ http, path }) =>
  filesOf('xlsx', {
    'gigabyte-of-shared-strings.xlsx': () =>
      xlsx(sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
        'xl/sharedStrings.xml': {
          packed: packRepeated('<si><t>x</t></si>'.repeat(65_536), 900, `<sst xmlns="${main}">`, '</sst>'),
        },
      }),
    'million-rows-of-one-byte.xlsx': () =>
      xlsx({ packed: packRepeated('<row><c><v>1</v></c></row>'.repeat(1024), 1024, head(), tail) }),
    'eight-megabytes-of-cells.xlsx': () =>
      xlsx({ packed: packRepeated(`<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`, 530, head(), tail) }),
    'gigabyte-of-styles.xlsx': () =>
      xlsx(sheetOf(letterRow(650)), {
        'xl/styles.xml': {
          packed: packRepeated(
            '<xf numFmtId="1"/>'.repeat(65_536),
            900,
            '<styleSheet><cellXfs>',
            '</cellXfs></styleSheet>',
          ),
        },
      }),
    'far-cell.xlsx': () =>
      xlsx(
        sheetOf(
          `<row r="1">${cell('A1', '反映内容')}</row><row r="1048576">${cell('XFD1048576', goodLetter(651).replaceAll('\n', ' '))}</row>`,
        ),
      ),
    'cell-beyond-the-sheet.xlsx': () =>
      xlsx(sheetOf(`<row r="4294967295">${cell('ZZZZZZZ4294967295', '举报')}</row>`)),
    'dimension-lies.xlsx': () =>
      xlsx(sheetOf(letterRow(652)).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
    'merged-everything.xlsx': () =>
      xlsx(
        sheetOf(letterRow(653)).replace(
          tail,
          '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
        ),
      ),
    'hundred-thousand-merges.xlsx': () =>
      xlsx(
        sheetOf(letterRow(654)).replace(
          tail,
          `</sheetData><mergeCells>${Array.from({ length: 100_000 }, (_, i) => `<mergeCell ref="A${i + 3}:Z${i + 3000}"/>`).join('')}</mergeCells></worksheet>`,
        ),
      ),
    'shared-string-out-of-range.xlsx': () =>
      xlsx(
        sheetOf(
          '<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>__proto__</v></c></row>',
        ),
        {
          'xl/sharedStrings.xml': shared('<si><t>举报</t></si>'),
        },
      ),
    'billion-laughs.xlsx': () =>
      xlsx(sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
        'xl/sharedStrings.xml': shared(
          '<si><t>&a9;</t></si>',
          `<!DOCTYPE sst [<!ENTITY a0 "哈哈哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`,
        ),
      }),
    'fifty-thousand-rows.xlsx': () =>
      xlsx(
        sheetOf(
          Array.from(
            { length: 50_000 },
            (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, `线索${i}`)}</row>`,
          ).join(''),
        ),
      ),
    'merges-over-one-another.xlsx': () =>
      xlsx(
        `${sheetOf(Array.from({ length: 9_000 }, (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, '甲')}${cell(`B${i + 1}`, '乙')}</row>`).join('')).replace('</worksheet>', '')}<mergeCells>${Array.from({ length: 60_000 }, (_, i) => `<mergeCell ref="A${(i % 9_000) + 1}:B9000"/>`).join('')}</mergeCells></worksheet>`,
      ),
    'cells-as-long-as-books.xlsx': () =>
      xlsx(
        sheetOf(
          Array.from(
            { length: 9 },
            (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, '举报'.repeat(150_000))}</row>`,
          ).join(''),
        ),
      ),
    'external-entity.xlsx': () =>
      xlsx(
        sheetOf(
          `<row r="1">${cell('A1', '&x;&y;')}</row>`,
          `<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://${path}"><!ENTITY y SYSTEM "${http}/xlsx-entity">]>`,
        ),
      ),
    'dde-and-web-formulas.xlsx': () =>
      xlsx(
        sheetOf(
          `<row r="1">${cell('A1', '反映内容')}</row><row r="2"><c r="A2"><f>cmd|'/c calc'!A0</f><v>0</v></c><c r="B2"><f>WEBSERVICE("${http}/web")</f><v>0</v></c><c r="C2"><f>IMPORTDATA("${http}/data")</f><v>0</v></c></row>`,
        ),
      ),
    'external-links.xlsx': () =>
      xlsx(sheetOf(letterRow(655)), {
        'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${main}"><externalBook xmlns:r="${officeRelations}" r:id="rId1"/></externalLink>`,
        'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/externalLinkPath" Target="${http}/book.xlsx" TargetMode="External"/></Relationships>`,
        'xl/connections.xml': `<connections xmlns="${main}"><connection id="1" type="4" refreshOnLoad="1"><webPr url="${http}/connection"/></connection></connections>`,
      }),
    'ten-thousand-sheets.xlsx': () =>
      xlsx(sheetOf(letterRow(656)), {
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${Array.from({ length: 10_000 }, (_, i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      }),
    'no-sheet-part.xlsx': () =>
      xlsx('', {
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets></workbook>`,
      }),
    'sheet-climbs-out.xlsx': () =>
      xlsx(sheetOf(letterRow(657)), {
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="../../../../..${path}"/></Relationships>`,
      }),
    'dates-and-numbers-beyond.xlsx': () =>
      xlsx(
        sheetOf(
          '<row r="1"><c r="A1"><v>1e308</v></c><c r="B1"><v>NaN</v></c><c r="C1" t="d"><v>99999-99-99</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" s="4294967295"><v>44000</v></c></row>',
        ),
      ),
    'hundred-thousand-deep.xlsx': () =>
      xlsx(sheetOf(`${'<row>'.repeat(100_000)}${'</row>'.repeat(100_000)}`)),
    'binary-workbook.xlsb': () => xlsx('', { 'xl/workbook.bin': '\u0083\u0001\u0000' }),
    'formula-strings.xlsx': () =>
      xlsx(
        sheetOf(
          `<row r="1">${cell('A1', '反映内容')}</row><row r="2">${cell('A2', `=HYPERLINK("${http}/x","y") ${goodLetter(658).replaceAll('\n', ' ')}`)}</row>`,
        ),
      ),
  });
