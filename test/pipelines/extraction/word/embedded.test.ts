import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compoundFile } from '../../../../bench/hostile/building/compound-file.js';
import { openCompoundFile } from '../../../../pipelines/extraction/containers/compound-file.js';
import { paragraph, run, wordParts } from '../../../../samples/rendering/word-xml.js';
import { extract } from '../../extractions.js';
import { zipOf } from '../files.js';
import { sheetFile } from '../sheets/sheet-files.js';

/** A file wrapped as an object ("package"): length, version, name, path, …, length, content. */
function wrapped(name: string, content: Buffer): Buffer {
  const text = Buffer.concat([
    Buffer.from([2, 0]),
    Buffer.from(`${name}\0C:\\${name}\0`),
    Buffer.alloc(8),
    Buffer.from('tmp\0'),
  ]);
  const sizes = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  sizes[1].writeUInt32LE(content.length);
  sizes[0].writeUInt32LE(text.length + 4 + content.length);
  return Buffer.concat([sizes[0], text, sizes[1], content]);
}

/** Bytes that do not pack. */
const picture = Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * i * 31 + (i >> 3) * 7) % 251));

describe('files and pictures in office documents', () => {
  it('are members of a .doc, and one that only its own program takes out is told', async () => {
    const letter = openCompoundFile(readFileSync('test/fixtures/letter.doc'));
    const own = Object.fromEntries(
      [...letter.entries.keys()]
        .filter((path) => /^(?:WordDocument|[01]Table|Data)$/.test(path))
        .map((path) => [path, letter.read(path)!]),
    );
    const doc = compoundFile({
      ...own,
      'ObjectPool/_1/\u0001Ole10Native': wrapped('list.txt', Buffer.from('举报信附件')),
      'ObjectPool/_2/Workbook': Buffer.from('x'),
    });
    const { parts, pages } = await extract(doc, 'doc');
    expect(parts.map(({ member, format, failure }) => [member, format, failure?.code])).toEqual([
      [null, 'doc', undefined],
      ['list.txt', 'text', undefined],
      ['嵌入对象.xls', null, 'extraction.legacy_office'],
    ]);
    expect(pages.map(({ text }) => text).at(-1)).toBe('举报信附件');
  });

  it('are members of an xlsx', async () => {
    const file = sheetFile('<row r="1"><c r="A1"><v>1</v></c></row>', {
      further: { 'xl/embeddings/a.txt': Buffer.from('举报信附件') },
    });
    const { parts } = await extract(file, 'xlsx');
    expect(parts.map(({ member, format }) => [member, format])).toEqual([
      [null, 'xlsx'],
      ['a.txt', 'text'],
    ]);
  });

  it.each([
    ['docx', (media: Buffer) => zipOf(wordParts(paragraph(run('见下图')), { 'media/a.jpeg': media }))],
    [
      'xlsx',
      (media: Buffer) =>
        sheetFile('<row r="1"><c r="A1"><v>1</v></c></row>', { further: { 'xl/media/a.jpeg': media } }),
    ],
  ])('are flagged where large pictures lie beside the text: %s', async (extension, fileWith) => {
    expect((await extract(fileWith(picture), extension)).parts).toMatchObject([
      { flags: ['pictures_unread'] },
    ]);
    expect((await extract(fileWith(picture.subarray(0, 5_000)), extension)).parts).toMatchObject([
      { flags: [] },
    ]);
  });

  it('are the pages of a workbook that holds nothing but pictures', async () => {
    const { parts } = await extract(sheetFile('', { further: { 'xl/media/a.png': picture } }), 'xlsx');
    expect(parts.map(({ member }) => member)).toEqual([null, 'a.png']);
  });
});
