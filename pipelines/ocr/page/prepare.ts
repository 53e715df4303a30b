import sharp from 'sharp';
import type { PageImage } from '../../image.js';
import { estimateCharacterHeight, estimateSkew } from './geometry.js';
import { grainOf } from './grain.js';
import { evenOut } from './illumination.js';
import { inkShare } from './ink.js';
import { flatten } from './perspective.js';
import { findSheet } from './sheet.js';
import { removeStamps } from './stamp.js';

/** The engine's line reader was trained on lines of this size: characters of 25–31 px give the fewest errors. */
const WANTED_HEIGHT = 28;
const GOOD_HEIGHT: readonly [number, number] = [25, 31];
const MAX_ENLARGEMENT = 3;
const MAX_PREPARED_PIXELS = 24_000_000;
/** Greys of grain from which a page is softened; paper under a scanner's glass has two to four. */
const COARSE_GRAIN = 7;
/** Standard deviation in pixels of a prepared page: a third of a stroke of 28 px characters. */
const SOFTENING = 1.2;
/** A tenth of a degree moves the end of a line by less than a stroke. */
const LEAST_SKEW = 0.15;

export interface PreparedPage {
  image: PageImage;
  /** Share (0..1) of the page that is ink. */
  ink: number;
}

/** Makes a page easy to read: a photographed sheet cut out and squared, paper evened out to white, lines level, characters in the engine's favourite size. */
export async function preparePage(page: PageImage): Promise<PreparedPage> {
  const sheet = findSheet(page);
  const even = evenOut(sheet ? flatten(page, sheet) : page);
  const ink = inkShare(even);
  const skew = estimateSkew(even);
  const height = estimateCharacterHeight(even, skew);
  const scale = chooseScale(even, height);
  const turn = Math.abs(skew) >= LEAST_SKEW;
  const soften = grainOf(even) >= COARSE_GRAIN;
  if (!turn && scale === 1 && !soften) return { image: removeStamps(even), ink };
  let pipeline = sharp(even.data, { raw: { width: even.width, height: even.height, channels: 1 } });
  // A large page is turned before it is made smaller, whose new width then has to be told for the turned page.
  const first = turn && scale < 1;
  if (first) pipeline = pipeline.rotate(-skew, { background: '#fff' });
  const width = first ? turnedWidth(even, skew) : even.width;
  if (scale !== 1)
    pipeline = pipeline.resize({ width: Math.max(1, Math.round(width * scale)), kernel: 'cubic' });
  // A small one behind the change of size, and not by the usual bilinear turn: that blurs strokes of one or two pixels.
  if (turn && !first)
    pipeline = pipeline.affine(turnBy(-skew), { interpolator: 'bicubic', background: '#fff' });
  // The line reader takes grain for commas; what remains of letters is sharp enough for it.
  if (soften) pipeline = pipeline.blur(SOFTENING);
  const { data, info } = await pipeline
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dpi = even.dpi === null ? null : even.dpi * scale;
  return { image: removeStamps({ width: info.width, height: info.height, data, dpi }), ink };
}

function turnedWidth({ width, height }: PageImage, degrees: number): number {
  const radians = (Math.abs(degrees) * Math.PI) / 180;
  return width * Math.cos(radians) + height * Math.sin(radians);
}

/** The matrix of a turn clockwise. */
function turnBy(degrees: number): [[number, number], [number, number]] {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [
    [cosine, -sine],
    [sine, cosine],
  ];
}

function chooseScale(image: PageImage, height: number | null): number {
  const fits = Math.sqrt(MAX_PREPARED_PIXELS / (image.width * image.height));
  const wanted =
    height === null || (height >= GOOD_HEIGHT[0] && height <= GOOD_HEIGHT[1])
      ? 1
      : Math.min(WANTED_HEIGHT / height, MAX_ENLARGEMENT);
  return Math.min(wanted, fits);
}
