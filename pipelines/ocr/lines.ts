import type { RecognisedLine } from '../../domain/index.js';

/** A line as the engine gives it; confidences from 0 to 100, the box in pixels. */
export interface EngineLine {
  text: string;
  confidence: number;
  bbox: { x0: number; y0: number; x1: number; y1: number };
  words: { text: string; confidence: number; symbols: { text: string; confidence: number }[] }[];
}

/** A line of print with how sure each of its characters is. */
export type ReadLine = RecognisedLine & { sureness: number[] };

export interface ReadLines {
  text: string;
  /** 0..1, mean over characters. */
  confidence: number;
  lines: ReadLine[];
}

/** Its characters are UTF-16 units: the engine knows none outside the basic plane. */
export type LineOfPrint = Pick<ReadLine, 'confidence' | 'box' | 'sureness'> & { text: string };

/** The engine's lines as lines of print, each with where it stands and how sure it is. */
export function collectLines(read: readonly EngineLine[]): LineOfPrint[] {
  return read.flatMap((line) => {
    const text = line.text.trim();
    if (text === '') return [];
    const { x0, y0, x1, y1 } = line.bbox;
    return [
      {
        text,
        confidence: confidenceOf(line.words),
        box: [x0, y0, x1, y1],
        sureness: surenessOf(text, line),
      },
    ];
  });
}

/** One text, a line of print a line. */
export function joinLines(print: readonly LineOfPrint[]): ReadLines {
  const lines: ReadLine[] = [];
  let text = '';
  let sure = 0;
  let characters = 0;
  for (const { text: content, ...line } of print) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += content;
    const length = content.replace(/\s/gu, '').length;
    sure += line.confidence * length;
    characters += length;
    lines.push({ start, end: text.length, ...line });
  }
  return { text, confidence: characters === 0 ? 0 : sure / characters, lines };
}

/** 0..1 for each unit of the line's text; spaces are sure. */
function surenessOf(text: string, line: EngineLine): number[] {
  const symbols = line.words.flatMap((word) => word.symbols);
  const sureness: number[] = [];
  let next = 0;
  while (sureness.length < text.length) {
    const symbol = symbols[next];
    const at = sureness.length;
    if (/\s/u.test(text[at]!)) {
      sureness.push(1);
    } else if (symbol && symbol.text !== '' && text.startsWith(symbol.text, at)) {
      for (let i = 0; i < symbol.text.length; i++) sureness.push(share(symbol.confidence));
      next++;
    } else if (symbol && symbols[next + 1] && text.startsWith(symbols[next + 1]!.text, at)) {
      next++;
    } else {
      sureness.push(share(line.confidence));
    }
  }
  return sureness.slice(0, text.length);
}

/** Mean over the line's characters; the engine counts 0..100 and words of very different lengths alike. */
function confidenceOf(words: readonly { text: string; confidence: number }[]): number {
  let sum = 0;
  let characters = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    characters += word.text.length;
  }
  return characters === 0 ? 0 : share(sum / characters);
}

const share = (percent: number) => Math.round(Math.min(100, Math.max(0, percent))) / 100;
