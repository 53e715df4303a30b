import type { ExtractedTable } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import { looksHandwritten } from './handwriting.js';
import { collectLines, joinLines, type LineOfPrint, type ReadLines } from './lines.js';
import { mostInked, preparePage, type Turns, turnPage } from './page/index.js';
import { type Read, readAgain } from './second-reading.js';
import { findRuling, gatherTables, layOutCells } from './tables/index.js';

export type Reading = ReadLines & {
  tables: ExtractedTable[];
  handwritten: boolean;
  /** Doubtful lines should have been read again and were not: what was read first stands. */
  secondFailed: boolean;
};

/** A page that was read this well stands upright. */
const UPRIGHT = 0.7;
/** So much better a page has to read when it is turned: noise reads a little better one way or another. */
const CLEARLY = 0.2;
/** Nothing reads like this lying down: the other turns need not be tried. */
const SURELY = 0.85;

/**
 * Reads a prepared page: as it is, or cell by cell where it has tables; turned where it lies on its side or on its
 * head; what is doubtful again.
 *
 * @param original of which `prepared` was made.
 * @param secondFailed called where only what was read first is left: it stands, unless this throws.
 * @returns what was read, and the size of the page as it was read in the end.
 */
export async function readPage(
  original: PageImage,
  prepared: PageImage,
  read: Read,
  secondFailed: (cause: unknown) => Promise<void> = async () => {},
): Promise<Reading & { width: number; height: number }> {
  let page = prepared;
  let look = await readOnce(page, read);
  const confidence = confidenceOf(look.print);
  if (confidence < UPRIGHT) {
    const upright = await findUpright(original, confidence, read);
    if (upright) {
      page = upright;
      look = await readOnce(page, read);
    }
  }
  const { cells, tables, sheet } = look;
  const handwritten = looksHandwritten(sheet, joinLines(look.print));
  let failed = false;
  const again = async () => {
    try {
      return await readAgain(sheet, look.print, read);
    } catch (cause) {
      failed = true;
      await secondFailed(cause);
      return look.print;
    }
  };
  const lines = joinLines(handwritten ? look.print : await again());
  const gathered = cells ? gatherTables(lines, cells.strips, tables) : { ...lines, tables: [] };
  return { ...gathered, handwritten, secondFailed: failed, width: page.width, height: page.height };
}

async function readOnce(page: PageImage, read: Read) {
  const { tables, unsquared } = findRuling(page);
  const cells = tables.length > 0 ? layOutCells(page, tables) : null;
  const sheet = cells?.sheet ?? unsquared ?? page;
  return { tables, cells, sheet, print: collectLines(await read(sheet)) };
}

/** The page prepared anew in the turn in which a sample of it reads clearly better than it does now; else null. */
async function findUpright(original: PageImage, now: number, read: Read): Promise<PageImage | null> {
  let best = { page: null as PageImage | null, confidence: Math.max(UPRIGHT - CLEARLY, now + CLEARLY) };
  for (const turns of [2, 1, 3] satisfies Turns[]) {
    const { image } = await preparePage(turnPage(original, turns));
    const confidence = confidenceOf(collectLines(await read(mostInked(image))));
    if (confidence > best.confidence) best = { page: image, confidence };
    if (confidence > SURELY) break;
  }
  return best.page;
}

function confidenceOf(print: readonly LineOfPrint[]): number {
  return joinLines(print).confidence;
}
