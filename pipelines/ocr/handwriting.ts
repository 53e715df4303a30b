import type { PageImage } from '../image.js';
import type { ReadLines } from './lines.js';

/** Print, even a worn fax, is read with 0.8 and more; written lines stay far below. */
const UNSURE = 0.6;
/** This share of a page's characters in unsure lines, and the page as a whole is unsure. */
const MOST_UNSURE = 0.6;
/** Fewer characters than this show no hand. */
const LEAST_CHARACTERS = 12;
/** About a character of a prepared page. */
const WINDOW = 28;
const INK_BELOW = 170;
/**
 * In parts of a character. Print stands on its line and reaches equally high: 0 to 0.04 on clean pages, faxes and
 * photographs, and on noise; hands begin at 0.1.
 */
const UNEVEN = 0.085;

/** Whether the lines that were read are a hand's: the engine is unsure of them, and they do not stand even. */
export function looksHandwritten(page: PageImage, { text, lines }: ReadLines): boolean {
  if (text.replace(/\s/gu, '').length < LEAST_CHARACTERS) return false;
  return unsureShare({ lines }) >= MOST_UNSURE && unevenness(page, lines) >= UNEVEN;
}

function unsureShare({ lines }: Pick<ReadLines, 'lines'>): number {
  let unsure = 0;
  let all = 0;
  for (const { start, end, confidence } of lines) {
    all += end - start;
    if (confidence < UNSURE) unsure += end - start;
  }
  return all === 0 ? 0 : unsure / all;
}

/**
 * How far the lower and upper edges of neighbouring characters differ along a line: the median over the page of
 * what stands beside each other, as a part of a character's height.
 */
function unevenness({ width, height, data }: PageImage, lines: ReadLines['lines']): number {
  const steps: number[] = [];
  for (const { box } of lines) {
    const [left, top, right, bottom] = box;
    const reach = Math.round(WINDOW / 3);
    let before: { top: number; bottom: number } | null = null;
    for (let x = left; x + WINDOW <= right; x += WINDOW) {
      const edges = inkEdges(Math.max(0, top - reach), Math.min(height, bottom + reach), x);
      if (edges && before)
        steps.push(Math.abs(edges.top - before.top), Math.abs(edges.bottom - before.bottom));
      before = edges;
    }
  }
  if (steps.length === 0) return 0;
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1]! / WINDOW;

  function inkEdges(from: number, to: number, x: number): { top: number; bottom: number } | null {
    let [first, last] = [-1, -1];
    for (let y = from; y < to; y++) {
      for (let i = x; i < Math.min(width, x + WINDOW); i++) {
        if (data[y * width + i]! >= INK_BELOW) continue;
        if (first < 0) first = y;
        last = y;
        break;
      }
    }
    // Commas and level strokes say nothing about the height of characters.
    return last - first < WINDOW * 0.5 ? null : { top: first, bottom: last };
  }
}
