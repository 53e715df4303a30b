import type { PageImage } from '../../image.js';

/** Every so many rows and columns are looked at: the grain of a page is the same everywhere. */
const STEP = 3;

/**
 * The grain of a page in greys: about the standard deviation of what its neighbours do not explain (Immerkær 1996,
 * by the median instead of the mean, so that letters do not count). 0 on a page drawn by a machine.
 */
export function grainOf({ width, height, data }: PageImage): number {
  const histogram = new Uint32Array(2041);
  let count = 0;
  for (let y = 1; y < height - 1; y += STEP) {
    for (let x = 1; x < width - 1; x += STEP) {
      const at = y * width + x;
      const corners =
        data[at - width - 1]! + data[at - width + 1]! + data[at + width - 1]! + data[at + width + 1]!;
      const sides = data[at - width]! + data[at - 1]! + data[at + 1]! + data[at + width]!;
      histogram[Math.min(Math.abs(4 * data[at]! - 2 * sides + corners), 2040)]!++;
      count++;
    }
  }
  let median = 0;
  for (let seen = histogram[0]!; seen < count / 2; seen += histogram[median]!) median++;
  // The response to grain of one grey has a deviation of six, and its median is 0.6745 of that.
  return median / (6 * 0.6745);
}
