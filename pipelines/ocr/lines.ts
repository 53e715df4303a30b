import type { Page } from 'tesseract.js';
import type { RecognisedLine } from '../../domain/index.js';

export interface ReadLines {
  text: string;
  /** 0..1, mean over characters. */
  confidence: number;
  lines: RecognisedLine[];
}

/** The engine's tree of blocks as text, one line of print a line, with where each stands and how sure it is. */
export function collectLines(page: Pick<Page, 'blocks'>): ReadLines {
  const lines: RecognisedLine[] = [];
  let text = '';
  let sure = 0;
  let characters = 0;
  for (const line of (page.blocks ?? []).flatMap((b) => b.paragraphs).flatMap((p) => p.lines)) {
    const content = line.text.replace(/\s+$/u, '').replace(/^\s+/u, '');
    if (content === '') continue;
    if (text !== '') text += '\n';
    const start = text.length;
    text += content;
    const length = content.replace(/\s/gu, '').length;
    const confidence = confidenceOf(line.words);
    sure += confidence * length;
    characters += length;
    const { x0, y0, x1, y1 } = line.bbox;
    lines.push({ start, end: text.length, confidence, box: [x0, y0, x1, y1] });
  }
  return { text, confidence: characters === 0 ? 0 : sure / characters, lines };
}

/** Mean over the line's characters; the engine counts 0..100 and words of very different lengths alike. */
function confidenceOf(words: readonly { text: string; confidence: number }[]): number {
  let sum = 0;
  let characters = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    characters += word.text.length;
  }
  return characters === 0 ? 0 : Math.min(1, Math.max(0, sum / characters / 100));
}
