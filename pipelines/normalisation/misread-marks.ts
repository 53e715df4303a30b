import type { Glyph } from './glyphs.js';

const han = /\p{Script=Han}/u;
const digit = /\d/;
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
/** Misread for the figure 1, where a figure has to stand. */
const strokes = new Set([']', '|', 'l', 'I', '］']);
const afterFigure = /[\d年月日万元号.]/u;
const beforeFigure = /[\d年月]/u;
const hanFigure = /[〇零一二三四五六七八九]/u;
const yearInBrackets = /[（(〔[【{〖] {0,2}((?:19|20)\d{2}) {0,2}[)）〕\]】}〗]/gu;

/**
 * Puts right the marks that recognition misreads by rule, one for one: ASCII punctuation beside a Chinese
 * character was printed in full width; a stroke among figures is a 1 (6]万元, 2018年]月); the brackets of a
 * document number are 〔〕 (机关公文格式 GB/T 9704); a Latin O between Chinese figures is their zero (二O一七年). Letters and figures are never guessed otherwise.
 */
export function repairMarks(glyphs: readonly Glyph[]): Glyph[] {
  const out = glyphs.map((glyph, i) => ({ ...glyph, text: repaired(glyphs, i) }));
  const text = out.map((glyph) => (glyph.text.length === 1 ? glyph.text : '\u0000')).join('');
  for (const match of text.matchAll(yearInBrackets)) {
    const end = match.index + match[0].length;
    if (!/^[j)\]〕]? {0,2}第? {0,2}\d{1,4} {0,2}号/u.test(text.slice(end, end + 14))) continue;
    out[match.index]!.text = '〔';
    out[end - 1]!.text = '〕';
  }
  return out;
}

function repaired(glyphs: readonly Glyph[], index: number): string {
  const { text } = glyphs[index]!;
  if (text === 'O' || text === 'o') {
    const figures = [index - 1, index + 1].every(
      (at) => hanFigure.test(glyphs[at]?.text ?? '') || isO(glyphs[at]),
    );
    return figures && (hanFigure.test(glyphs[index - 1]!.text) || hanFigure.test(glyphs[index + 1]!.text))
      ? '〇'
      : text;
  }
  const wide = fullWidth[text];
  if (wide === undefined && !strokes.has(text)) return text;
  const before = neighbour(glyphs, index, -1);
  const after = neighbour(glyphs, index, 1);
  if (wide !== undefined) return han.test(before) || (han.test(after) && before !== '') ? wide : text;
  if (!beforeFigure.test(before) || !afterFigure.test(after)) return text;
  if (!digit.test(before) && !digit.test(after) && !/[月日]/u.test(after)) return text;
  // A closing bracket with its opening one is a bracket.
  const opened = glyphs.slice(Math.max(0, index - 12), index).some((glyph) => /[[［(（〔]/u.test(glyph.text));
  return opened ? text : '1';
}

const isO = (glyph: Glyph | undefined) => glyph?.text === 'O' || glyph?.text === 'o';

/** The next glyph that is no space; '' at the end of the line. */
function neighbour(glyphs: readonly Glyph[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (glyphs[at]?.text === ' ') at += step;
  const text = glyphs[at]?.text ?? '';
  return text === '\n' ? '' : text;
}
