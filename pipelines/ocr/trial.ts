import type { PageImage } from '../image.js';

/** From one end to the other, across and down, on a grid of ten by ten. */
type Bar = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** Characters of level and upright bars alone, which can be drawn without a font. */
// biome-ignore format: a character a line
const characters: Readonly<Record<string, readonly Bar[]>> = {
  上: [[5, 0, 5, 9], [5, 4, 9, 4], [0, 9, 10, 9]],
  王: [[1, 1, 9, 1], [1, 5, 9, 5], [0, 9, 10, 9], [5, 1, 5, 9]],
  日: [[2, 1, 8, 1], [2, 5, 8, 5], [2, 9, 8, 9], [2, 1, 2, 9], [8, 1, 8, 9]],
  田: [[1, 1, 9, 1], [1, 5, 9, 5], [1, 9, 9, 9], [1, 1, 1, 9], [9, 1, 9, 9], [5, 1, 5, 9]],
  中: [[1, 2, 9, 2], [1, 6, 9, 6], [1, 2, 1, 6], [9, 2, 9, 6], [5, 0, 5, 10]],
};
/** What stands on the page of trial. */
export const trialText = Object.keys(characters).join('');

/** In pixels: what the engine reads best. */
const SIDE = 36;
const STROKE = 3;
const GAP = 6;
const MARGIN = 40;

/** A page that every engine reads without an error, so that one which does not is known for broken. */
export function drawTrialPage(): PageImage {
  const width = 2 * MARGIN + trialText.length * (SIDE + GAP);
  const height = 2 * MARGIN + SIDE + STROKE;
  const data = new Uint8Array(width * height).fill(255);
  for (const [i, bars] of Object.values(characters).entries()) {
    const left = MARGIN + i * (SIDE + GAP);
    const at = (place: number) => Math.round((place * SIDE) / 10);
    for (const [fromX, fromY, toX, toY] of bars)
      for (let y = MARGIN + at(fromY); y < MARGIN + at(toY) + STROKE; y++)
        data.fill(0, y * width + left + at(fromX), y * width + left + at(toX) + STROKE);
  }
  return { width, height, data, dpi: 300 };
}
