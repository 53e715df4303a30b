import { attribute, walkXml } from '../markup/index.js';
import { openPageText, type PageText, type PageWriter, type TextBudget } from '../page-text.js';
import { type ListMark, levelOf, type Numbering, noNumbering } from './numbering.js';
import { boxOf, symbolOf } from './symbols.js';

/** What a Word document tells, each stretch for itself. */
export interface Stories {
  body: PageText;
  headers: PageText[];
  footers: PageText[];
  /** Footnotes and endnotes by their kind and id, numbered as the text first names them. */
  notes: Map<string, { number: number; page: PageText }>;
  comments: PageText[];
}

export function noStories(): Stories {
  return { body: { text: '', tables: [] }, headers: [], footers: [], notes: new Map(), comments: [] };
}

/**
 * What is no text: instructions, what was deleted or moved away, the picture of a text box for programs that know no
 * text boxes (it has the text a second time), and readings above characters.
 */
const skipped = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'rPr',
  'tblPr',
  'tblGrid',
  'sdtPr',
  // Properties as they were before a tracked change.
  'pPrChange',
  'rubyPr',
  'rt',
  'binData',
  'docOleData',
]);
/** Stretches that stand apart from the text they are anchored in. */
const apart = new Set(['txbxContent', 'hdr', 'ftr', 'footnote', 'endnote', 'comment']);

interface Story {
  kind: string;
  id: string | undefined;
  writer: PageWriter;
  /** Text boxes that are anchored in the paragraph that is being written. */
  boxes: PageText[];
  /** Of the cells that are open, outermost first. */
  cells: { columns: number; continues: boolean }[];
  /** The mark at the paragraph's end was deleted: the next one goes on in the same line. */
  joins: boolean;
  /** Inside a paragraph's or row's properties. */
  inProperties: number;
  checkBox: boolean | null;
  /** What the paragraph's properties say of its list; null outside them. */
  mark: ListMark | null;
  /** The number that stands before the paragraph's first word. */
  number: string;
}

/**
 * Reads WordprocessingML: a part of a docx, a whole document in one XML file (Flat OPC), or the XML of Word 2003.
 * Tracked changes are read as accepted.
 *
 * @throws {PermanentError} `extraction.damaged`, `extraction.too_much_text`.
 */
export function readStories(
  xml: string,
  budget: TextBudget,
  into: Stories = noStories(),
  numbering: Numbering = noNumbering,
): Stories {
  const begin = (kind: string, id?: string): Story => ({
    kind,
    id,
    writer: openPageText(budget),
    boxes: [],
    cells: [],
    joins: false,
    inProperties: 0,
    checkBox: null,
    mark: null,
    number: '',
  });
  const open: Story[] = [begin('body')];
  let story = open[0]!;
  let skip = 0;
  let isText = false;

  const noteOf = (id: string) => {
    const known = into.notes.get(id);
    if (known) return known;
    const note = { number: into.notes.size + 1, page: { text: '', tables: [] } as PageText };
    into.notes.set(id, note);
    return note;
  };
  const endStory = () => {
    const { kind, id, writer, boxes } = open.pop()!;
    for (const box of boxes) writer.append(box);
    const page = writer.finish();
    story = open[open.length - 1]!;
    if (kind === 'txbxContent') story.boxes.push(page);
    else if (kind === 'hdr') into.headers.push(page);
    else if (kind === 'ftr') into.footers.push(page);
    else if (kind === 'comment') into.comments.push(page);
    else {
      // Word 2003 has its notes where they are named.
      const note = noteOf(id ?? `inline ${into.notes.size}`);
      note.page = page;
      if (id === undefined) story.writer.write(`[${note.number}]`);
    }
  };

  walkXml(xml, 'docx', {
    open(name, attributes) {
      if (skip > 0 || isSkipped(name, attributes, story)) {
        if (name === 'del' && story.inProperties > 0) story.joins = true;
        skip += 1;
        return;
      }
      const value = () => attribute(attributes, 'val');
      if (apart.has(name) || (name === 'annotation' && isComment(attributes))) {
        const id = attribute(attributes, 'id');
        story = begin(name === 'annotation' ? 'comment' : name, id && `${name} ${id}`);
        open.push(story);
        return;
      }
      const { writer } = story;
      switch (name) {
        case 't':
          isText = true;
          break;
        case 'pPr':
          story.mark = {};
          story.inProperties += 1;
          break;
        case 'trPr':
          story.inProperties += 1;
          break;
        case 'pStyle':
          if (story.mark) story.mark.style = value();
          break;
        case 'numId':
          if (story.mark) story.mark.list = value();
          break;
        case 'ilvl':
          if (story.mark) story.mark.level = levelOf(value());
          break;
        case 'tab':
        case 'ptab':
          if (story.inProperties === 0) writer.write('\t');
          break;
        case 'br':
        case 'cr':
          writer.endLine();
          break;
        case 'noBreakHyphen':
          writer.write('-');
          break;
        case 'sym':
          writer.write(symbolOf(attribute(attributes, 'font'), attribute(attributes, 'char')));
          break;
        case 'checkBox':
          story.checkBox = false;
          break;
        case 'default':
        case 'checked':
          if (story.checkBox !== null) story.checkBox = !/^(?:0|false|off)$/.test(value() ?? '1');
          break;
        case 'footnoteReference':
        case 'endnoteReference': {
          const kind = name.slice(0, -'Reference'.length);
          writer.write(`[${noteOf(`${kind} ${attribute(attributes, 'id')}`).number}]`);
          break;
        }
        case 'tbl':
          writer.openTable();
          break;
        case 'tr':
          writer.openRow();
          break;
        case 'gridBefore':
          writer.openCell();
          writer.closeCell({ columns: Number(value()) });
          break;
        case 'tc':
          story.cells.push({ columns: 1, continues: false });
          writer.openCell();
          break;
        case 'gridSpan':
          cellOf(story).columns = Number(value());
          break;
        case 'vMerge':
        case 'vmerge':
          cellOf(story).continues = value() !== 'restart';
          break;
      }
    },
    text(text) {
      if (!isText || skip > 0) return;
      if (story.number !== '' && text.trim() !== '') {
        story.writer.write(story.number);
        story.number = '';
      }
      story.writer.write(text.replaceAll('\n', ' '));
    },
    close(name) {
      if (skip > 0) {
        skip -= 1;
        return;
      }
      if (open.length > 1 && (name === story.kind || (name === 'annotation' && story.kind === 'comment'))) {
        endStory();
        return;
      }
      const { writer } = story;
      switch (name) {
        case 't':
          isText = false;
          break;
        case 'pPr':
          story.inProperties -= 1;
          if (story.mark) story.number = numbering.next(story.mark);
          story.mark = null;
          break;
        case 'trPr':
          story.inProperties -= 1;
          break;
        case 'checkBox':
          writer.write(boxOf(story.checkBox === true));
          story.checkBox = null;
          break;
        case 'p':
          if (!story.joins || story.boxes.length > 0) writer.endLine();
          story.joins = false;
          story.number = '';
          for (const box of story.boxes.splice(0)) writer.append(box);
          break;
        case 'tc':
          writer.closeCell(story.cells.pop());
          break;
        case 'tr':
          writer.closeRow();
          break;
        case 'tbl':
          writer.closeTable();
          break;
      }
    },
  });
  const body = story.writer.finish();
  if (body.text !== '') into.body = body;
  return into;
}

function isSkipped(name: string, attributes: Readonly<Record<string, string>>, story: Story): boolean {
  // The mark at a paragraph's end has its tracked changes among the properties of its characters.
  if (name === 'rPr') return story.inProperties === 0;
  if (name === 'annotation')
    return /^Word\.Deletion|^Word\.Formatting/.test(attribute(attributes, 'type') ?? '');
  if (name === 'footnote' || name === 'endnote') {
    return /eparator/.test(attribute(attributes, 'type') ?? '');
  }
  return skipped.has(name);
}

function isComment(attributes: Readonly<Record<string, string>>): boolean {
  return attribute(attributes, 'type') === 'Word.Comment';
}

function cellOf(story: Story): { columns: number; continues: boolean } {
  return story.cells[story.cells.length - 1] ?? { columns: 1, continues: false };
}
