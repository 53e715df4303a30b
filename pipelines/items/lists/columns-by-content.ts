import { type Cell, type Column, type ColumnKind, type Headings, personal, type Row } from './columns.js';
import { bare, type ReadColumns } from './read-columns.js';
import { address, harmless, isOfShape, shapeOf } from './shapes.js';
import { distinctCells } from './tables.js';
import type { Vocabulary } from './vocabulary.js';

/** Kinds of known headings under which nobody stands who may have brought the matter. */
const ofOthers: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  'serial',
  'problem',
  'amount',
  'handler',
  'project',
  'other',
]);
const ofOffice: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>(['unit', 'post', 'unitPost']);

/**
 * The columns of a list whose headings are not known: by their headings where these say it outright, else by what they
 * hold. Whatever may be the informant's is sealed: that is every column but the matters, days, numbers, sums and
 * results, and whoever is accused beyond doubt.
 */
export function guessedColumns(read: ReadColumns, known: Headings, words: Vocabulary): Column[] {
  const { shapes, content } = read;
  const written = shapes.map((_, c) => headingAt(read.headings, c, known));
  const roles = rolesOf(read, written, known, words);
  const days = shapes.filter((shape, c) => shape === 'date' && arrives(written[c]!, words)).length;
  return shapes.map((shape, c): Column => {
    const { label, heading, kind } = written[c]!;
    const open = (as: ColumnKind, name: string): Column => ({ kind: as, label: name, heading });
    const sealed = (as: ColumnKind, name: string): Column => ({
      ...open(as, name),
      mayBeInformants: (value) => !words.isNothing(value),
    });
    if (c === content) return open('problem', kind === 'problem' ? label : '反映主要问题');
    if (roles[c] === 'accused') return open('accused', kind === 'accused' ? label : '被反映人');
    if (roles[c] === 'accusedPost')
      return open(
        ofOffice.has(kind) ? kind! : 'unitPost',
        label.startsWith('被')
          ? label
          : `被反映人${personal[ofOffice.has(kind) ? (kind as keyof typeof personal) : 'unitPost']}`,
      );
    if (ofOthers.has(kind)) return open(kind!, label);
    if (shape === 'phone') return sealed('attribute', '反映人电话');
    if (roles[c] === 'informant') return sealed('informant', kind === 'informant' ? label : '反映人');
    if (kind !== null || !harmless.has(shape)) return sealed('other', label);
    // A name among days or results is none of them.
    const odd = (as: ColumnKind, name: string): Column => ({
      ...open(as, name),
      mayBeInformants: (value) => !isOfShape(value, shape, words) && !words.isNothing(value),
    });
    if (shape === 'serial') return odd('serial', label || '序号');
    if (shape === 'outcome') return odd('other', '办理结果');
    if (shape === 'channel') return odd('other', '信访形式');
    return odd('other', shape === 'date' && days === 1 && arrives(written[c]!, words) ? '收件日期' : label);
  });
}

/**
 * The columns of a list with known headings as its rows show whose they are: 姓名 may be who came, and one that no
 * heading is known of is sealed where it holds names, telephones or homes: 谁 beside 反映主要问题.
 */
export function withRowsRead(
  written: readonly Column[],
  rows: readonly Row[],
  words: Vocabulary,
): readonly Column[] {
  const columns = written.map((column): Column => {
    const isAccused = column.kind === null && words.saysAccused(bare(column.label));
    return isAccused ? { ...column, kind: 'accused', label: '被反映人' } : column;
  });
  const valuesOf = (c: number) => rows.map((row) => bare(row.cells[c]?.text ?? ''));
  const sealed = (column: Column): Column => ({
    ...column,
    mayBeInformants: (value) => !words.isNothing(value),
  });
  const accused = columns.findIndex(({ kind }) => kind === 'accused');
  const problem = columns.findIndex(({ kind }) => kind === 'problem');
  const hasOffice = columns.some(({ kind }) => ofOffice.has(kind));
  return columns.map((column, c): Column => {
    const { kind, label, mayBeInformants } = column;
    if (kind === 'person' && c < accused) return { ...column, kind: 'informant', label: '反映人' };
    if (kind === 'person' && accused < 0 && !hasOffice && mostly(valuesOf(problem), words.reportsSomebody))
      return sealed({ ...column, kind: 'informant', label: '反映人' });
    if (kind !== null || mayBeInformants) return column;
    return words.saysInformant(label) || reachSomebody(valuesOf(c), words) ? sealed(column) : column;
  });
}

/** Most are persons', and one in three is a name beyond doubt, a telephone or a home. */
function reachSomebody(values: readonly string[], words: Vocabulary): boolean {
  const shape = shapeOf(values, words);
  if (shape === 'phone') return true;
  if (harmless.has(shape)) return false;
  const reaches = (value: string) =>
    words.isName(value) || address.test(value) || isOfShape(value, 'phone', words);
  const filled = values.filter((v) => v !== '' && !words.isNothing(v));
  return (
    filled.filter(reaches).length * 3 >= filled.length &&
    mostly(filled, (value) => reaches(value) || isOfShape(value, 'person', words))
  );
}

/** What of a row may be the informant's of whose columns nothing is known: whatever tells no matter, day, number or way. */
export function strayCells(row: Row, known: Headings, words: Vocabulary): Cell[] {
  return distinctCells(row).flatMap(({ cell }) => {
    const value = bare(cell.text);
    const isOpen = [...harmless, 'text' as const].some((shape) => isOfShape(value, shape, words));
    return isOpen || known.kindOf(value) !== null || words.isNothing(value) ? [] : cell;
  });
}

/** What of some rows may be the informant's: cells of his, and his name where the matter begins with who tells it. */
export function informantCells(rows: readonly Row[], columns: readonly Column[], words: Vocabulary): Cell[] {
  return rows.flatMap((row) => {
    const cells = distinctCells(row);
    return cells.flatMap(({ cell, column }): Cell | Cell[] => {
      const { kind, mayBeInformants } = columns[column] ?? {};
      if (cell.text !== '' && mayBeInformants?.(bare(cell.text))) return cell;
      const teller = kind === 'problem' ? words.tellerIn(cell.text) : null;
      // Whom another column names tells what the matter says of him.
      const isNamed = teller !== null && cells.some((c) => c.cell !== cell && c.cell.text.includes(teller));
      if (teller === null || isNamed) return [];
      return { start: cell.start, end: cell.start + teller.length, text: teller };
    });
  });
}

type Role = 'informant' | 'accused' | 'accusedPost' | null;

/**
 * Who the persons of the columns are: whom a heading names outright; whoever can be reached by the phone beside; and,
 * where somebody is known to bring the matters, the one other with an office.
 */
function rolesOf(
  { shapes, values, content }: ReadColumns,
  written: readonly Heading[],
  known: Headings,
  words: Vocabulary,
): Role[] {
  const roles: Role[] = written.map((heading, c) => (c === content ? null : saysWho(heading, known, words)));
  const isPerson = (c: number) =>
    c !== content &&
    roles[c] === null &&
    !harmless.has(shapes[c]!) &&
    shapes[c] !== 'phone' &&
    (written[c]!.kind === null || written[c]!.kind === 'person');
  const places = [...shapes.keys()];
  const isSaid = roles.includes('accused');
  const named = roles.includes('informant') || mostly(values[content]!, (v) => words.tellerIn(v) !== null);
  const reached = places.filter((c) => isPerson(c) && shapes[c + 1] === 'phone');
  for (const c of reached) roles[c] = 'informant';
  // 王家坪 beside the phone may be where he lives, whose name stands before it.
  const phone = places.findIndex((c) => reached.includes(c) && mostly(values[c]!, words.isName));
  const officers = isSaid ? [] : places.filter((c) => isPerson(c) && holdOffice(values, c, words));
  const [other] = officers;
  if (officers.length === 1 && (named || (phone >= 0 && other! > phone))) roles[other!] = 'accused';
  for (const c of places.slice(1)) {
    const follows = roles[c - 1] === 'accused' || roles[c - 1] === 'accusedPost';
    const isPost = ofOffice.has(written[c]!.kind);
    if (roles[c] === 'accused' && (isPost || follows)) roles[c] = 'accusedPost';
    else if (follows && c !== content && roles[c] === null && (isPost || allOffices(values[c]!, words)))
      roles[c] = 'accusedPost';
  }
  if (roles[0] === 'accused' && ofOffice.has(written[0]!.kind)) roles[0] = 'accusedPost';
  return roles;
}

/** The headings say outright which column names who brings the matters, and which whom they are about. */
export function namesBoth(read: ReadColumns, known: Headings, words: Vocabulary): boolean {
  const said = read.shapes.map((_, c) => saysWho(headingAt(read.headings, c, known), known, words));
  return said.includes('informant') && said.includes('accused');
}

interface Heading extends Pick<Column, 'label' | 'heading' | 'kind'> {
  /** The words of each row. */
  parts: string[];
}

/** Whom a heading names outright. */
function saysWho(
  { label, parts }: Heading,
  known: Headings,
  words: Vocabulary,
): 'informant' | 'accused' | null {
  const written = [label, ...parts].map(bare);
  // 被反映人（由来信人填写）
  const aside = /[（(【[]([^（()）]*)[)）\]】]/u.exec(label)?.[1] ?? '';
  if (written.some((w) => known.exactKindOf(w) === 'informant' || words.saysInformant(w))) return 'informant';
  const isAccused = written.some((w) => known.exactKindOf(w) === 'accused' || words.saysAccused(w));
  return isAccused && !words.isBrought(aside) ? 'accused' : null;
}

/** Unit and post stand before each name, or in the next column. */
function holdOffice(values: readonly string[][], column: number, words: Vocabulary): boolean {
  const filled = values[column]!.filter((v) => v !== '');
  if (filled.every(words.isOfficer)) return true;
  const next = values[column + 1];
  return filled.every(words.isName) && next !== undefined && allOffices(next, words);
}

function mostly(values: readonly string[], is: (value: string) => boolean): boolean {
  const filled = values.filter((v) => v !== '');
  return filled.filter(is).length * 3 >= filled.length * 2;
}

function allOffices(values: readonly string[], { isOffice }: Vocabulary): boolean {
  const filled = values.filter((v) => v !== '');
  return filled.length > 0 && filled.every(isOffice);
}

/** A day under a heading that speaks of coming in, or under none; what it happened on has a heading that says so. */
const arrives = ({ label, kind }: Heading, { isBrought }: Vocabulary): boolean =>
  kind === null && (label === '' || isBrought(label));

/** The words above a column, one row under the other, and the place of the lowest. */
export function headingAt(headings: readonly Row[], column: number, known: Headings): Heading {
  const cells: Cell[] = [];
  for (const row of headings) {
    let c = column;
    // Of a heading over several columns only its first cell may be written.
    while (row === headings[0] && headings.length > 1 && c > 0 && !row.cells[c]?.text) c -= 1;
    const cell = row.cells[c];
    if (cell && cell.text !== '' && cells.at(-1)?.start !== cell.start) cells.push(cell);
  }
  const last = cells.at(-1);
  const parts = cells.map((cell) => cell.text.replace(/\s+/gu, ' '));
  const label = parts.join('');
  return {
    label,
    parts,
    kind: known.kindOf(label),
    heading: last ? { start: last.start, end: last.end } : { start: 0, end: 0 },
  };
}
