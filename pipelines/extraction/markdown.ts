import { type Node, Parser } from 'commonmark';
import type { FormatReader } from './formats.js';
import { readPlainText } from './text.js';

/** Marks that open a block within a block, at the beginning of a line: no letter goes deeper. */
const deepest = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){24}/m;

/** Beginnings of a link times characters of the text: the parser may look for the end of each through all of it. */
const mostSearching = 2e7;

/** Marks of emphasis, headings, lists and quotes are no words of the letter; the numbers of a list are. */
export const markdownReader: FormatReader = {
  format: 'markdown',
  extensions: ['md', 'markdown'],
  async read(bytes) {
    const { text, encoding, flags } = readPlainText(bytes);
    return { encoding, pages: [{ text: wordsOf(text) }], flags };
  },
};

/** The words of a CommonMark text, line by line; nothing that is linked to is read. */
export function wordsOf(source: string): string {
  // The parser's work grows with the square of such marks: this is no letter and is left as it stands.
  if (deepest.test(source) || (source.split('](').length - 1) * source.length > mostSearching) return source;
  const numbers = new Map<Node | null, number>();
  const walker = new Parser().parse(source).walker();
  // Pieces, for a string that grows and is looked at is copied each time.
  const words: string[] = [];
  const write = (piece: string) => {
    if (piece !== '') words.push(piece);
  };
  const startLine = () => {
    if (words.length > 0 && !words.at(-1)!.endsWith('\n')) words.push('\n');
  };
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { entering, node } = event;
    const literal = node.literal ?? '';
    if (isBlock(node) && entering && !beginsItem(node)) startLine();
    if (node.type === 'item' && entering) write(numberOf(node, numbers));
    else if (node.type === 'softbreak' || node.type === 'linebreak') words.push('\n');
    else if (node.type === 'html_inline') write(/^<br\b/i.test(literal) ? '\n' : '');
    else if (node.type === 'html_block') write(literal.replace(/<[^<>]*>/g, ''));
    else if (entering) write(literal);
    // Where it leads may be evidence.
    else if (node.type === 'link' || node.type === 'image') write(addressOf(node, words.at(-1) ?? ''));
  }
  return words.join('').split('\n').flatMap(withoutBars).join('\n').trim();
}

const inline = new Set([
  'text',
  'softbreak',
  'linebreak',
  'emph',
  'strong',
  'html_inline',
  'link',
  'image',
  'code',
]);
const isBlock = ({ type }: Node) => !inline.has(type);

/** The first paragraph of an item stands behind its number. */
const beginsItem = ({ parent, prev }: Node) => parent?.type === 'item' && prev === null;

/** @param numbers of each list the last that was given */
function numberOf(
  { listType, listStart, listDelimiter, parent }: Node,
  numbers: Map<Node | null, number>,
): string {
  if (listType !== 'ordered') return '';
  const number = (numbers.get(parent) ?? (parent?.listStart ?? listStart ?? 1) - 1) + 1;
  numbers.set(parent, number);
  return `${number}${listDelimiter ?? '.'} `;
}

/** @param words what was written last: an address may be its own words */
function addressOf({ destination }: Node, words: string): string {
  return destination === null || destination === '' || words.endsWith(destination.replace(/^mailto:/, ''))
    ? ''
    : `（${destination}）`;
}

/** A row of a table as cells between tabs; nothing of the row that only draws a line. */
function withoutBars(line: string): string[] {
  if (!/^\|/.test(line)) return [line];
  if (/^[|:\- \t]*$/.test(line)) return [];
  const cells = line.replace(/\|[ \t]*$/, '').split('|');
  return [
    cells
      .slice(1)
      .map((cell) => cell.trim())
      .join('\t'),
  ];
}
