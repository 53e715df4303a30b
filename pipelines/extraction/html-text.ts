const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'div']);

/** A cell whose paragraphs are longer than this holds prose: its paragraphs stay apart. */
const PROSE_LENGTH = 30;

/**
 * The text of the well-formed HTML that mammoth writes: one line a paragraph; in tables one line a row,
 * cells apart by tabs (an empty cell keeps its tab, so that columns stay where they are). The paragraphs
 * of a cell are joined by a space, or by line feeds where the cell holds prose. A table inside a cell is
 * read as the cell's paragraphs.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let row: string[] = [];
  let cell: string[] = [];
  let depth = 0;
  let line = '';

  const endLine = () => {
    const into = depth > 0 ? cell : lines;
    if (line.trim() !== '') into.push(depth > 0 ? line.trim() : line.trimEnd());
    line = '';
  };
  for (const { tag, closing, text } of tokens(html)) {
    if (tag === null) line += text;
    else if (tag === 'br') endLine();
    else if (blocks.has(tag)) endLine();
    else if (tag === 'table') {
      endLine();
      depth += closing ? -1 : 1;
    } else if (depth === 1 && (tag === 'td' || tag === 'th')) {
      endLine();
      if (closing) row.push(joinCell(cell));
      cell = [];
    } else if (depth === 1 && tag === 'tr') {
      if (closing && row.some((c) => c !== '')) lines.push(row.join('\t'));
      row = [];
    } else if (tag === 'td' || tag === 'th' || tag === 'tr') endLine();
  }
  endLine();
  return lines.join('\n');
}

function joinCell(paragraphs: readonly string[]): string {
  const flat = paragraphs.map((p) => p.replaceAll('\t', ' '));
  return flat.join(flat.some((p) => p.length > PROSE_LENGTH) ? '\n' : ' ');
}

interface Token {
  /** null for text. */
  tag: string | null;
  closing: boolean;
  text: string;
}

function* tokens(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at) {
      const end = open < 0 ? html.length : open;
      yield { tag: null, closing: false, text: decodeEntities(html.slice(at, end)) };
      at = end;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) return;
    const closing = html[open + 1] === '/';
    const name =
      /^[a-z0-9]+/.exec(html.slice(open + (closing ? 2 : 1), Math.min(close, open + 16)))?.[0] ?? '';
    yield { tag: name, closing, text: '' };
    at = close + 1;
  }
}

function decodeEntities(text: string): string {
  // The arrow is mammoth's own link from a note back to its place.
  if (text === '↑') return '';
  return text.replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/g, (whole, code?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
