import type { PageImage } from '../../image.js';

/** What a number in a list consists of. */
export const FIGURES = '0123456789.,-/%';

/** Binary PGM: a header before the bytes as they are; the cheapest lossless form that the engine reads. */
export function pgmHeader({ width, height }: PageImage): Buffer {
  return Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
}
