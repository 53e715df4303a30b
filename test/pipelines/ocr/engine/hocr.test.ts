import { describe, expect, it } from '@jest/globals';
import { parseHocr } from '../../../../pipelines/ocr/engine/hocr.js';

const character = (text: string, sure: number) =>
  `       <span class='ocrx_cinfo' title='x_bboxes 1 2 3 4; x_conf ${sure}'>${text}</span>`;
const word = (sure: number, ...characters: string[]) =>
  [
    `      <span class='ocrx_word' id='word_1_1' title='bbox 1 2 3 4; x_wconf ${sure}'>`,
    ...characters,
    '      </span>',
  ].join('\n');
const line = (kind: string, box: string, ...words: string[]) =>
  [
    `     <span class='${kind}' id='line_1_1' title="bbox ${box}; baseline 0 -1; x_size 33.9">`,
    ...words,
    '     </span>',
  ].join('\n');
const page = (lines: string[], texts: string) =>
  [
    "<html>\n <body>\n  <div class='ocr_page' id='page_1' title='image \"stdin\"; bbox 0 0 90 90'>",
    ...lines,
    `  </div>\n${texts} </body>\n</html>\n`,
  ].join('\n');

const two = [
  line(
    'ocr_header',
    '10 20 30 40',
    word(90, character('甲', 99.5), character('&lt;', 80)),
    word(70, character('乙', 60.25)),
  ),
  line('ocr_line', '10 50 30 70', word(50, character('1', 50))),
];

describe('what tesseract writes down', () => {
  it('is lines with their spaces, words, characters and places', () => {
    expect(parseHocr(page(two, '甲< 乙\n\n1\n'))).toEqual([
      {
        text: '甲< 乙',
        confidence: 80,
        bbox: { x0: 10, y0: 20, x1: 30, y1: 40 },
        words: [
          {
            text: '甲<',
            confidence: 90,
            symbols: [
              { text: '甲', confidence: 99.5 },
              { text: '<', confidence: 80 },
            ],
          },
          { text: '乙', confidence: 70, symbols: [{ text: '乙', confidence: 60.25 }] },
        ],
      },
      {
        text: '1',
        confidence: 50,
        bbox: { x0: 10, y0: 50, x1: 30, y1: 70 },
        words: [{ text: '1', confidence: 50, symbols: [{ text: '1', confidence: 50 }] }],
      },
    ]);
  });

  it('stays what its characters are where the text beside them is another', () => {
    const lines = [two[0]!, line('ocr_line', '1 1 2 2', word(95, character(' ', 95))), two[1]!];
    expect(parseHocr(page(lines, '1\n')).map(({ text }) => text)).toEqual(['甲<乙', '1']);
  });

  it('keeps the spaces of the lines behind and around one that differs from its text', () => {
    const written = (...characters: string[]) =>
      line(
        'ocr_line',
        '1 1 2 2',
        ...characters.map((c) => word(95, ...[...c].map((one) => character(one, 95)))),
      );
    const read = (lines: string[], texts: string) =>
      parseHocr(
        page(
          lines.map((l) => written(...l.split(' '))),
          texts,
        ),
      ).map(({ text }) => text);
    // In the first line, in a middle one, in two that follow each other, and in the last.
    expect(read(['甲 乙', '1 2', '3 4'], '甲X 乙\n1 2\n3 4\n')).toEqual(['甲乙', '1 2', '3 4']);
    expect(read(['1 2', '甲 乙', '3 4'], '1 2\n甲X 乙\n3 4\n')).toEqual(['1 2', '甲乙', '3 4']);
    expect(read(['甲 乙', '丙 丁', '3 4'], '甲X\n丙X\n3 4\n')).toEqual(['甲乙', '丙丁', '3 4']);
    expect(read(['1 2', '甲 乙'], '1 2\n甲X 乙\n')).toEqual(['1 2', '甲乙']);
    // Where the text has a line more, or one less.
    expect(read(['1 2', '3 4'], '1 2\nX\n3 4\n')).toEqual(['1 2', '3 4']);
    expect(read(['1 2', '甲 乙', '3 4'], '1 2\n3 4\n')).toEqual(['1 2', '甲乙', '3 4']);
    // The same line twice, the first of them lost in the text.
    expect(read(['1 2', '甲 乙', '1 2'], '1X\n甲 乙\n1 2\n')).toEqual(['12', '甲 乙', '1 2']);
  });

  it('may quote its own marks', () => {
    const tags = [
      line(
        'ocr_line',
        '1 1 2 2',
        word(95, ...[...'</body>'].map((c) => character(c.replace('<', '&lt;').replace('>', '&gt;'), 95))),
      ),
    ];
    expect(parseHocr(page(tags, ' </body>\n')).map(({ text }) => text.trim())).toEqual(['</body>']);
  });

  it('is an empty page without lines, and refused where it is cut off', () => {
    expect(parseHocr(page([], ''))).toEqual([]);
    const whole = page(two, '甲< 乙\n1\n');
    for (const cut of ['', whole.slice(0, 200), whole.slice(0, whole.indexOf(' </body>'))])
      expect(() => parseHocr(cut)).toThrow('cut off');
  });

  it('is read in time that grows with its length', () => {
    const hostile = `${"<a class='ocr_line'".repeat(20_000)}\n  </div>\n </body>`;
    const from = performance.now();
    expect(parseHocr(hostile)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(500);
  });
});
