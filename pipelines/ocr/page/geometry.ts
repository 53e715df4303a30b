import type { PageImage } from '../../image.js';
import { inkThreshold, shrink } from './ink.js';

/** Skew is looked for on a page about this wide, where characters are some 15 to 30 pixels high. */
const SKEW_WIDTH = 900;
const MAX_SKEW = 12;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.05;
const COARSE_POINTS = 15_000;
const FINE_POINTS = 60_000;
const LEAST_POINTS = 200;
/** A page whose lines are this much sharper at an angle is really at that angle. */
const SURE_GAIN = 1.05;
/**
 * Ink is compared over this many rows: about the gap between two lines, and more than a stroke. Strokes by
 * themselves mislead: in 楷体 all level ones rise to the right by some six degrees.
 */
const BLOCK = 6;

/** Places of ink on a page made smaller, for projections. */
interface Ink {
  /** From the middle of the page. */
  xs: Int32Array;
  ys: Int32Array;
  width: number;
  height: number;
}

/**
 * The angle in degrees by which the lines of text run down to the right (clockwise skew), −12…12, from the
 * projection profile (Postl 1986): bands of ink and bands of paper alternate most sharply along the lines.
 */
export function estimateSkew(image: PageImage): number {
  const small = shrink(image, Math.max(1, Math.floor(image.width / SKEW_WIDTH)));
  const ink = findInk(small);
  if (ink.xs.length < LEAST_POINTS) return 0;
  const coarse = sharpestAngle(thin(ink, COARSE_POINTS), 0, MAX_SKEW, COARSE_STEP);
  const fine = thin(ink, FINE_POINTS);
  const found = sharpestAngle(fine, coarse, COARSE_STEP, FINE_STEP);
  return sharpness(fine, found) > sharpness(fine, 0) * SURE_GAIN ? found : 0;
}

function sharpestAngle(ink: Ink, middle: number, reach: number, step: number): number {
  let best = { angle: middle, value: sharpness(ink, middle) };
  const steps = Math.round(reach / step);
  for (let i = -steps; i <= steps; i++) {
    const angle = middle + i * step;
    const value = sharpness(ink, angle);
    if (value > best.value) best = { angle, value };
  }
  return best.angle;
}

function findInk(image: PageImage): Ink {
  const { width, height, data } = image;
  const threshold = inkThreshold(image);
  const middle = width >> 1;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! > threshold) continue;
      xs.push(x - middle);
      ys.push(y);
    }
  }
  return { xs: Int32Array.from(xs), ys: Int32Array.from(ys), width, height };
}

function thin(ink: Ink, most: number): Ink {
  const step = Math.ceil(ink.xs.length / most);
  if (step <= 1) return ink;
  const sample = (values: Int32Array) => values.filter((_, i) => i % step === 0);
  return { ...ink, xs: sample(ink.xs), ys: sample(ink.ys) };
}

/** How much the ink of neighbouring blocks of rows differs, along lines at that angle. */
function sharpness(ink: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil((Math.abs(slope) * ink.width) / 2) + 2 * BLOCK;
  const rows = new Float64Array(ink.height + 2 * shift);
  for (let i = 0; i < ink.xs.length; i++) {
    rows[Math.round(ink.ys[i]! - ink.xs[i]! * slope) + shift]!++;
  }
  let difference = 0;
  let sum = 0;
  for (let i = 2 * BLOCK; i < rows.length; i++) {
    difference += rows[i]! - 2 * rows[i - BLOCK]! + rows[i - 2 * BLOCK]!;
    sum += difference ** 2;
  }
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
