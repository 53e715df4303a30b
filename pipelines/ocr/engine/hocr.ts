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

/** Lines or texts that may differ in a row, and those behind them are still found again. */
const MOST_STRAY = 6;
/** How many lines and how many texts to pass over, the fewest first, and as many of both before more of one. */
const steps = Array.from({ length: (MOST_STRAY + 1) ** 2 }, (_, i) => {
  return [Math.floor(i / (MOST_STRAY + 1)), i % (MOST_STRAY + 1)] as const;
}).sort((a, b) => a[0] + a[1] - b[0] - b[1] || Math.abs(a[0] - a[1]) - Math.abs(b[0] - b[1]));

/** Each line gets its text, by the order of both; one for which there is none is what its characters are. */
function withTexts(lines: readonly EngineLine[], texts: readonly string[]): EngineLine[] {
  const written = lines.flatMap((line) => {
    const text = line.words.map(({ text }) => text).join('');
    return text.trim() === '' ? [] : [{ ...line, text, confidence: meanOf(line.words) }];
  });
  const ours = written.map(({ text }) => bareOf(text));
  const theirs = texts.map(bareOf);
  let [at, next] = [0, 0];
  while (at < ours.length && next < theirs.length) {
    const found = steps.find(([a, b]) => ours[at + a] !== undefined && ours[at + a] === theirs[next + b]);
    if (found) {
      at += found[0];
      next += found[1];
      written[at]!.text = texts[next]!;
    }
    at += 1;
    next += 1;
  }
  return written;
}

function bareOf(text: string): string {
  return text.replace(/\s/gu, '');
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
