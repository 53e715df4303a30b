import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { extract as read } from '../../extractions.js';
import { zipOf } from '../files.js';

const extract = (bytes: Uint8Array) => read(bytes, 'docx');
const docx = (children: (Paragraph | Table)[]) => Packer.toBuffer(new Document({ sections: [{ children }] }));
const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) });

const shell = (body: string, prolog = '') => ({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
});
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('docx', () => {
  it('gives paragraphs in order, and tables with tabs and line feeds', async () => {
    const bytes = await docx([
      new Paragraph('来访登记表 <一> & "二"'),
      new Table({
        rows: [
          new TableRow({ children: [cell('姓名'), cell('张三'), cell('')] }),
          new TableRow({ children: [cell('单位', '职务'), cell(), cell('主任')] }),
          new TableRow({ children: [cell(''), cell(''), cell('')] }),
        ],
      }),
      new Paragraph({ children: [new TextRun('上一行'), new TextRun({ text: '下一行', break: 1 })] }),
    ]);
    const extraction = await extract(bytes);
    expect(extraction.parts).toMatchObject([{ format: 'docx', encoding: null, flags: [] }]);
    expect(extraction.pages).toMatchObject([
      {
        number: 1,
        text: '来访登记表 <一> & "二"\n姓名\t张三\t\n单位 职务\t\t主任\n上一行\n下一行',
        recognise: false,
        flags: [],
      },
    ]);
  });

  it('keeps the paragraphs of a cell that holds a whole letter', async () => {
    const first = '我是青溪县城关镇的一名退休职工，现实名反映县人防办原主任的有关问题，请上级核查。';
    const bytes = await docx([
      new Table({ rows: [new TableRow({ children: [cell('主要问题'), cell(first, '此致')] })] }),
    ]);
    expect((await extract(bytes)).pages[0]!.text).toBe(`主要问题\t${first}\n此致`);
  });

  it('reads a document of the barest kind', async () => {
    const bytes = zipOf(shell(paragraph('举报信') + paragraph('第二段')));
    expect((await extract(bytes)).pages[0]!.text).toBe('举报信\n第二段');
  });

  it('does not follow document types to anywhere', async () => {
    const prolog = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    const text = await extract(zipOf(shell(paragraph('甲&e;乙'), prolog))).then(
      (extraction) => extraction.pages[0]!.text,
      (error: { code: string }) => error.code,
    );
    expect(text).not.toContain('root:');
  });

  it('refuses what unpacks to far too much, also where the directory lies', async () => {
    const bomb = zipOf(shell(paragraph('甲'.repeat(12_000_000))));
    await expect(extract(bomb)).rejects.toMatchObject({ code: 'extraction.unpacks_too_large' });
    const liar = zipOf(shell(paragraph('甲'.repeat(12_000_000))), 1_000);
    await expect(extract(liar)).rejects.toMatchObject({ code: 'extraction.damaged' });
    const many = zipOf(Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`${i}`, ''])));
    await expect(extract(many)).rejects.toMatchObject({ code: 'extraction.unpacks_too_large' });
  });

  it('holds the limit for text under any name', async () => {
    const { 'word/document.xml': document, '_rels/.rels': rels, ...rest } = shell(paragraph('举报信'));
    const decoy = { ...rest, 'word/document.xml': document.replace('举报信', '诱饵') };
    const under = (name: string, content: string) =>
      zipOf({ ...decoy, '_rels/.rels': rels.replace('word/document.xml', name), [name]: content });
    expect((await extract(under('word/x.dat', document))).pages[0]!.text).toBe('举报信');
    // Noise packs too badly to be taken for a bomb by its ratio.
    const long = paragraph(randomBytes(5_000_000).toString('hex'));
    const large = document.replace(paragraph('举报信'), long);
    await expect(extract(under('word/x.dat', large))).rejects.toMatchObject({
      code: 'extraction.unpacks_too_large',
    });
    // Where pictures lie nothing is read as text.
    expect((await extract(under('word/media/x.png', document))).pages[0]!.text).toBe('诱饵');
  });

  it('refuses what is cut off or broken inside', async () => {
    const whole = await docx([new Paragraph('举报信')]);
    await expect(extract(whole.subarray(0, whole.length - 100))).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
    await expect(extract(zipOf({ ...shell(''), 'word/document.xml': '<w:document' }))).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
  });
});
