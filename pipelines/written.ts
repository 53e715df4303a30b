import type { InformantField } from '../domain/index.js';
import type { Lexicon } from '../lexicon/index.js';
import { readEntities } from './entities/index.js';
import { sealItem } from './sealing/index.js';
import { createSegmenter } from './segmentation/index.js';

/**
 * Reads what a person wrote about a letter as the letter itself is read, and masks whoever stands in it as its
 * informant, with numbers and addresses.
 * @param lines of one paper: one of them may name whom another only calls by the surname.
 * @param accused names and units of whom the same person calls accused: of them none is the informant.
 * @returns the lines, each as long as it was, and what was found of the informant.
 */
export function sealWritten(
  lines: readonly string[],
  accused: ReadonlySet<string>,
  lexicon: Lexicon,
): { lines: string[]; informant: InformantField[] } {
  const paper = { text: lines.join('\n'), recognised: false };
  const words = createSegmenter(lexicon).words(paper.text);
  const read = readEntities(paper, words, { receivedOn: null, channel: null }, lexicon);
  const informant = read.informant.filter((field) => !accused.has(field.value));
  const { text } = sealItem(paper, { ...read, informant });
  let end = -1;
  return {
    lines: lines.map((line) => {
      const start = end + 1;
      end = start + line.length;
      return text.slice(start, end);
    }),
    informant: informant.map((field) => ({ ...field, spans: [] })),
  };
}
