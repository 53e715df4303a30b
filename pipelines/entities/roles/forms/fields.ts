import type { Span } from '../../../../domain/index.js';
import { unitOfHeading } from '../../../heading-units.js';
import type { Dictionary } from '../../names/index.js';

/** A labelled place of a form or of a letter's head and foot. */
export interface Field extends Span {
  /** A key of the lexicon's `labels`, after the block that it stands in: see resolveBlocks. */
  kind: string;
  /** The label as written, without spaces. */
  label: string;
  labelStart: number;
}

export interface Line extends Span {
  cells: Span[];
}

/** Lines of the text, each with its cells (one where it holds no tab). */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const written of text.split('\n')) {
    const cells: Span[] = [];
    let from = at;
    for (const cell of written.split('\t')) {
      cells.push(trim(text, from, from + cell.length));
      from += cell.length + 1;
    }
    lines.push({ start: at, end: at + written.length, cells });
    at += written.length + 1;
  }
  return lines;
}

/** Fields of forms: `标签：值`, label and value in neighbouring cells, a head row above rows of values. */
export function readFields(text: string, lines: readonly Line[], dictionary: Dictionary): Field[] {
  const fields: Field[] = [];
  const heads = new Map<number, { kind: string; label: string; start: number }>();
  for (const [n, line] of lines.entries()) {
    const { cells } = line;
    if (cells.length > 1) {
      const kinds = cells.map((cell) => labelOf(text.slice(cell.start, cell.end), dictionary));
      const known = kinds.filter((kind) => kind !== null).length;
      const below = lines[n + 1]?.cells.length ?? 0;
      if (
        known >= 2 &&
        below === cells.length &&
        known * 2 > cells.filter((c) => c.end > c.start).length &&
        !pairs(kinds)
      ) {
        heads.clear();
        for (const [c, cell] of cells.entries()) {
          const kind = kinds[c];
          if (kind != null)
            heads.set(c, { kind, label: text.slice(cell.start, cell.end), start: cell.start });
        }
        continue;
      }
      if (known === 0 && heads.size > 0) {
        for (const [c, cell] of cells.entries()) {
          const head = heads.get(c);
          if (head !== undefined)
            fields.push({ ...cell, kind: head.kind, label: head.label, labelStart: cell.start });
        }
        continue;
      }
      if (isHeadOfFigures(text, lines, n, kinds, dictionary)) {
        heads.clear();
        continue;
      }
      for (const [c, cell] of cells.entries()) {
        const kind = kinds[c];
        const value = cells[c + 1];
        if (kind != null && value !== undefined && kinds[c + 1] == null) {
          fields.push({ ...value, kind, label: text.slice(cell.start, cell.end), labelStart: cell.start });
        } else fields.push(...(gluedField(text, cell, dictionary) ?? inlineFields(text, cell, dictionary)));
      }
      continue;
    }
    heads.clear();
    const [cell] = cells;
    if (cell !== undefined) fields.push(...inlineFields(text, cell, dictionary));
  }
  fillFromNextLine(text, fields, lines, dictionary);
  return fields.sort((a, b) => a.labelStart - b.labelStart);
}

/** Cells of a line that hold nothing but a figure too short for a telephone. */
export const figuresIn = (text: string, { cells }: Line): number =>
  cells.filter((cell) => /^\d{1,6}(?:\.\d{1,2})?$/.test(text.slice(cell.start, cell.end).replaceAll(',', '')))
    .length;

/** 姓名 应发 实发 above rows of figures, as in a pay list: whose names they are is asked of no writer. */
function isHeadOfFigures(
  text: string,
  lines: readonly Line[],
  n: number,
  kinds: readonly (string | null)[],
  dictionary: Dictionary,
): boolean {
  if (!kinds.includes('name') || kinds.some((kind) => kind !== null && !/^(?:name|other|amount)$/.test(kind)))
    return false;
  if (/\d/.test(text.slice(lines[n]!.start, lines[n]!.end))) return false;
  const below = lines.slice(n + 1, n + 3);
  return (
    below.length === 2 &&
    below.every(
      (row) =>
        row.cells.length === kinds.length &&
        figuresIn(text, row) > 0 &&
        labelOf(text.slice(row.cells[0]!.start, row.cells[0]!.end), dictionary) === null,
    )
  );
}

/** Label, value, label, value … is a form's row and no head of a table. */
function pairs(kinds: readonly (string | null)[]): boolean {
  return kinds.every((kind, i) => (i % 2 === 0) === (kind !== null));
}

/** What ends a label: a colon, or the bracket that holds it alone (【举报人】某某). */
const ending = /[:：】]/g;
const unlabelled = /^([\u4e00-\u9fa5()（）]{2,10})[ \u3000]+(?=\S)/;

function inlineFields(text: string, cell: Span, dictionary: Dictionary): Field[] {
  const written = text.slice(cell.start, cell.end);
  const marks: { labelStart: number; valueStart: number; kind: string; label: string }[] = [];
  for (const match of written.matchAll(ending)) {
    const found = labelBefore(written, match.index, dictionary);
    if (found === null) continue;
    const bracketed = match[0] === '】';
    if (bracketed && written.charAt(found.labelStart - 1) !== '【') continue;
    marks.push({
      ...found,
      labelStart: found.labelStart - (bracketed ? 1 : 0),
      valueStart: match.index + 1,
    });
  }
  const first = unlabelled.exec(written);
  if (first?.[1] !== undefined && marks[0]?.labelStart !== 0) {
    const kind = labelOf(first[1], dictionary);
    if (kind !== null && kind !== 'other' && kind !== 'signedOn') {
      marks.unshift({ labelStart: 0, valueStart: first[0].length, kind, label: first[1] });
    }
  }
  const name = /^(?:[（(]?[\d一二三四五]{1,2}[)）.．、])?\s?([\u3400-\u9fff·]{2,4})[，,；;\s]{1,2}$/.exec(
    written.slice(0, marks[0]?.labelStart ?? 0),
  )?.[1];
  // （1）某某，单位：某局，职务：科长: in the block of the accused his name does without a label.
  if (name !== undefined && /^(?:unit|post|unitPost)$/.test(marks[0]!.kind)) {
    const at = written.indexOf(name);
    marks.unshift({ labelStart: at, valueStart: at, kind: 'bareName', label: '' });
  }
  const bars = [...written.matchAll(/[|｜│]/g)].map((bar) => bar.index);
  // 来人：…｜所在：…｜事由：…: where bars part the line, no value runs over one.
  const endOf = (valueStart: number, next: number) =>
    Math.min(next, bars.find((bar) => bar > valueStart) ?? next);
  const fields = marks.map((mark, i) => ({
    ...trim(
      text,
      cell.start + mark.valueStart,
      cell.start +
        endOf(mark.valueStart, marks[i + 1]?.labelStart ?? ownSentence(written, mark) ?? written.length),
    ),
    kind: mark.kind,
    label: mark.label,
    labelStart: cell.start + mark.labelStart,
  }));
  return fields.flatMap((field) =>
    field.kind === 'informant' ? [field, ...withoutColon(text, field, dictionary)] : [field],
  );
}

/**
 * Where a sentence goes on behind the names on the same line: the writer of himself (被举报人：某某。我是…), an office of
 * what those who came say (代表：某某。来访人反映：…).
 */
const goesOn: Readonly<Record<string, RegExp>> = {
  accused: /[。；;！!][ \u3000]*(?:我|本人|俺|咱|鄙人|笔者)|[，,](?:我|俺|本人)(?:名?叫|是|姓|系|的)/,
  informant:
    /[。；;][ \u3000]*(?:(?:来访|来电|来信|举报|反映|信访|上访)(?:人员?|者|群众)|他们|其)?(?:主要|集中|共同)?(?:反映|举报|控告|投诉|诉称|称|说)/,
};

function ownSentence(
  written: string,
  { kind, valueStart }: { kind: string; valueStart: number },
): number | null {
  const at = goesOn[kind] ? written.slice(valueStart).search(goesOn[kind]) : -1;
  return at < 0 ? null : valueStart + at;
}

const reaching = /^(?:unit|address|phone|identity|email|informant[A-Z][a-z]+)$/;

/** 群众姓名：某某，工作单位某厂，住址某路: in a row about the writer a label may do without its colon. */
function withoutColon(text: string, row: Field, dictionary: Dictionary): Field[] {
  const found: Field[] = [];
  const pattern = /[，,；;\s]([\u3400-\u9fff]{3,10})[^，,；;。\n\t]*/g;
  for (const match of text.slice(row.start, Math.min(row.end, row.start + 200)).matchAll(pattern)) {
    const labelStart = row.start + match.index + 1;
    for (let size = Math.min(8, (match[1] ?? '').length - 1); size >= 2; size--) {
      const label = text.slice(labelStart, labelStart + size);
      const kind = labelOf(label, dictionary);
      if (kind === null || !reaching.test(kind)) continue;
      const value = trim(text, labelStart + size, row.start + match.index + match[0].length);
      found.push({ ...value, kind, label, labelStart });
      break;
    }
  }
  return found;
}

/** 被举报人沈丹: a form's cell whose border a PDF lost, the label and a value short enough for one. */
function gluedField(text: string, cell: Span, dictionary: Dictionary): Field[] | null {
  const written = text.slice(cell.start, cell.end);
  if (/[:：，。]/.test(written)) return null;
  for (let size = Math.min(12, written.length - 2); size >= 2; size--) {
    const label = written.slice(0, size);
    const kind = dictionary.labels.get(label);
    if (kind === undefined) continue;
    const name =
      /^(?:accused|informant)$/.test(kind) &&
      size >= 3 &&
      /^[\u3400-\u9fff·]{2,6}$/.test(written.slice(size));
    const reach =
      (kind === 'address' && written.length - size >= 6) ||
      (kind === 'phone' && /^[\d-]{7,}$/.test(written.slice(size)));
    return name || reach
      ? [{ start: cell.start + size, end: cell.end, kind, label, labelStart: cell.start }]
      : null;
  }
  return null;
}

/** The label that ends at `end`: the longest known one that begins a line or follows a break. */
function labelBefore(
  written: string,
  end: number,
  dictionary: Dictionary,
): { labelStart: number; kind: string; label: string } | null {
  for (let start = Math.max(0, end - 20); start < end; start++) {
    if (start > 0 && !/[\s，,。；;、()（）【】[\]0-9.．:：|｜│]/.test(written.charAt(start - 1))) continue;
    const label = written.slice(start, end);
    const kind = labelOf(label, dictionary);
    if (kind !== null) return { labelStart: start, kind, label };
  }
  return null;
}

/** The kind of a label as an office writes it: with spaces, numbering, brackets behind. */
export function labelOf(written: string, dictionary: Dictionary): string | null {
  const label = written
    .replace(/\s/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[:：]$/, '');
  // 住：某村: the one label of a single character.
  if (label === '住') return 'address';
  if (label.length < 2 || label.length > 20) return null;
  return (
    dictionary.labels.get(label) ??
    dictionary.labels.get(label.replace(/\([^()]*\)/g, '')) ??
    (unitOfHeading(label) ? 'other' : undefined) ??
    dictionary.labels.get(label.replace(/^[\d一二三四五六七八九十]+[.、．)]/, '')) ??
    // 被反映人1, 被举报人A, 职务2.
    dictionary.labels.get(label.replace(/[\d一二三四五A-Za-z甲乙丙丁]$/, '')) ??
    ownKind(label, dictionary)
  );
}

/** The kind of a label that no list holds whole, but that is made of words for the writer and what is asked of him. */
function ownKind(label: string, dictionary: Dictionary): string | null {
  const own = dictionary.ownLabel(
    label.replace(/\([^()]*\)|^[\d一二三四五六七八九十]+[.、．)]|[\d一二三四五]$/g, ''),
  );
  if (own === null) return null;
  if (own.asks === 'name') return own.who ? 'informant' : 'name';
  return own.who ? `informant${own.asks.charAt(0).toUpperCase()}${own.asks.slice(1)}` : own.asks;
}

/** A label that stands alone on its line has its value on the next. */
function fillFromNextLine(
  text: string,
  fields: Field[],
  lines: readonly Line[],
  dictionary: Dictionary,
): void {
  for (const field of fields) {
    if (field.end > field.start) continue;
    const n = lines.findIndex((line) => line.start <= field.labelStart && field.labelStart <= line.end);
    const next = lines[n + 1];
    const alone = lines[n]?.cells.length === 1 && text.slice(field.start, lines[n]?.end).trim() === '';
    if (next === undefined || !alone || next.cells.length > 1) continue;
    const value = trim(text, next.start, next.end);
    if (value.end - value.start > 60 || inlineFields(text, value, dictionary).length > 0) continue;
    if (field.kind === 'informant' || field.kind === 'accused' || field.kind === 'unitPost')
      Object.assign(field, value);
  }
}

function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s:：]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s;；，,、。|｜│]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
