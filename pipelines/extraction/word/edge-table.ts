import type { PageText, PageWriter } from '../page-text.js';

/** A cell of a table whose columns are known by where their edges stand (twips); formats before docx have no others. */
export interface EdgeCell {
  content: PageText;
  /** Null where the file does not say. */
  right: number | null;
  /** It goes on the cell above it. */
  continues: boolean;
  /** It goes on the cell before it. */
  joined: boolean;
}

export interface EdgeRow {
  left: number;
  cells: EdgeCell[];
}

/** Edges nearer to one another than this (a millimetre) are one that was drawn by hand. */
const TOLERANCE = 57;

/** Writes a table in which each cell takes the columns between its edges. */
export function writeEdgeTable(rows: readonly EdgeRow[], writer: PageWriter): void {
  const edges = columnEdges(rows);
  writer.openTable();
  for (const { left, cells } of rows) {
    writer.openRow();
    let from = edges.length === 0 ? 0 : edgeAt(edges, left);
    if (from > 0) {
      writer.openCell();
      writer.closeCell({ columns: from });
    }
    for (let i = 0; i < cells.length; ) {
      const { content, continues } = cells[i]!;
      let last = i;
      while (cells[last + 1]?.joined && cells[last + 1]!.content.text === '') last += 1;
      const right = cells[last]!.right;
      const to = right === null ? from + last - i + 1 : Math.max(edgeAt(edges, right), from + 1);
      writer.openCell();
      writer.append(content);
      writer.closeCell({ columns: to - from, continues });
      from = to;
      i = last + 1;
    }
    writer.closeRow();
  }
  writer.closeTable();
}

function columnEdges(rows: readonly EdgeRow[]): number[] {
  const all = new Set<number>();
  for (const { left, cells } of rows) {
    if (cells.some(({ right }) => right !== null)) all.add(left);
    for (const { right } of cells) if (right !== null) all.add(right);
  }
  const edges: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edges.length === 0 || edge - edges[edges.length - 1]! > TOLERANCE) edges.push(edge);
  }
  return edges;
}

/** The place of the last edge that is not beyond a position. */
function edgeAt(edges: readonly number[], position: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}
