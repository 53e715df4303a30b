import sharp from 'sharp';
import type { PageImage } from '../image.js';
import { collectLines, type LineOfPrint } from './lines.js';
import { DISPUTED, type Sounded, vote } from './vote.js';

/** Of twenty right characters nineteen are surer than this, of five wrong ones one. */
const DOUBTFUL = 0.95;
/** A line that was read less surely than this was not read at all. */
const HOPELESS = 0.3;
/** Among print the engine lost such a line, to grain beside it; where more of the lines are so, there is no print. */
const MOST_HOPELESS = 0.25;
/** How a line is shown to the engine: with which model, in parts of its size, and how softened (pixels). */
interface Look {
  way: Way;
  across: number;
  down: number;
  softening: number;
}
/** Smaller and softer, so that other edges decide. */
const smaller = { across: 0.88, down: 0.88, softening: 0.7 };
/** Stretched, so that the engine cuts the line into other columns: what it read twice, or wrongly, is mostly not so again. */
const wider = { across: 1.15, down: 1, softening: 0 };
/** In pixels of a prepared page. */
const MARGIN = 24;
const GAP = 16;
const ASIDE = 10;
const ABOVE = 5;
/** A line on a sheet of its own must not be so long that it is no line. */
const MOST_HEIGHT = 80;
/** Pixels of a sheet of strips in either direction; the engine takes no image of more than 32,767. */
const LARGEST_SHEET = 30_000;

/** With the model of the first reading, with another one, or with the first one and nothing but figures. */
export type Way = 'first' | 'second' | 'figures';
export type Read = (sheet: PageImage, way?: Way) => Promise<Parameters<typeof collectLines>[0]>;

/**
 * Reads the doubtful lines once more with another model and in another size; those of figures alone also with nothing
 * but figures to choose from, others a third time where the two differ; and lets the readings vote. Lines in which
 * every character is sure stay as they are.
 */
export async function readAgain(
  page: PageImage,
  lines: readonly LineOfPrint[],
  read: Read,
): Promise<LineOfPrint[]> {
  const hopeless = lines.filter(isHopeless).length > lines.length * MOST_HOPELESS;
  const doubtful = lines.filter((line) => isDoubtful(line) && !(hopeless && isHopeless(line)));
  if (doubtful.length === 0) return [...lines];
  const second = await readStrips(page, doubtful, read, { way: 'second', ...smaller });
  const numbers = doubtful.filter(({ text }) => looksLikeNumber(text));
  const figures = await readStrips(page, numbers, read, { way: 'figures', ...smaller });
  const disputed = doubtful.filter(
    (line) => !numbers.includes(line) && withoutSpaces(second.get(line)) !== withoutSpaces(line),
  );
  const third = await readStrips(page, disputed, read, { way: 'second', ...wider });
  return lines.map((line) => {
    const others = [second, figures, third].flatMap((readings) => readings.get(line) ?? []);
    if (others.length === 0) return line;
    // A lost line has no voice of its own.
    const lost = isHopeless(line);
    const [along, ...rest] = lost ? others : [line, ...others];
    const read = vote(along!, ...rest);
    if (read.text.trim() === '') return line;
    return { ...line, ...(lost ? rescued(read) : read) };
  });
}

/** What looks by one model alone say of a line is no surer than what two models dispute. */
function rescued({ text, sureness }: ReturnType<typeof vote>): Omit<LineOfPrint, 'box'> {
  const isSpace = (at: number) => /\s/u.test(text[at]!);
  const capped = sureness.map((sure, at) => (isSpace(at) ? sure : Math.min(sure, DISPUTED)));
  const own = capped.filter((_, at) => !isSpace(at));
  const mean = own.reduce((sum, sure) => sum + sure, 0) / own.length;
  return { text, sureness: capped, confidence: Math.round(mean * 100) / 100 };
}

const withoutSpaces = (line?: { text: string }) => line?.text.replace(/\s/gu, '');

function isHopeless({ text, confidence }: LineOfPrint): boolean {
  return confidence < HOPELESS && text.length > 3;
}

function isDoubtful({ sureness, box }: LineOfPrint): boolean {
  return box[3] - box[1] <= MOST_HEIGHT && sureness.some((sure) => sure < DOUBTFUL);
}

/** A cell of a list with a number in it, as it looks when strokes and points were misread. */
export function looksLikeNumber(text: string): boolean {
  const plain = text.replace(/\s/gu, '');
  return plain.length <= 12 && /^[\d.,，。:\-%/|lI\]工丨ooOo〇]+$/u.test(plain) && /[\d|lI工丨]/u.test(plain);
}

/** Each line with what is read of it, cut out of the page and put one below the other. */
async function readStrips(
  page: PageImage,
  lines: readonly LineOfPrint[],
  read: Read,
  look: Look,
): Promise<Map<LineOfPrint, Sounded>> {
  if (lines.length === 0) return new Map();
  let y = MARGIN;
  const strips: { line: LineOfPrint; left: number; top: number; right: number; bottom: number; y: number }[] =
    [];
  for (const line of lines) {
    const [left, top, right, bottom] = grow(line.box, page);
    // Some hundred lines: what is beyond keeps its first reading.
    if (y + bottom - top + GAP + MARGIN > LARGEST_SHEET) break;
    strips.push({ line, left, top, right, bottom, y });
    y += bottom - top + GAP;
  }
  const width = Math.max(...strips.map(({ left, right }) => right - left)) + 2 * MARGIN;
  const height = y + MARGIN;
  const data = new Uint8Array(width * height).fill(255);
  for (const { left, top, right, bottom, y: from } of strips)
    for (let row = top; row < bottom; row++)
      data.set(
        page.data.subarray(row * page.width + left, row * page.width + right),
        (from + row - top) * width + MARGIN,
      );
  const sheet = await showAs(look, { width, height, data, dpi: page.dpi });
  const found = collectLines(await read(sheet, look.way));
  const sounded = new Map<LineOfPrint, Sounded>();
  for (const { text, sureness, box } of found) {
    const middle = (box[1] + box[3]) / 2 / look.down;
    const line = strips.findLast((strip) => strip.y - GAP / 2 <= middle)?.line;
    if (!line) continue;
    const before = sounded.get(line);
    sounded.set(line, {
      text: (before?.text ?? '') + text,
      sureness: [...(before?.sureness ?? []), ...sureness],
    });
  }
  return sounded;
}

function grow(
  [left, top, right, bottom]: LineOfPrint['box'],
  { width, height }: PageImage,
): LineOfPrint['box'] {
  return [
    Math.max(0, left - ASIDE),
    Math.max(0, top - ABOVE),
    Math.min(width, right + ASIDE),
    Math.min(height, bottom + ABOVE),
  ];
}

async function showAs({ across, down, softening }: Look, sheet: PageImage): Promise<PageImage> {
  const resized = sharp(sheet.data, {
    raw: { width: sheet.width, height: sheet.height, channels: 1 },
  }).resize({
    width: Math.min(LARGEST_SHEET, Math.max(1, Math.round(sheet.width * across))),
    height: Math.max(1, Math.round(sheet.height * down)),
    fit: 'fill',
    kernel: 'cubic',
  });
  const { data, info } = await (softening > 0 ? resized.blur(softening) : resized)
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, dpi: sheet.dpi };
}
