import type { PageImage } from '../image.js';
import { inkThreshold, shrink } from './ink.js';

/** Skew is looked for on a page about this wide. */
const SKEW_WIDTH = 900;
const MAX_SKEW = 8;
const MAX_POINTS = 60_000;
/** A page whose lines are this much sharper at an angle is really at that angle. */
const SURE_GAIN = 1.05;

/** Places of ink on a page made smaller, for projections. */
interface Ink {
  xs: Int32Array;
  ys: Int32Array;
  width: number;
  height: number;
}

/**
 * The angle in degrees by which the lines of text run down to the right (clockwise skew), −8…8, from the
 * projection profile: rows of ink and rows of paper alternate most sharply along the lines.
 */
export function estimateSkew(image: PageImage): number {
  const small = shrink(image, Math.max(1, Math.floor(image.width / SKEW_WIDTH)));
  const ink = findInk(small, MAX_POINTS);
  if (ink.xs.length < 200) return 0;
  const level = sharpness(ink, 0);
  let best = { angle: 0, value: level };
  const tryAngle = (angle: number) => {
    const value = sharpness(ink, angle);
    if (value > best.value) best = { angle, value };
  };
  for (let angle = -MAX_SKEW; angle <= MAX_SKEW; angle += 0.25) tryAngle(angle);
  const coarse = best.angle;
  for (let step = -5; step <= 5; step++) tryAngle(coarse + step / 20);
  return best.value > level * SURE_GAIN ? best.angle : 0;
}

/** Lower edges of ink only: they lie on the lines, while the insides of characters blur the profile. */
function findInk(image: PageImage, most: number): Ink {
  const { width, height, data } = image;
  const threshold = inkThreshold(image);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (data[at]! <= threshold && data[at + width]! > threshold) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  const step = Math.max(1, Math.ceil(xs.length / most));
  const sample = (values: number[]) => Int32Array.from(values.filter((_, i) => i % step === 0));
  return { xs: sample(xs), ys: sample(ys), width, height };
}

function sharpness(ink: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * ink.width) + 1;
  const histogram = new Float64Array(ink.height + 2 * shift);
  for (let i = 0; i < ink.xs.length; i++) {
    histogram[Math.round(ink.ys[i]! - ink.xs[i]! * slope) + shift]!++;
  }
  let sum = 0;
  for (let i = 1; i < histogram.length; i++) sum += (histogram[i]! - histogram[i - 1]!) ** 2;
  return sum;
}

/** Text is looked at in upright strips, so that columns, tables and rests of skew do not join lines. */
const STRIPS = 10;
const LEAST_HEIGHT = 8;

/**
 * The height in pixels of the characters that make up most of the page, or null where no lines are found.
 *
 * @param skew what `estimateSkew` gave for the same image.
 */
export function estimateCharacterHeight(image: PageImage, skew: number): number | null {
  const factor = image.width > 1400 ? 2 : 1;
  const small = shrink(image, factor);
  const threshold = inkThreshold(small);
  const slope = Math.tan((skew * Math.PI) / 180);
  const strip = Math.floor(small.width / STRIPS);
  const weights = new Map<number, number>();
  for (let s = 0; s < STRIPS; s++) {
    const rows = new Uint32Array(small.height);
    const middle = s * strip + strip / 2;
    for (let x = s * strip; x < (s + 1) * strip; x++) {
      const shift = Math.round((x - middle) * slope);
      for (let y = Math.max(0, shift); y < small.height + Math.min(0, shift); y++) {
        if (small.data[y * small.width + x]! <= threshold) rows[y - shift]!++;
      }
    }
    collectBands(rows, strip, small.height, weights);
  }
  const height = weightedMedian(weights);
  return height === null || height * factor < LEAST_HEIGHT ? null : height * factor;
}

/** Runs of rows with ink: most are lines of text; rules are thinner, pictures and table strips taller. */
function collectBands(
  rows: Uint32Array,
  strip: number,
  pageHeight: number,
  weights: Map<number, number>,
): void {
  const least = Math.max(1, strip * 0.015);
  let start = -1;
  let ink = 0;
  for (let y = 0; y <= rows.length; y++) {
    const value = y < rows.length ? rows[y]! : 0;
    if (value >= least) {
      if (start < 0) start = y;
      ink += value;
    } else if (start >= 0) {
      const height = y - start;
      const filled = ink / (height * strip);
      if (height >= LEAST_HEIGHT / 2 && height < pageHeight / 12 && filled < 0.6) {
        weights.set(height, (weights.get(height) ?? 0) + ink);
      }
      start = -1;
      ink = 0;
    }
  }
}

function weightedMedian(weights: ReadonlyMap<number, number>): number | null {
  const sorted = [...weights].sort((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let seen = 0;
  for (const [value, weight] of sorted) {
    seen += weight;
    if (seen >= total / 2) return value;
  }
  return null;
}
