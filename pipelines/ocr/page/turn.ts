import type { PageImage } from '../../image.js';

/** Quarter turns clockwise. */
export type Turns = 1 | 2 | 3;

/** The page turned clockwise by so many quarters. */
export function turnPage({ width, height, data, dpi }: PageImage, turns: Turns): PageImage {
  const out = new Uint8Array(data.length);
  if (turns === 2) {
    for (let i = 0; i < data.length; i++) out[data.length - 1 - i] = data[i]!;
    return { width, height, data: out, dpi };
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = turns === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[at] = data[y * width + x]!;
    }
  }
  return { width: height, height: width, data: out, dpi };
}

/** Pixels of a prepared page: some twenty lines of twenty characters. */
const SAMPLE = 720;
const INK_BELOW = 170;

/** The square of a prepared page with the most ink on it: enough to tell how well it reads. */
export function mostInked(page: PageImage): PageImage {
  const [width, height] = [Math.min(SAMPLE, page.width), Math.min(SAMPLE, page.height)];
  let best = { ink: -1, left: 0, top: 0 };
  for (const top of places(page.height, height))
    for (const left of places(page.width, width)) {
      let ink = 0;
      for (let y = top; y < top + height; y += 4)
        for (let x = left; x < left + width; x += 4) if (page.data[y * page.width + x]! < INK_BELOW) ink++;
      if (ink > best.ink) best = { ink, left, top };
    }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (best.top + y) * page.width + best.left;
    data.set(page.data.subarray(from, from + width), y * width);
  }
  return { width, height, data, dpi: page.dpi };
}

/** Where windows of a length begin that cover a side by halves. */
function places(side: number, window: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + window < side; at += window >> 1) found.push(at);
  return [...found, side - window];
}
