import type { PageImage } from '../../image.js';
import type { Point, Quad } from './sheet.js';

/**
 * The part of a picture inside four corners as the rectangle that it was before it was photographed, in
 * about the same resolution (Heckbert 1989: the projective mapping of a square onto a quadrilateral).
 */
export function flatten(image: PageImage, quad: Quad): PageImage {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const width = Math.max(1, Math.round((apart(topLeft, topRight) + apart(bottomLeft, bottomRight)) / 2));
  const height = Math.max(1, Math.round((apart(topLeft, bottomLeft) + apart(topRight, bottomRight)) / 2));
  const { a, b, c, d, e, f, g, h } = mapping(quad);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height;
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width;
      const scale = 1 / (g * u + h * v + 1);
      const value = sample(image, (a * u + b * v + c) * scale, (d * u + e * v + f) * scale);
      data[y * width + x] = value;
    }
  }
  return { width, height, data, dpi: image.dpi };
}

function mapping([p0, p1, p2, p3]: Quad) {
  const dx1 = p1[0] - p2[0];
  const dx2 = p3[0] - p2[0];
  const dy1 = p1[1] - p2[1];
  const dy2 = p3[1] - p2[1];
  const sumX = p0[0] - p1[0] + p2[0] - p3[0];
  const sumY = p0[1] - p1[1] + p2[1] - p3[1];
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / whole;
  const h = (dx1 * sumY - sumX * dy1) / whole;
  return {
    a: p1[0] - p0[0] + g * p1[0],
    b: p3[0] - p0[0] + h * p3[0],
    c: p0[0],
    d: p1[1] - p0[1] + g * p1[1],
    e: p3[1] - p0[1] + h * p3[1],
    f: p0[1],
    g,
    h,
  };
}

/** Bilinear; what lies outside is the nearest pixel. */
function sample({ width, height, data }: PageImage, px: number, py: number): number {
  const x = Math.min(Math.max(px - 0.5, 0), width - 1.001);
  const y = Math.min(Math.max(py - 0.5, 0), height - 1.001);
  const left = x | 0;
  const top = y | 0;
  const at = top * width + left;
  const across = x - left;
  const down = y - top;
  const upper = data[at]! * (1 - across) + data[at + 1]! * across;
  const lower = data[at + width]! * (1 - across) + data[at + width + 1]! * across;
  return upper * (1 - down) + lower * down;
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
