import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';

const change = { id: 1, author: '办公室', date: '2014-05-06T00:00:00Z' };

const cellOf = (text: string, options: { span?: number; merge?: 'restart' | 'continue' } = {}) =>
  new TableCell({
    columnSpan: options.span,
    verticalMerge:
      options.merge && (options.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE),
    width: { size: 2000 * (options.span ?? 1), type: WidthType.DXA },
    children: [new Paragraph(text)],
  });

/** A letter with a list, made to have whatever Word has: merged cells, notes, header, footer, comment, changes. */
export function renderWordFeatures(): Promise<Buffer> {
  const list = new Table({
    width: { size: 8000, type: WidthType.DXA },
    columnWidths: [2000, 2000, 2000, 2000],
    rows: [
      new TableRow({
        children: [cellOf('序号'), cellOf('被反映人'), cellOf('反映的问题及金额', { span: 2 })],
      }),
      new TableRow({
        children: [
          cellOf('1', { merge: 'restart' }),
          cellOf('范明志'),
          cellOf('违规减免'),
          cellOf('96.5万元'),
        ],
      }),
      new TableRow({
        children: [cellOf('', { merge: 'continue' }), cellOf('罗启航'), cellOf(''), cellOf('3万元')],
      }),
      new TableRow({ children: [cellOf('2'), cellOf(''), cellOf('指定监理'), cellOf('')] }),
    ],
  });
  const letter = new Document({
    creator: '办公室',
    comments: {
      children: [
        {
          id: 0,
          author: '经办人',
          date: new Date(change.date),
          initials: '经',
          children: [new Paragraph('请核对金额')],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('见附件一')] } },
    endnotes: { 1: { children: [new Paragraph('见附件二')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('安澜县信访件')] }) },
        footers: { default: new Footer({ children: [new Paragraph('抄送：市巡察办')] }) },
        children: [
          new Paragraph('关于违规减免易地建设费的反映'),
          new Paragraph({
            children: [
              new TextRun('涉嫌收受'),
              new DeletedTextRun({ ...change, text: '五' }),
              new InsertedTextRun({ ...change, id: 2, text: '八' }),
              new TextRun('万元'),
              new FootnoteReferenceRun(1),
              new TextRun('，'),
              new CommentRangeStart(0),
              new TextRun('另有礼金'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new EndnoteReferenceRun(1),
              new TextRun('Abc é。'),
            ],
          }),
          list,
          new Paragraph({ children: [new TextRun('上一行'), new TextRun({ text: '下一行', break: 1 })] }),
          new Paragraph('二〇一四年五月六日'),
        ],
      },
    ],
  });
  return Packer.toBuffer(letter);
}

/** What every reader of that letter gives, whichever format it was saved in. */
export const wordFeatures = {
  text: [
    '安澜县信访件',
    '关于违规减免易地建设费的反映',
    '涉嫌收受八万元[1]，另有礼金[2]Abc é。',
    '序号\t被反映人\t反映的问题及金额',
    '1\t范明志\t违规减免\t96.5万元',
    '\t罗启航\t\t3万元',
    '2\t\t指定监理\t',
    '上一行',
    '下一行',
    '二〇一四年五月六日',
    '[1] 见附件一',
    '[2] 见附件二',
    '抄送：市巡察办',
  ].join('\n'),
  cells: [
    ['序号', '被反映人', '反映的问题及金额', '反映的问题及金额'],
    ['1', '范明志', '违规减免', '96.5万元'],
    ['1', '罗启航', '', '3万元'],
    ['2', '', '指定监理', ''],
  ],
  comments: ['请核对金额'],
};
