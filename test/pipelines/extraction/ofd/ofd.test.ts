import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { type OfdFile, writeOfd } from '../../../../samples/rendering/ofd.js';
import { writeZip } from '../../../../samples/rendering/zip.js';
import { extract } from '../../extractions.js';

const lines = [
  '关于翠云苑项目问题线索的移送函',
  '市纪委：',
  '　　现将涉嫌违规减免的问题移送你委。',
  '序号\t问题\t金额（万元）',
  '1\t违规减免\t96.5',
];
const read = (...files: OfdFile[]) => extract(writeOfd(...files), 'ofd');
const picture = sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } }).composite([
  { input: { create: { width: 60, height: 20, channels: 3, background: '#000' } }, left: 0, top: 0 },
]);
/** A package of hand-written files. */
const packageOf = (files: Record<string, string>) =>
  writeZip(Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) })));
const shell = (content: string) => ({
  'OFD.xml': '<OFD><DocBody><DocRoot>/D/Document.xml</DocRoot></DocBody></OFD>',
  'D/Document.xml': '<Document><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
  'D/P.xml': content,
});
const codeTest = (inner: string, attributes = '') =>
  `<Page><Content><Layer><TextObject Boundary="10 10 100 10" Size="5" ${attributes}>${inner}</TextObject></Layer></Content></Page>`;
const textOf = async (content: string) => (await extract(packageOf(shell(content)), 'ofd')).pages[0]!.text;

describe('an OFD', () => {
  it.each(['ofd', '', 'x'])(
    'with the prefix "%s" is read in the order in which it lies on the page',
    async (prefix) => {
      const { parts, pages } = await read({ pages: [{ lines }, { lines: ['第二页'] }], prefix });
      expect(parts).toMatchObject([{ format: 'ofd', flags: [], comments: [] }]);
      expect(pages.map(({ text, recognise }) => [text, recognise])).toEqual([
        [lines.join('\n'), false],
        ['第二页', false],
      ]);
    },
  );

  it('has the form under a page, notes as comments, attachments as members, and all its documents', async () => {
    const { parts, pages } = await read(
      {
        pages: [{ lines: ['正文'], form: ['移送函'] }],
        remark: '请阅处',
        attachments: [{ name: '清单.txt', bytes: Buffer.from('清单') }],
      },
      { pages: [{ lines: ['另一份'] }] },
    );
    expect(parts.map(({ member, format, comments }) => [member, format, comments])).toEqual([
      [null, 'ofd', ['请阅处']],
      ['清单.txt', 'text', []],
    ]);
    expect(pages.map(({ text }) => text)).toEqual(['移送函\n正文', '另一份', '清单']);
  });

  it('of pictures has pages to be recognised: each its own picture', async () => {
    const bytes = writeOfd({
      pages: [
        {
          lines: ['说明这一页有文字，不必识别，也不看它的图。'],
          image: { name: 'a.png', bytes: await picture.png().toBuffer() },
        },
        { lines: ['第2页'], image: { name: 'b.jpg', bytes: await picture.jpeg().toBuffer() } },
        { image: { name: 'c.jb2', bytes: Buffer.from('no picture') } },
      ],
    });
    const { pages } = await extract(bytes, 'ofd');
    expect(pages.map(({ recognise, flags }) => [recognise, flags])).toEqual([
      [false, []],
      [true, []],
      [false, ['unreadable_page']],
    ]);
    const image = await readerOf('ofd').renderPage!(bytes, 2);
    expect([image.width, image.height]).toEqual([60, 80]);
    expect(image.data[10 * 60 + 30]).toBeLessThan(20);
    for (const page of [3, 4]) {
      await expect(readerOf('ofd').renderPage!(bytes, page)).rejects.toMatchObject({
        code: 'extraction.page_not_rendered',
      });
    }
  });

  it('sets characters by their steps: near ones together, far ones apart, columns of letters as one', async () => {
    expect(
      await textOf(codeTest('<TextCode X="0" Y="5" DeltaX="5 5 20 g 2 5">甲乙丙丁戊己</TextCode>')),
    ).toBe('甲乙丙\t丁戊己');
    expect(await textOf(codeTest('<TextCode X="0" Y="5" DeltaY="6 6">竖排字</TextCode>'))).toBe('竖排字');
    expect(
      await textOf(
        codeTest(
          '<TextCode X="0" Y="5">甲</TextCode><TextCode X="0" Y="15">乙</TextCode>',
          'CTM="0.5 0 0 0.5 0 0"',
        ),
      ),
    ).toBe('甲\n乙');
    expect(await textOf(codeTest('<TextCode X="0" Y="5">看不见</TextCode>', 'Visible="false"'))).toBe('');
  });

  it('keeps how far lines are set in', async () => {
    const line = (x: number, y: number, text: string) =>
      `<TextObject Boundary="${x} ${y} 100 10" Size="5"><TextCode X="0" Y="5">${text}</TextCode></TextObject>`;
    expect(await textOf(`<Page>${line(20, 30, '的第二行')}${line(30, 20, '一段')}</Page>`)).toBe(
      '　　一段\n的第二行',
    );
  });

  it('whose letters are drawn is flagged', async () => {
    const drawn = `<Page><Content><Layer>${'<PathObject Boundary="1 1 2 2"/>'.repeat(60)}</Layer></Content></Page>`;
    expect((await extract(packageOf(shell(drawn)), 'ofd')).pages).toMatchObject([
      { text: '', flags: ['unreadable_page'] },
    ]);
  });
});

describe('a hostile OFD', () => {
  it('is damaged where its documents are not there or no XML', async () => {
    const { 'D/Document.xml': _, ...lost } = shell('<Page/>');
    for (const files of [lost, shell('<Page><Content>'), { 'OFD.xml': '<OFD/>' }]) {
      await expect(extract(packageOf(files), 'ofd')).rejects.toMatchObject({ code: 'extraction.damaged' });
    }
  });

  it('opens nothing that it names outside itself', async () => {
    const evil =
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Page><Content><TextObject><TextCode>&e;</TextCode></TextObject></Content></Page>';
    await expect(extract(packageOf(shell(evil)), 'ofd')).rejects.toMatchObject({
      code: 'extraction.damaged',
    });
    const outside = {
      ...shell('<Page/>'),
      'OFD.xml': '<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>',
    };
    await expect(extract(packageOf(outside), 'ofd')).rejects.toMatchObject({ code: 'extraction.damaged' });
  });

  it('with endless steps, numbers that are none, or a form under itself ends', async () => {
    expect(
      await textOf(
        codeTest('<TextCode X="0" Y="5" DeltaX="g 1000000000000 1 g g g NaN 1e999">甲乙丙</TextCode>'),
      ),
    ).toBe('甲乙丙');
    expect(
      await textOf(codeTest('<TextCode X="1e999" Y="-1e308">甲</TextCode>', 'CTM="9e307 9e307 1 1 1"')),
    ).toBe('甲');
    const itself = {
      ...shell('<Page><Template TemplateID="5"/></Page>'),
      'D/Document.xml':
        '<Document><TemplatePage ID="5" BaseLoc="P.xml"/><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
    };
    expect((await extract(packageOf(itself), 'ofd')).pages).toHaveLength(1);
  });

  it('of too many pages, too much text or one large file named by every page is refused', async () => {
    const pagesOf = (count: number) =>
      `<Document><Pages>${'<Page ID="1" BaseLoc="P.xml"/>'.repeat(count)}</Pages></Document>`;
    const withPages = (count: number, content: string) =>
      packageOf({ ...shell(content), 'D/Document.xml': pagesOf(count) });
    await expect(extract(withPages(2_001, '<Page/>'), 'ofd')).rejects.toMatchObject({
      code: 'extraction.too_many_pages',
    });
    const long = codeTest(`<TextCode X="0" Y="5">${'字'.repeat(3_000)}</TextCode>`);
    await expect(extract(withPages(100, long), 'ofd')).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    const large = `<Page>${`<A B="${'x'.repeat(1_000)}"/>`.repeat(3_000)}</Page>`;
    await expect(extract(withPages(1_000, large), 'ofd')).rejects.toMatchObject({
      code: 'extraction.unpacks_too_large',
    });
  });
});
