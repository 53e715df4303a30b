import { describe, expect, it } from '@jest/globals';
import {
  cell,
  paragraph,
  row,
  run,
  table,
  textBox,
  wordPart,
  wordParts,
} from '../../../../samples/rendering/word-xml.js';
import { extract } from '../../extractions.js';
import { zipOf } from '../files.js';
import { cellsOf, rowNumbers } from '../tables.js';

const read = (body: string, further: Readonly<Record<string, string | Uint8Array>> = {}) =>
  extract(zipOf(wordParts(body, further)), 'docx');
const textOf = async (body: string, further = {}) => (await read(body, further)).pages[0]!.text;

describe('docx tables', () => {
  it('stand with their cells in place, merged ones in every row and column they take', async () => {
    const body =
      paragraph(run('问题线索移交清单')) +
      table(
        row(cell('序号'), cell('被反映人'), cell('反映问题及金额', '<w:gridSpan w:val="2"/>')),
        row(cell('1', '<w:vMerge w:val="restart"/>'), cell('范明志'), cell('违规减免'), cell('96.5万元')),
        row(cell('', '<w:vMerge/>'), cell('罗启航'), cell(''), cell('')),
        row(cell(''), cell(''), cell(''), cell('')),
        row(cell('2'), cell(''), cell('指定监理'), cell('')),
      ) +
      paragraph(run('移交人'));
    const [page] = (await read(body)).pages;
    expect(page!.text).toBe(
      '问题线索移交清单\n序号\t被反映人\t反映问题及金额\n1\t范明志\t违规减免\t96.5万元\n\t罗启航\t\t\n2\t\t指定监理\t\n移交人',
    );
    expect(cellsOf(page!)).toEqual([
      ['序号', '被反映人', '反映问题及金额', '反映问题及金额'],
      ['1', '范明志', '违规减免', '96.5万元'],
      ['1', '罗启航', '', ''],
      ['2', '', '指定监理', ''],
    ]);
    expect(rowNumbers(page!)).toEqual([1, 2, 3, 5]);
  });

  it('in a cell are read as its paragraphs, and two tables are two', async () => {
    const inner = `<w:tc>${paragraph(run('外'))}${table(row(cell('内一'), cell('内二')))}${paragraph('')}</w:tc>`;
    const [page] = (await read(table(row(inner, cell('右'))) + paragraph('') + table(row(cell('乙'))))).pages;
    expect(page!.text).toBe('外 内一 内二\t右\n乙');
    expect([cellsOf(page!, 0), cellsOf(page!, 1)]).toEqual([[['外 内一 内二', '右']], [['乙']]]);
  });
});

describe('docx text', () => {
  it('has a text box once, behind the paragraph it is anchored in', async () => {
    const box = textBox(paragraph(run('密级：内部')) + table(row(cell('编号'), cell('7'))));
    const [page] = (await read(paragraph(run('关于') + box + run('的函')) + paragraph(run('正文')))).pages;
    expect(page!.text).toBe('关于的函\n密级：内部\n编号\t7\n正文');
    expect(cellsOf(page!)).toEqual([['编号', '7']]);
  });

  it('takes tracked changes as accepted', async () => {
    const body =
      paragraph(
        `${run('收受')}<w:del><w:r><w:delText>5万</w:delText></w:r></w:del><w:ins>${run('8万')}</w:ins>${run('元')}`,
      ) +
      paragraph(`<w:moveFrom>${run('移走的')}</w:moveFrom><w:moveTo>${run('移来的')}</w:moveTo>`) +
      paragraph(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('段落标记')}`) +
      paragraph(run('已删'));
    expect(await textOf(body)).toBe('收受8万元\n移来的\n段落标记已删');
  });

  it('writes headers once before and footers once behind the text, page numbers not at all', async () => {
    const text = await textOf(paragraph(run('正文')), {
      header1: wordPart('hdr', paragraph(run('安澜县信访件'))),
      header2: wordPart('hdr', paragraph(run('安澜县信访件'))),
      header3: wordPart('hdr', paragraph(run('续页'))),
      footer1: wordPart('ftr', paragraph(run('- 1 -'))),
      footer2: wordPart('ftr', paragraph(run('抄送：市巡察办'))),
    });
    expect(text).toBe('安澜县信访件\n续页\n正文\n抄送：市巡察办');
  });

  it('writes notes behind the text, numbered in their order, and keeps comments apart', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(run(text))}</w:${kind}>`;
    const { parts, pages } = await read(
      paragraph(`${run('减免')}${reference('endnote', 3)}${run('与缓缴')}${reference('footnote', 2)}`),
      {
        footnotes: wordPart(
          'footnotes',
          `<w:footnote w:type="separator" w:id="0">${paragraph(run('——'))}</w:footnote>${note('footnote', 2, '见附件二')}`,
        ),
        endnotes: wordPart('endnotes', note('endnote', 3, '见附件一')),
        comments: wordPart('comments', `<w:comment w:id="0">${paragraph(run('请核对金额'))}</w:comment>`),
      },
    );
    expect(pages[0]!.text).toBe('减免[1]与缓缴[2]\n[1] 见附件一\n[2] 见附件二');
    expect(parts[0].comments).toEqual(['请核对金额']);
  });

  it('leaves out instructions and readings, and keeps ticks', async () => {
    const body = paragraph(
      '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' +
        '<w:r><w:instrText>HYPERLINK "http://example.invalid"</w:instrText></w:r>' +
        `<w:ruby><w:rubyPr/><w:rt>${run('jiǎn')}</w:rt><w:rubyBase>${run('减')}</w:rubyBase></w:ruby>` +
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
        '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>' +
        `${run('以缴代建')}<w:r><w:tab/></w:r>${run('二')}`,
    );
    expect(await textOf(body)).toBe('减☑□以缴代建\t二');
  });
});

describe('files in a docx', () => {
  it('are its members, and pictures where there is no text', async () => {
    const chunk = Buffer.from('举报信附件');
    const { parts, pages } = await read(paragraph(run('见附件')), {
      'afchunk/a.txt': chunk,
      'embeddings/inner.docx': zipOf(wordParts(paragraph(run('里面的信')))),
      'media/logo.png': Buffer.from('no picture at all'),
    });
    expect(parts.map(({ member, format }) => [member, format])).toEqual([
      [null, 'docx'],
      ['a.txt', 'text'],
      ['inner.docx', 'docx'],
    ]);
    expect(pages.map(({ text }) => text)).toEqual(['见附件', '举报信附件', '里面的信']);
    const scans = await read(paragraph(''), { 'media/image1.jpeg': Buffer.from('no picture at all') });
    expect(scans.parts.map(({ member }) => member)).toEqual([null, 'image1.jpeg']);
  });
});

describe('Word documents in one XML file', () => {
  it('are read: Word 2003', async () => {
    const body =
      paragraph(
        run('二〇〇三年的信') +
          '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r></aml:content></aml:annotation>',
      ) +
      table(
        row(cell('甲', '<w:vmerge w:val="restart"/>'), cell('一')),
        row(cell('', '<w:vmerge/>'), cell('二')),
      ) +
      `<w:sectPr><w:hdr w:type="odd">${paragraph(run('页眉'))}</w:hdr></w:sectPr>`;
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="aml"><w:body>${body}</w:body></w:wordDocument>`;
    const { parts, pages } = await extract(Buffer.from(xml), 'doc');
    expect(parts[0]).toMatchObject({ format: 'docx', flags: ['wrong_extension'] });
    expect(pages[0]!.text).toBe('页眉\n二〇〇三年的信\n甲\t一\n\t二');
    expect(cellsOf(pages[0]!)).toEqual([
      ['甲', '一'],
      ['甲', '二'],
    ]);
  });
});

describe('hostile docx', () => {
  it('ends in a defined error in bounded time', async () => {
    const started = performance.now();
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(100_000);
    await expect(read(deep)).rejects.toMatchObject({ code: 'extraction.damaged' });
    const wide = table(
      row(...Array.from({ length: 20_000 }, () => cell('甲', '<w:gridSpan w:val="99999999"/>'))),
    );
    await expect(read(wide)).rejects.toMatchObject({ code: 'extraction.too_much_text' });
    const notes = paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>')
      .repeat(60_000)
      .replace(/id="1"/g, () => `id="${Math.random()}"`);
    await expect(read(notes)).rejects.toMatchObject({ code: 'extraction.too_much_text' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('automatic numbers of paragraphs', () => {
  const level = (at: number, format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = (levels: string, overrides = '') =>
    `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>${overrides}</w:num></w:numbering>`;
  const listed = (text: string, list: number, at = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${text && run(text)}</w:p>`;
  const numbered = (body: string, numbering: string, styles = '') =>
    textOf(body, { numbering, ...(styles && { styles }) });
  const two = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '（%2）');

  it('stand before their paragraphs, level by level', async () => {
    const body =
      listed('收受现金', 1) +
      listed('两万元', 1, 1) +
      listed('三万元', 1, 1) +
      listed('', 1) +
      listed('公款旅游', 1) +
      listed('七月', 1, 1);
    expect(await numbered(body, lists(two))).toBe(
      '一、收受现金\n（1）两万元\n（2）三万元\n三、公款旅游\n（1）七月',
    );
  });

  it('go on in another list of the same scheme, or begin anew where it says so', async () => {
    const body = listed('甲', 1) + listed('乙', 2) + listed('丙', 2);
    expect(await numbered(body, lists(two))).toBe('一、甲\n二、乙\n三、丙');
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    expect(await numbered(body, lists(two, anew))).toBe('一、甲\n一、乙\n二、丙');
  });

  it('come from the style, and zero takes them away', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    const styled = (text: string, own = '') =>
      `<w:p><w:pPr><w:pStyle w:val="b"/>${own}</w:pPr>${run(text)}</w:p>`;
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(await numbered(styled('一事') + styled('闲话', none) + styled('二事'), lists(two), styles)).toBe(
      '一、一事\n闲话\n二、二事',
    );
  });

  it.each([
    ['decimalEnclosedCircle', '%1', '③ 事'],
    ['upperRoman', '%1.', 'III.事'],
    ['lowerLetter', '(%1)', '(c)事'],
    ['ideographTraditional', '%1、', '丙、事'],
    ['bullet', '\uf0b7', '事'],
    ['none', '%1', '事'],
  ])('are written as %s', async (format, text, expected) => {
    expect(await numbered(listed('事', 1), lists(level(0, format, text, 3)))).toBe(expected);
  });

  it.each([
    [11, '十一、'],
    [20, '二十、'],
    [101, '一百〇一、'],
    [110, '一百一十、'],
    [9999, '九千九百九十九、'],
  ])('%d is %s', async (start, expected) => {
    const text = await numbered(listed('事', 1), lists(level(0, 'chineseCounting', '%1、', start)));
    expect(text).toBe(`${expected}事`);
  });
});
