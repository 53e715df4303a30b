import type { EngineLine } from '../lines.js';

/** Every kind of line that the engine tells apart. */
const lineKinds: ReadonlySet<string> = new Set(['ocr_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat']);
/** Where the page ends in what is written down of it; elements in it stand further in. */
const END_OF_PAGE = '\n  </div>\n';
const END = ' </body>';

type Word = EngineLine['words'][number];

/**
 * What tesseract writes with `tessedit_create_hocr`, `hocr_char_boxes` and `tessedit_create_txt` at once: the page in
 * hOCR (https://kba.github.io/hocr-spec/1.2/), and before its end the plain text, which alone knows the spaces.
 *
 * @throws {Error} where it is cut off.
 */
export function parseHocr(output: string): EngineLine[] {
  const middle = output.indexOf(END_OF_PAGE);
  const end = output.lastIndexOf(END);
  if (middle < 0 || end < middle) throw new Error('the engine was cut off');
  const lines: EngineLine[] = [];
  for (const [, kind, rest, content] of output
    .slice(0, middle)
    .matchAll(/<\w+ class='(\w+)'([^<>]*)>([^<]*)/g)) {
    const line = lines.at(-1);
    const word = line?.words.at(-1);
    if (lineKinds.has(kind!)) {
      const [x0, y0, x1, y1] = numbersAfter('bbox', rest!, 4);
      lines.push({ text: '', confidence: 0, words: [], bbox: { x0: x0!, y0: y0!, x1: x1!, y1: y1! } });
    } else if (kind === 'ocrx_word' && line)
      line.words.push({ text: '', confidence: numbersAfter('x_wconf', rest!, 1)[0]!, symbols: [] });
    else if (kind === 'ocrx_cinfo' && word) {
      const text = plainOf(content!);
      word.text += text;
      word.symbols.push({ text, confidence: numbersAfter('x_conf', rest!, 1)[0]! });
    }
  }
  const texts = output
    .slice(middle + END_OF_PAGE.length, end)
    .split('\n')
    .filter((text) => text.trim() !== '');
  return withTexts(lines, texts);
}

function withTexts(lines: readonly EngineLine[], texts: readonly string[]): EngineLine[] {
  let next = 0;
  return lines.flatMap((line) => {
    const bare = line.words.map(({ text }) => text).join('');
    if (bare.trim() === '') return [];
    const text = texts[next];
    const isSame = text !== undefined && text.replace(/\s/gu, '') === bare.replace(/\s/gu, '');
    if (isSame) next++;
    return [{ ...line, text: isSame ? text : bare, confidence: meanOf(line.words) }];
  });
}

function meanOf(words: readonly Word[]): number {
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}

function numbersAfter(name: string, title: string, count: number): number[] {
  const at = title.indexOf(`${name} `);
  const words = at < 0 ? [] : title.slice(at + name.length + 1).split(/[ ;'"]/, count);
  return Array.from({ length: count }, (_, i) => Number(words[i]) || 0);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plainOf(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!);
}
