import type { PageImage } from '../../image.js';

/** The page made smaller by a whole factor, each pixel the mean of those it stands for. */
export function shrink(image: PageImage, factor: number): PageImage {
  if (factor <= 1) return image;
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < factor; dy++) {
      let at = (y * factor + dy) * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dx = 0; dx < factor; dx++) sum += image.data[at++]!;
        sums[x]! += sum;
      }
    }
    const area = factor * factor;
    for (let x = 0; x < width; x++) data[y * width + x] = sums[x]! / area;
  }
  return { width, height, data, dpi: image.dpi === null ? null : image.dpi / factor };
}

/** Otsu's threshold: the grey that parts ink from paper best. */
export function inkThreshold(image: PageImage): number {
  const histogram = new Float64Array(256);
  for (let i = 0; i < image.data.length; i++) histogram[image.data[i]!]!++;
  let weighted = 0;
  for (let v = 0; v < 256; v++) weighted += v * histogram[v]!;
  let below = 0;
  let belowWeighted = 0;
  let best = 0;
  let threshold = 128;
  for (let v = 0; v < 255; v++) {
    below += histogram[v]!;
    belowWeighted += v * histogram[v]!;
    const above = image.data.length - below;
    if (below === 0 || above === 0) continue;
    const gap = belowWeighted / below - (weighted - belowWeighted) / above;
    const between = below * above * gap * gap;
    if (between > best) {
      best = between;
      threshold = v;
    }
  }
  return threshold;
}

/** The edge of a scan is shadow and punch holes; it is not counted as ink. */
const MARGIN = 0.03;
/** On paper evened out to white, anything darker than this is ink, be it pencil. */
const INK_BELOW = 170;

/** Share (0..1) of the page's inner part that is ink. */
export function inkShare(image: PageImage): number {
  const left = Math.floor(image.width * MARGIN);
  const top = Math.floor(image.height * MARGIN);
  let ink = 0;
  let all = 0;
  for (let y = top; y < image.height - top; y++) {
    for (let x = left; x < image.width - left; x++) {
      all++;
      if (image.data[y * image.width + x]! < INK_BELOW) ink++;
    }
  }
  return all === 0 ? 0 : ink / all;
}
