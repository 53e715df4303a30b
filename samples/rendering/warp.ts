import type { GreyPage } from './paper-image.js';

type Corner = readonly [x: number, y: number];

/**
 * Lays a page onto a canvas so that its corners (left top, right top, right bottom, left bottom) fall on
 * the given ones, with bilinear sampling. Canvas pixels outside the page are -1.
 */
export function warp(
  page: GreyPage,
  width: number,
  height: number,
  corners: readonly Corner[],
): Float32Array {
  const back = invert(squareTo(corners));
  const canvas = new Float32Array(width * height).fill(-1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const w = back[6]! * x + back[7]! * y + back[8]!;
      const u = ((back[0]! * x + back[1]! * y + back[2]!) / w) * (page.width - 1);
      const v = ((back[3]! * x + back[4]! * y + back[5]!) / w) * (page.height - 1);
      if (u < 0 || v < 0 || u >= page.width - 1 || v >= page.height - 1) continue;
      const left = Math.floor(u);
      const top = Math.floor(v);
      const at = top * page.width + left;
      const fx = u - left;
      const fy = v - top;
      canvas[y * width + x] =
        (page.data[at]! * (1 - fx) + page.data[at + 1]! * fx) * (1 - fy) +
        (page.data[at + page.width]! * (1 - fx) + page.data[at + page.width + 1]! * fx) * fy;
    }
  }
  return canvas;
}

/** The projective map of the unit square to four corners (Heckbert 1989), row by row. */
function squareTo(corners: readonly Corner[]): number[] {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners as [Corner, Corner, Corner, Corner];
  const dx1 = x1 - x2;
  const dx2 = x3 - x2;
  const dy1 = y1 - y2;
  const dy2 = y3 - y2;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

/** The inverse of a 3×3 matrix up to its scale, which a projective map does not need. */
function invert(m: number[]): number[] {
  const [a, b, c, d, e, f, g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}
