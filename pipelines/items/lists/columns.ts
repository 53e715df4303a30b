import type { Span } from '../../../domain/index.js';
import type { TablesSection } from '../../../lexicon/index.js';
import { unitOfHeading } from '../../heading-units.js';

export type ColumnKind = keyof TablesSection['columns'];

/** What one column of a list is called, and where its heading stands. */
export interface Column {
  kind: ColumnKind | null;
  /** What stands before each value. */
  label: string;
  /** Of the heading's last cell. */
  heading: Span;
  /** Of a list whose headings are not known: whether a value under it may be the informant's, and is sealed whole. */
  mayBeInformants?: (value: string) => boolean;
}

export interface Cell extends Span {
  text: string;
}
export interface Row {
  row: number;
  /** By column; a cell merged over several columns stands in each. */
  cells: Cell[];
}

/** The columns of a list, with the row that is the first below their headings. */
export interface Head {
  columns: Column[];
  next: number;
  /** Told by what the columns hold: nobody knows their headings. */
  guessed: boolean;
  /** What such headings say, by which they are known where they are repeated. */
  said: ReadonlySet<string>;
}

/** The headings of an office's lists. */
export interface Headings {
  kindOf(heading: string): ColumnKind | null;
  /** The same where the heading is one of them as a whole. */
  exactKindOf(heading: string): ColumnKind | null;
}

const unitBehind = /[（(【[](?:单位[:：])?[^（）()]{0,12}[)）\]】]$/u;

/** A heading without spaces and without the brackets behind it. */
const bareHeading = (written: string) => written.replace(/\s+/gu, '').replace(unitBehind, '');

const made = new WeakMap<TablesSection, Headings>();

/** Made once of a lexicon. */
export function headingsOf(lexicon: TablesSection): Headings {
  const known = made.get(lexicon) ?? make(lexicon);
  made.set(lexicon, known);
  return known;
}

function make({ columns }: TablesSection): Headings {
  const kinds = new Map<string, ColumnKind>();
  for (const [kind, words] of Object.entries(columns))
    for (const word of words) if (!kinds.has(word)) kinds.set(word, kind as ColumnKind);
  const contained = [...kinds].filter(([word]) => word.length >= 3).sort((a, b) => b[0].length - a[0].length);
  const wholeOf = (heading: string) =>
    heading.replace(/\s+/gu, '').replaceAll('（', '(').replaceAll('）', ')');
  const exactKindOf = (heading: string) => {
    const whole = wholeOf(heading);
    return kinds.get(whole) ?? kinds.get(bareHeading(whole)) ?? null;
  };
  return {
    exactKindOf,
    kindOf(heading) {
      const whole = wholeOf(heading);
      if (whole === '' || whole.length > 24) return null;
      const bare = bareHeading(whole);
      const exact = exactKindOf(whole);
      if (exact !== null || bare.length > 14) return exact;
      // 涉嫌主要问题摘要 is 主要问题 with words around it.
      return /[，。；：:\d]/u.test(bare)
        ? null
        : (contained.find(([word]) => bare.includes(word))?.[1] ?? null);
    },
  };
}

/** Kinds that make a heading the head of a list of clues, beside the problem itself. */
const telling: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  'serial',
  'accused',
  'person',
  'informant',
  'unit',
  'unitPost',
  'handler',
  'project',
]);

const known = { guessed: false, said: new Set<string>() } as const;

/**
 * The columns that begin at a row: one row of headings, or two where the upper ones are merged over several
 * columns. Null where the row heads no list of clues: a form (标签, 值, 标签, 值) heads none.
 */
export function columnsAt(rows: readonly Row[], index: number, headings: Headings): Head | null {
  const upper = rows[index]!;
  const lower = rows[index + 1];
  const two = lower && isLowerHeading(upper, lower, headings) ? twoRowColumns(upper, lower, headings) : null;
  if (two && isListHead(two)) return { columns: named(two), next: index + 2, ...known };
  const one = upper.cells.map((cell) => ({
    kind: headings.kindOf(cell.text),
    label: cell.text.replace(/\s+/gu, ''),
    heading: { start: cell.start, end: cell.end },
  }));
  return isListHead(one) ? { columns: named(one), next: index + 1, ...known } : null;
}

function isListHead(columns: readonly Column[]): boolean {
  const distinct = columns.filter(
    (c, i) => c.label !== '' && (i === 0 || c.heading.start !== columns[i - 1]!.heading.start),
  );
  const known = distinct.filter((c) => c.kind !== null);
  const empty = columns.filter((c) => c.label === '').length;
  if (known.length < 2 || !known.some((c) => c.kind === 'problem')) return false;
  if (!known.some((c) => telling.has(c.kind))) return false;
  const share = known.length / (distinct.length + empty);
  return share >= 0.6 || (share >= 0.4 && distinct[0]!.kind === 'serial');
}

/** Every cell of the lower row repeats the one above it, is empty, or names a part of what is above it. */
function isLowerHeading(upper: Row, lower: Row, headings: Headings): boolean {
  const above = new Set(upper.cells.filter((c) => c.text !== '').map((c) => c.start));
  const own = lower.cells.filter((c) => c.text !== '' && !above.has(c.start));
  if (own.length === 0 || own.some((c) => c.text.length > 16)) return false;
  // A title or 填报单位：… above a heading is no heading itself.
  const isHeading =
    lower.cells.some((c) => c.text !== '' && above.has(c.start)) ||
    upper.cells.filter((c) => headings.kindOf(c.text) !== null).length >= 2;
  if (!isHeading || above.size < 2) return false;
  return own.filter((c) => headings.kindOf(c.text) !== null || isUnit(c.text)).length * 2 >= own.length;
}

/** A cell of nothing but the unit of what stands under it. */
const isUnit = (text: string) => {
  const bare = text.replace(/\s+|^单位[:：]/gu, '');
  return (
    /^[（(]?(?:单位[:：])?[^（）()]{1,3}[)）]?$/u.test(bare) &&
    unitOfHeading(/^[（(]/u.test(bare) ? bare : `（${bare}）`) !== null
  );
};

function twoRowColumns(upper: Row, lower: Row, headings: Headings): Column[] {
  return lower.cells.map((cell, c) => {
    const parent = parentOf(upper, lower, c);
    const whole = parent && parent.start === cell.start && parent.end === cell.end;
    if (cell.text === '' || whole || !parent || parent.text === '') {
      const only = cell.text === '' && parent ? parent : cell;
      return {
        kind: headings.kindOf(only.text),
        label: only.text.replace(/\s+/gu, ''),
        heading: { start: only.start, end: only.end },
      };
    }
    const label = joinHeadings(parent.text, cell.text);
    return {
      kind: headings.kindOf(label) ?? headings.kindOf(cell.text) ?? headings.kindOf(parent.text),
      label,
      heading: { start: cell.start, end: cell.end },
    };
  });
}

/** The upper heading of a column: of rows of unequal length by the cells that both share. */
function parentOf(upper: Row, lower: Row, column: number): Cell | null {
  if (upper.cells.length === lower.cells.length) {
    for (let c = column; c >= 0; c--) {
      const cell = upper.cells[c]!;
      if (cell.text !== '') return cell;
      if (lower.cells[c]!.text === '') return null;
    }
    return null;
  }
  let at = 0;
  for (let c = 0; c <= column; c++) {
    const shared = upper.cells.findIndex((cell) => cell.start === lower.cells[c]!.start && cell.text !== '');
    if (shared >= 0) at = shared + 1;
    else if (c === column) return upper.cells[at] ?? null;
  }
  return lower.cells[column]!;
}

/** 被反映人情况 over 姓名 is 被反映人姓名; 易地建设费（万元） over 应缴 is 易地建设费应缴（万元）. */
function joinHeadings(parent: string, child: string): string {
  const [above, below] = [parent.replace(/\s+/gu, ''), child.replace(/\s+/gu, '')];
  const unit =
    unitBehind.exec(below)?.[0] ?? unitBehind.exec(above)?.[0] ?? (isUnit(below) ? `（${below}）` : '');
  const stem = bareHeading(above).replace(/(?:基本)?(?:情况|信息)$/u, '');
  const rest = isUnit(below) ? '' : bareHeading(below);
  return rest.startsWith(stem) ? `${rest}${unit}` : `${stem}${rest}${unit}`;
}

const attributes: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  'unit',
  'post',
  'unitPost',
  'attribute',
]);
/** How his unit and post are called where they do not follow their person. */
export const personal = { unit: '单位', post: '职务', unitPost: '单位及职务' } as const;

/**
 * Labels by which a row's fields are understood without their table: 姓名 in a list of clues is the 被反映人, and
 * a unit or post that does not follow its person is said to be his.
 */
function named(columns: readonly Column[]): Column[] {
  let owner: ColumnKind | null = null;
  return columns.map((column) => {
    const { kind } = column;
    if (kind === 'accused' || kind === 'informant' || kind === 'person') owner = kind;
    else if (!attributes.has(kind)) owner = null;
    if (kind === 'person') return { ...column, label: '被反映人' };
    if ((kind === 'unit' || kind === 'post' || kind === 'unitPost') && owner === null)
      return { ...column, label: column.label.startsWith('被') ? column.label : `被反映人${personal[kind]}` };
    return column;
  });
}
