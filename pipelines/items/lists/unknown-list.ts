import type { TablesSection } from '../../../lexicon/index.js';
import type { PaperPage } from '../item.js';
import { type Cell, type Column, type ColumnKind, type Head, headingsOf, type Row } from './columns.js';
import { type Shape, shapeOf } from './shapes.js';
import { distinctCells, tablesOf } from './tables.js';

/** Characters around the table of a list: its name, and who made it. A letter with a table in it has more. */
const mostAround = 400;
const fewestRows = 2;
const fewestColumns = 3;
/** Rows of headings, one above the other. */
const mostHeadings = 2;
/** A heading in characters; an English one is longer. */
const longestHeading = 32;
/** Mean characters of what is told where sums stand beside it: what a ledger says of a sum is shorter. */
const longTold = 16;
/** Words of one who writes a letter himself: its table is a part of it. */
const letter = /[举检]报信|控告[信书]|此致|敬礼|尊敬的|我[们叫是家村]|我的|本人|附件|证据/u;
const people: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>(['informant', 'accused']);
/** Kinds that a heading says for certain, whoever made the list: 姓名 and 单位 may be anybody's. */
const certain: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  'serial',
  'informant',
  'accused',
  'problem',
]);

/** The columns of a table as they are told by what they hold, not by what they are called. */
interface Told {
  headings: Row[];
  next: number;
  values: string[][];
  shapes: Shape[];
  /** The column that tells of the matters. */
  content: number;
}

/**
 * The head of a list whose headings no lexicon knows, or that has none: each row of it is a matter of its own. Null
 * where the table is none (a form, a ledger, a list of names), or it cannot be told that it is one of matters.
 */
export function unknownHead(
  text: string,
  page: PaperPage,
  rows: readonly Row[],
  lexicon: TablesSection,
): { at: number; head: Head } | null {
  const told = readTold(rows, lexicon);
  if (!told) return null;
  const around = aroundOf(text, page);
  if (around === null || !tellsOfMatters(told, around, lexicon)) return null;
  const columns = columnsOf(told, lexicon);
  return { at: told.next - told.headings.length, head: { columns, next: told.next, guessed: true } };
}

/** Whether a paper that stays whole has rows that are filled like those of a list of several matters. */
export function looksLikeList(text: string, pages: readonly PaperPage[], lexicon: TablesSection): boolean {
  return pages.some((page) => {
    const around = aroundOf(text, page);
    return (
      around !== null &&
      tablesOf(text, page).some((rows) => {
        const told = readTold(rows, lexicon);
        return told !== null && told.shapes.length > fewestColumns && !isEvidence(told, around, lexicon);
      })
    );
  });
}

/** What stands around the tables of a page, null where it is a letter of its own. */
function aroundOf(text: string, page: PaperPage): string | null {
  const inside = tablesOf(text, page)
    .flat()
    .flatMap((row) => distinctCells(row).map(({ cell }) => cell))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  let around = page.label ?? '';
  let at = page.start;
  for (const { start, end } of inside) {
    if (start > at) around += text.slice(at, start);
    at = Math.max(at, end);
  }
  around += text.slice(at, page.end);
  const written = around.replace(/\s+/gu, '');
  return written.length > mostAround || letter.test(written) ? null : written;
}

function readTold(rows: readonly Row[], lexicon: TablesSection): Told | null {
  const filledIn = (row: Row) => distinctCells(row).filter(({ cell }) => cell.text !== '').length;
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const first = rows.findIndex((row) => filledIn(row) >= Math.max(2, Math.ceil(width / 2)));
  if (first < 0 || width < fewestColumns) return null;
  const isSum = (row: Row) => {
    const start = row.cells.find((c) => c.text !== '')?.text.replace(/\s+/gu, '') ?? '';
    return lexicon.sums.some((word) => start.startsWith(word));
  };
  for (let headings = mostHeadings; headings >= 0; headings--) {
    const above = rows.slice(first, first + headings);
    const below = rows.slice(first + headings).filter((row) => filledIn(row) >= 2 && !isSum(row));
    if (below.length < fewestRows) continue;
    const values = columnValues(below, width);
    const shapes = values.map(shapeOf);
    const content = contentOf(values, shapes);
    if (content === null || !above.every((row) => isHeading(row, shapes, values, content))) continue;
    // What looks like one more heading is a row as long as its text is no shorter than others'.
    const told = { headings: above, next: first + headings, values, shapes, content };
    return isFilledAlike(told, below.length) ? told : null;
  }
  return null;
}

const columnValues = (rows: readonly Row[], width: number): string[][] =>
  Array.from({ length: width }, (_, c) => rows.map((row) => row.cells[c]?.text.replace(/\s+/gu, '') ?? ''));

/** The longest of the columns that tell. */
function contentOf(values: readonly string[][], shapes: readonly Shape[]): number | null {
  const length = (c: number) => values[c]!.reduce((sum, v) => sum + v.length, 0);
  const telling = shapes.flatMap((shape, c) => (shape === 'text' ? [c] : []));
  return telling.sort((a, b) => length(b) - length(a))[0] ?? null;
}

/** Short words that are not of the shape of what stands below them. */
function isHeading(
  row: Row,
  shapes: readonly Shape[],
  values: readonly string[][],
  content: number,
): boolean {
  const head = row.cells[content]?.text.replace(/\s+/gu, '') ?? '';
  const below = values[content]!.filter((v) => v !== '');
  const mean = below.reduce((sum, v) => sum + v.length, 0) / below.length;
  const han = (head.match(/\p{Script=Han}/gu) ?? []).length;
  return (
    row.cells.every(
      ({ text }) =>
        text.length <= longestHeading && !['date', 'phone', 'number', 'serial'].includes(shapeOf([text])),
    ) &&
    !/[，。；,;]/u.test(head) &&
    (han === 0 || han * 1.5 <= mean) &&
    shapes.length >= fewestColumns
  );
}

/** Every column of a list is of one kind; in a form labels and values stand mixed. */
function isFilledAlike({ shapes, values, content }: Told, rows: number): boolean {
  const filled = shapes.filter((shape) => shape !== 'empty').length;
  const counted = shapes.some((s) => s === 'serial' || s === 'date' || s === 'phone');
  const told = values[content]!.filter((v) => v !== '');
  return (
    filled >= fewestColumns &&
    counted &&
    told.length * 3 >= rows * 2 &&
    new Set(told).size * 3 >= told.length * 2
  );
}

function isEvidence({ headings }: Told, around: string, { evidence }: TablesSection): boolean {
  const said = headings.flatMap((row) => row.cells.map((c) => c.text.replace(/\s+/gu, ''))).join(' ');
  return evidence.some((word) => around.includes(word) || said.includes(word));
}

/** Somebody brings it, or is spoken of, in each row, and what is told is a wrong or was brought to an office. */
function tellsOfMatters(told: Told, around: string, lexicon: TablesSection): boolean {
  if (isEvidence(told, around, lexicon)) return false;
  const { headings, shapes, values, content } = told;
  const persons = shapes.filter((shape) => ['person', 'holder', 'phone'].includes(shape)).length;
  const matters = values[content]!.filter((v) => v !== '');
  const mean = matters.reduce((sum, v) => sum + v.length, 0) / matters.length;
  if (persons === 0) return false;
  if (shapes.includes('number') && persons < 2 && mean < longTold) return false;
  if (matters.filter((v) => /[？?]$/u.test(v)).length * 2 > matters.length) return false;
  const said = headings.flatMap((row) => row.cells.map((c) => c.text.toLowerCase())).join(' ') + around;
  const wrongs = matters.filter((v) => lexicon.wrongs.some((word) => v.includes(word))).length;
  const isBrought = lexicon.bringing.some((word) => said.includes(word));
  // The days of one matter have no more than a day, a place or person, and what happened.
  const wide = shapes.filter((shape) => shape !== 'empty').length > fewestColumns;
  return isBrought ? wrongs > 0 : wide && wrongs * 2 >= matters.length;
}

/** The standard label of each column that is told for certain; all others keep the words that they have. */
function columnsOf(told: Told, lexicon: TablesSection): Column[] {
  const { shapes, headings, values, content } = told;
  const known = headingsOf(lexicon);
  const written = shapes.map((_, c) => headingAt(headings, c));
  const days = shapes.flatMap((shape, c) => (shape === 'date' ? [c] : []));
  const roles = rolesOf(told, written, lexicon);
  return shapes.map((shape, c): Column => {
    const { label, heading } = written[c]!;
    const kind = known.kindOf(label);
    const called = (as: ColumnKind, name: string): Column => ({ kind: as, label: name, heading });
    if (c === content) return called('problem', kind === 'problem' ? label : '反映主要问题');
    if (certain.has(kind) && kind !== 'problem') return { kind, label, heading };
    if (shape === 'serial') return called('serial', label || '序号');
    if (shape === 'date') {
      const isArrival = days.length === 1 && arrives(label, values[c]!, lexicon);
      return called('other', isArrival ? '收件日期' : label);
    }
    if (shape === 'phone') return called('attribute', '反映人电话');
    if (roles[c] === 'informant') return called('informant', '反映人');
    if (roles[c] === 'accused') return called('accused', '被反映人');
    if (shape === 'post' && roles[c - 1] === 'accused') return called('unitPost', '被反映人单位及职务');
    return called('other', label);
  });
}

/** A register goes on from day to day; one whose heading says that it happened then is no day of receipt. */
function arrives(label: string, days: readonly string[], { bringing }: TablesSection): boolean {
  if (/发生|事发|行为|办结|处理|转/u.test(label)) return false;
  const numbers = days.flatMap((d) => {
    const [year, month, day] = d.match(/\d+/gu) ?? [];
    return year?.length === 4 && month && day
      ? [Number(year) * 10000 + Number(month) * 100 + Number(day)]
      : [];
  });
  const inOrder = numbers.every((n, i) => i === 0 || n >= numbers[i - 1]!);
  const backwards = numbers.every((n, i) => i === 0 || n <= numbers[i - 1]!);
  return inOrder || backwards || bringing.some((word) => label.toLowerCase().includes(word));
}

/**
 * Who the persons of a column are: by the heading's words, by whether what is told speaks of them, by a phone that
 * stands beside. One who may have brought the matter is taken for who did: so he is sealed, and who is accused is
 * read from what is told.
 */
function rolesOf(
  { shapes, values, content }: Told,
  written: readonly { label: string }[],
  { accusing, bringing }: TablesSection,
): (ColumnKind | null)[] {
  const persons = shapes.flatMap((shape, c) => (shape === 'person' && c !== content ? [c] : []));
  const roles: (ColumnKind | null)[] = shapes.map(() => null);
  const says = (c: number, words: readonly string[]) =>
    words.some((word) => written[c]!.label.toLowerCase().includes(word));
  for (const [c, shape] of shapes.entries()) {
    const mayBe = shape === 'holder' || shape === 'other';
    // Complaint about: what is brought, and about whom.
    const isAccused = mayBe && (says(c, accusing) || (shape === 'holder' && !says(c, bringing)));
    if (c !== content && isAccused) roles[c] = 'accused';
  }
  for (const c of persons) {
    const filled = values[c]!.filter((v) => v !== '');
    const spokenOf = values[c]!.filter((v, r) => v !== '' && values[content]![r]!.includes(v)).length;
    if (says(c, accusing)) roles[c] = 'accused';
    else if (says(c, bringing) || shapes[c + 1] === 'phone') roles[c] = 'informant';
    else if (spokenOf * 2 > filled.length) roles[c] = 'accused';
  }
  const isBrought = roles.includes('informant');
  const open = persons.filter((c) => !people.has(roles[c]!));
  // Beside one who brings it, whoever has a post is the other; nobody else is shown.
  for (const c of open) roles[c] = isBrought && shapes[c + 1] === 'post' ? 'accused' : 'informant';
  return roles;
}

/** The words above a column, one row under the other, and the place of the lowest. */
function headingAt(headings: readonly Row[], column: number): Pick<Column, 'label' | 'heading'> {
  const cells: Cell[] = [];
  for (const row of headings) {
    let c = Math.min(column, row.cells.length - 1);
    // Of a heading over several columns only its first cell may be written.
    while (row === headings[0] && headings.length > 1 && c > 0 && row.cells[c]?.text === '') c -= 1;
    const cell = row.cells[c];
    if (cell && cell.text !== '' && cells.at(-1)?.start !== cell.start) cells.push(cell);
  }
  const last = cells.at(-1);
  return {
    label: cells.map((c) => c.text.replace(/\s+/gu, ' ')).join(''),
    heading: last ? { start: last.start, end: last.end } : { start: 0, end: 0 },
  };
}
