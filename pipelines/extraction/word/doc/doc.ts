import { openCompoundFile } from '../../containers/index.js';
import type { FormatReader } from '../../formats.js';
import { newTextBudget, openPageText, type PageText, type TextBudget } from '../../page-text.js';
import { LARGE_PICTURE_BYTES } from '../docx.js';
import { type EdgeRow, writeEdgeTable } from '../edge-table.js';
import { objectMembers } from '../embedded.js';
import { joinStories } from '../join-stories.js';
import { noStories, type Stories } from '../stories.js';
import { symbolAt } from '../symbols.js';
import { type DocFile, openDoc, type Range } from './doc-file.js';
import type { RowShape } from './doc-formatting.js';

/** Word 97 to 2003, also as WPS writes it. */
export const docReader: FormatReader = {
  format: 'doc',
  extensions: ['doc', 'dot', 'wps', 'wpt'],
  read(bytes) {
    const file = openCompoundFile(bytes);
    const stories = readStoriesOf(openDoc(file));
    const comments = stories.comments.flatMap(({ text }) => text.split('\n')).filter(Boolean);
    const page = joinStories(stories);
    // Pictures lie in a stream of their own.
    const hasPictures = page.text !== '' && (file.entries.get('Data')?.size ?? 0) >= LARGE_PICTURE_BYTES;
    return Promise.resolve({
      pages: [page],
      comments,
      members: objectMembers(file, bytes.length),
      flags: hasPictures ? ['pictures_unread'] : [],
    });
  },
};

/** Separators of notes come before the headers, six of them; then six a section: even, odd, even, odd, first, first. */
const SEPARATORS = 6;
const isFooter = [false, false, true, true, false, true];

function readStoriesOf(doc: DocFile): Stories {
  const budget = newTextBudget();
  const { ranges, places } = doc;
  const stories = noStories();
  const references = [
    ...places.noteRefs.map((cp, i) => ({ cp, id: `footnote ${i}` })),
    ...places.endnoteRefs.map((cp, i) => ({ cp, id: `endnote ${i}` })),
  ].sort((a, b) => a.cp - b.cp);
  const numbers = new Map(references.map(({ cp }, i) => [cp, i + 1]));
  references.forEach(({ id }, i) => {
    stories.notes.set(id, { number: i + 1, page: { text: '', tables: [] } });
  });
  const text = readRange(doc, ranges.text, budget, numbers);
  const boxes = readRange(doc, ranges.boxes, budget);
  stories.body = joined(text, boxes);
  const readNotes = (kind: string, range: Range, starts: readonly number[]) => {
    for (const [i, part] of partsOf(range, starts).entries()) {
      const note = stories.notes.get(`${kind} ${i}`);
      if (note) note.page = readRange(doc, part, budget);
    }
  };
  readNotes('footnote', ranges.notes, places.notes);
  readNotes('endnote', ranges.endnotes, places.endnotes);
  for (const [i, part] of partsOf(ranges.headers, places.headers).entries()) {
    if (i < SEPARATORS) continue;
    (isFooter[i % SEPARATORS] ? stories.footers : stories.headers).push(readRange(doc, part, budget));
  }
  stories.headers.push(readRange(doc, ranges.headerBoxes, budget));
  stories.comments.push(readRange(doc, ranges.comments, budget));
  return stories;
}

function joined(...pages: PageText[]): PageText {
  const writer = openPageText();
  for (const page of pages) writer.append(page);
  return writer.finish();
}

function partsOf({ start, end }: Range, starts: readonly number[]): Range[] {
  return starts.slice(0, -1).map((from, i) => ({
    start: Math.min(start + from, end),
    end: Math.min(start + starts[i + 1]!, end),
  }));
}

/** Characters that mean something by themselves. */
const mark = {
  note: 2,
  cell: 7,
  tab: 9,
  line: 11,
  page: 12,
  paragraph: 13,
  column: 14,
  field: 19,
  result: 20,
  fieldEnd: 21,
  hyphen: 30,
};

/**
 * @param notes the number of the note that is named at a cp; in notes themselves none is.
 * @throws {PermanentError} `extraction.too_much_text`.
 */
function readRange(
  doc: DocFile,
  range: Range,
  budget: TextBudget,
  notes: ReadonlyMap<number, number> = new Map(),
): PageText {
  const writer = openPageText(budget);
  const rows: EdgeRow[] = [];
  let cells: PageText[] = [];
  let paragraph = openPageText(budget);
  /** Fields that are open; of each whether its instruction is still being read. */
  const fields: boolean[] = [];
  let instructions = 0;

  const endTable = () => {
    if (cells.length > 0) endRow(null);
    if (rows.length > 0) writeEdgeTable(rows.splice(0), writer);
  };
  const endCell = () => {
    cells.push(paragraph.finish());
    paragraph = openPageText(budget);
  };
  const endRow = (shape: RowShape | null) => {
    rows.push(rowOf(cells, shape));
    cells = [];
  };
  const endParagraph = (place: number, isCell: boolean) => {
    const { inTable, endsRow, row } = doc.paragraphAt(place);
    if (inTable && endsRow && isCell) endRow(row);
    else if (isCell && inTable) endCell();
    else if (inTable) paragraph.endLine();
    else {
      endTable();
      writer.append(paragraph.finish());
      paragraph = openPageText(budget);
    }
  };
  for (const { cp, text, place, width, formatting } of doc.runs(range)) {
    if (formatting.deleted) continue;
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 32 && !(formatting.special && code === 40)) continue;
      if (instructions === 0 && i > from) paragraph.write(text.slice(from, i));
      from = i + 1;
      if (code === mark.field) {
        fields.push(true);
        instructions += 1;
      } else if (code === mark.result || code === mark.fieldEnd) {
        const open = code === mark.result ? fields[fields.length - 1] : fields.pop();
        if (open) instructions -= 1;
        if (code === mark.result && fields.length > 0) fields[fields.length - 1] = false;
      } else if (code === mark.paragraph || code === mark.cell || code === mark.page) {
        endParagraph(place + i * width, code === mark.cell);
      } else if (instructions > 0) continue;
      else if (code === mark.line || code === mark.column) paragraph.endLine();
      else if (code === mark.tab) paragraph.write('\t');
      else if (code === mark.hyphen) paragraph.write('-');
      else if (code === mark.note && notes.has(cp + i)) paragraph.write(`[${notes.get(cp + i)}]`);
      else if (code === 40) paragraph.write(symbolAt('Wingdings', formatting.symbol ?? Number.NaN));
    }
    if (instructions === 0 && from < text.length) paragraph.write(text.slice(from));
  }
  endTable();
  writer.append(paragraph.finish());
  return writer.finish();
}

function rowOf(cells: readonly PageText[], shape: RowShape | null): EdgeRow {
  return {
    left: shape?.edges[0] ?? 0,
    cells: cells.map((content, i) => ({
      content,
      right: shape?.edges[i + 1] ?? null,
      continues: shape?.continues[i] ?? false,
      joined: shape?.joined[i] ?? false,
    })),
  };
}
