import { openPageText, type PageText, type PageWriter, type TextBudget } from '../../page-text.js';
import { type EdgeCell, type EdgeRow, writeEdgeTable } from '../edge-table.js';
import { noStories, type Stories } from '../stories.js';

type StoryKind = 'body' | 'hdr' | 'ftr' | 'note' | 'comment' | 'box';

/** Where the text of RTF goes: to the story and, in it, to the table cell that is being written. */
export interface RtfStories {
  write(text: string, inTable: boolean): void;
  /** @param ofParagraph not only of a line in it. */
  endLine(inTable: boolean, ofParagraph: boolean): void;
  /** A control word that may be one of a table's. */
  tableWord(name: string, value: number | null): void;
  begin(kind: Exclude<StoryKind, 'body'>): void;
  end(): void;
  finish(): Stories;
}

interface Story {
  kind: StoryKind;
  writer: PageWriter;
  /** Rows that are complete. */
  rows: EdgeRow[];
  cells: PageText[];
  cell: PageWriter | null;
  /** What the row's definition says of its cells, in their order. */
  shapes: Omit<EdgeCell, 'content'>[];
  left: number;
  next: { continues: boolean; joined: boolean };
  /** A row has been defined and not ended. */
  rowOpen: boolean;
  boxes: PageText[];
  note: PageText | null;
}

export function openRtfStories(budget: TextBudget): RtfStories {
  const stories = noStories();
  const begin = (kind: StoryKind): Story => ({
    kind,
    writer: openPageText(budget),
    rows: [],
    cells: [],
    cell: null,
    shapes: [],
    left: 0,
    next: { continues: false, joined: false },
    rowOpen: false,
    boxes: [],
    note: null,
  });
  const open: Story[] = [begin('body')];
  let story = open[0]!;

  /** The cell or the story itself; a paragraph outside ends the table before it. */
  const target = (inTable: boolean): PageWriter => {
    // Some writers say of a cell's paragraphs nothing but the row's definition before them.
    if (inTable || story.rowOpen || story.cells.length > 0) {
      story.cell ??= openPageText(budget);
      return story.cell;
    }
    if (story.cell === null) endTable();
    return story.cell ?? story.writer;
  };
  const endTable = () => {
    if (story.rows.length > 0) writeEdgeTable(story.rows.splice(0), story.writer);
  };
  const endCell = () => {
    const cell = story.cell ?? openPageText(budget);
    for (const box of story.boxes.splice(0)) cell.append(box);
    story.cells.push(cell.finish());
    story.cell = null;
  };
  const endRow = () => {
    if (story.cell) endCell();
    if (story.cells.length === 0) return;
    const cells = story.cells.splice(0).map((content, i): EdgeCell => {
      const shape = story.shapes[i];
      return { content, ...(shape ?? { right: null, continues: false, joined: false }) };
    });
    story.rows.push({ left: story.left, cells });
  };
  const endStory = (): PageText => {
    endRow();
    endTable();
    for (const box of story.boxes.splice(0)) story.writer.append(box);
    return story.writer.finish();
  };
  return {
    write: (text, inTable) => target(inTable).write(text),
    endLine(inTable, ofParagraph) {
      const writer = target(inTable);
      writer.endLine();
      if (ofParagraph) for (const box of story.boxes.splice(0)) writer.append(box);
    },
    tableWord(name, value) {
      switch (name) {
        case 'trowd':
          story.rowOpen = true;
          story.shapes = [];
          story.left = 0;
          story.next = { continues: false, joined: false };
          break;
        case 'trleft':
          story.left = value ?? 0;
          break;
        case 'clvmrg':
          story.next.continues = true;
          break;
        case 'clmrg':
          story.next.joined = true;
          break;
        case 'cellx':
          // Word allows 63 cells in a row.
          if (story.shapes.length < 200) story.shapes.push({ right: value, ...story.next });
          story.next = { continues: false, joined: false };
          break;
        case 'cell':
          endCell();
          break;
        case 'row':
          endRow();
          story.rowOpen = false;
          break;
      }
    },
    begin(kind) {
      const inner = begin(kind);
      if (kind === 'note') {
        const note = { number: stories.notes.size + 1, page: { text: '', tables: [] } };
        target(story.cell !== null).write(`[${note.number}]`);
        stories.notes.set(`note ${note.number}`, note);
        inner.note = note.page;
      }
      open.push(inner);
      story = inner;
    },
    end() {
      if (open.length === 1) return;
      const page = endStory();
      const { kind, note } = open.pop()!;
      story = open[open.length - 1]!;
      if (kind === 'hdr') stories.headers.push(page);
      else if (kind === 'ftr') stories.footers.push(page);
      else if (kind === 'comment') stories.comments.push(page);
      else if (kind === 'box') story.boxes.push(page);
      else if (note) Object.assign(note, page);
    },
    finish() {
      while (open.length > 1) this.end();
      stories.body = endStory();
      return stories;
    },
  };
}
