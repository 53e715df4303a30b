import type {
  ExtractedPage,
  ExtractedPart,
  ExtractedTable,
  Extraction,
  Item,
  Recognition,
  Sealed,
} from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemsStage } from '../../../pipelines/items/index.js';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { extractionOf } from '../extractions.js';

export const lexicon = loadLexicon();

/** `^` repeats the cell above it, `<` the one before it: merged cells. */
export type Rows = readonly (readonly string[])[];

/** A page with a table: text around it, cells apart by tabs, rows by line feeds. */
export function tablePage(
  around: { before?: string; after?: string },
  rows: Rows,
  known: Partial<ExtractedPage> & { firstRow?: number } = {},
): Partial<ExtractedPage> {
  const { firstRow = 1, ...page } = known;
  let text = around.before ? `${around.before}\n` : '';
  const table: ExtractedTable = { rows: [] };
  for (const [r, cells] of rows.entries()) {
    const spans: { start: number; end: number }[] = [];
    let written = 0;
    for (const [c, cell] of cells.entries()) {
      const merged = cell === '^' ? table.rows[r - 1]!.cells[c] : cell === '<' ? spans[c - 1] : undefined;
      if (merged) {
        spans.push(merged);
        continue;
      }
      if (written > 0) text += '\t';
      written += 1;
      spans.push({ start: text.length, end: text.length + cell.length });
      text += cell;
    }
    text += '\n';
    table.rows.push({ row: firstRow + r, cells: spans });
  }
  return { text: text + (around.after ?? ''), tables: [table], ...page };
}

/** A container with the given members, each with its pages. */
export function containerOf(
  container: { format: ExtractedPart['format']; text?: string },
  members: readonly (Partial<ExtractedPart> & { pages?: readonly Partial<ExtractedPage>[] })[],
): Extraction {
  const own = container.text === undefined ? [] : [{ text: container.text }];
  const made = extractionOf(own, { format: container.format });
  for (const { pages = [], ...part } of members) {
    const index = made.parts.length;
    made.parts.push({ ...extractionOf([], part).parts[0], within: 0, ...part });
    for (const page of extractionOf(pages).pages)
      made.pages.push({ ...page, part: index, number: made.pages.length + 1 });
  }
  return made;
}

/** Normalises and splits; mails and archives are made by hand, so that their own readers are not asked. */
export async function split(extraction: Extraction, recognition: Recognition[] = []): Promise<Item[]> {
  const handMade = (part: ExtractedPart): ExtractedPart =>
    part.format === 'eml' || part.format === 'zip' ? { ...part, format: null } : part;
  const parts = extraction.parts.map(handMade) as Extraction['parts'];
  const normalised = await normalisationStage.run(
    { extraction: { ...extraction, parts }, recognition },
    { lexicon },
  );
  return itemsStage.run({ extraction, recognition, normalised }, { lexicon });
}

const segmenter = createSegmenter(lexicon);

/** What an item says of persons, units and times. */
export const read = (item: Item) =>
  readEntities(item, segmenter.words(item.text), { receivedOn: '2024-07-10', channel: null }, lexicon);

/** What of an item everybody may see. */
export const sealed = (item: Item): Sealed => sealItem(item, read(item));
