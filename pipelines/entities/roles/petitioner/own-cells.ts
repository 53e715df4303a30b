import type { Span } from '../../../../domain/index.js';
import type { Dictionary } from '../../names/index.js';
import { labelOf } from '../forms/index.js';
import type { Found, Reading } from '../reading.js';

const nothing = /^(?:匿名|无|不详|不便|保密|略|同上|待核实|未署名|未留|不愿.*|空|—|-+|\/|是|否)?$/;
const accusedHead = /^被(?:反映|举报|控告|检举|投诉)|^(?:涉案人员|涉及对象|责任人)/;

/**
 * Cells of tables and forms that tell of the petitioner: all that stands under a heading for him (举报人及电话,
 * 反映人, 联系方式), and the cells right of such a label. What 电话, 年龄 and 住址 say alone is his
 * where no label for the accused stands before them on the form since the last label for him.
 */
export function readOwnCells({ text, lines, official, dictionary }: Reading): Found[] {
  const found: Found[] = [];
  let heads: (Kind | null)[] = [];
  let width = 0;
  let accused = false;
  for (const [n, line] of lines.entries()) {
    const cells = parted(text, line, line.cells);
    const written = cells.map((c) => text.slice(c.start, c.end).replace(/[\s:：]/g, ''));
    if (cells.length < 2) {
      if (accusedHead.test(written[0] ?? '')) accused = true;
      else if (ownLead(written[0] ?? '', dictionary)) accused = false;
      heads = [];
      continue;
    }
    const kinds = written.map((label) => kindOf(label, dictionary));
    const below = lines[n + 1];
    const next = below === undefined ? 0 : parted(text, below, below.cells).length;
    // A row of labels only, above a row as wide, is a head; label and value side by side are a form.
    const labels = cells.map((c) => labelOf(text.slice(c.start, c.end), dictionary));
    const known = labels.map((label, c) => label !== null || (kinds[c] ?? null) !== null);
    const first = below === undefined ? '' : text.slice(below.start, below.start + 4);
    if (kinds.some((k) => k !== null) && next === cells.length && isHead(written, known, first)) {
      heads = kinds.map((kind) => (kind === 'alone' && official && !kinds.includes('name') ? null : kind));
      width = cells.length;
      continue;
    }
    if (heads.length > 0 && cells.length === width) {
      for (const [c, cell] of cells.entries())
        push(found, heads[c] ?? null, cell, written[c] ?? '', dictionary);
      continue;
    }
    for (const [c, label] of written.entries()) {
      if (accusedHead.test(label)) accused = true;
      const kind = kinds[c] ?? null;
      if (kind === 'name' || kind === 'unit') accused = false;
      const value = cells[c + 1];
      if (value === undefined || kind === null || (kind === 'alone' && (accused || official))) continue;
      push(found, kind, value, written[c + 1] ?? '', dictionary);
    }
  }
  return found;
}

type Kind = 'name' | 'unit' | 'alone';

/** What a heading or a label asks of the petitioner; 填报人 is whoever filled in an office's list. */
function kindOf(label: string, dictionary: Dictionary): Kind | null {
  if (label.length > 20 || label.startsWith('填')) return null;
  const own = dictionary.ownLabel(label.replace(/[（(][^（）()]*[）)]$/, ''));
  if (own?.who) return own.asks === 'unit' ? 'unit' : 'name';
  const kind = labelOf(label, dictionary);
  if (kind === 'informantUnit') return 'unit';
  return personal.test(label) || (kind !== null && reaching.test(kind)) ? 'alone' : null;
}

/** What a form asks of anybody; his where it stands beside him. */
const personal = /^(?:出生(?:年月日?|日期|时间)|年龄|生日|籍贯|户籍|社保号|工号)$/;
const reaching = /^(?:phone|address|email|identity|birth)$/;

/** The words begin with a label for the petitioner: 举报人张某. */
function ownLead(written: string, { ownLabel }: Dictionary): boolean {
  for (let size = 3; size <= Math.min(8, written.length); size++)
    if (ownLabel(written.slice(0, size))?.who) return true;
  return false;
}

/** Mostly labels that do not take turns with values, or numbered rows below; no figures and no sentence. */
function isHead(written: readonly string[], known: readonly boolean[], below: string): boolean {
  if (written.length < 2 || written.some((w) => w.length > 20 || /[\d。，]/.test(w))) return false;
  if (/^(?:序号|编号)$/.test(written[0] ?? '') || /^\s*\d{1,3}\s*[\t|]/.test(below)) return true;
  return known.filter(Boolean).length * 2 > known.length && !known.every((k, c) => k === (c % 2 === 0));
}

function push(found: Found[], kind: Kind | null, span: Span, written: string, dictionary: Dictionary): void {
  if (kind === null || nothing.test(written) || kindOf(written, dictionary) !== null) return;
  if (/群众|职工|村民|业主|居民|匿名/.test(written)) return;
  const name = /^[\u3400-\u9fff·]{2,4}(?=[^\u3400-\u9fff]|$)/.exec(written)?.[0];
  // The name also by itself: it may stand alone elsewhere.
  if (kind === 'name' && name !== undefined)
    found.push({ kind: 'name', span: { start: span.start, end: span.start + name.length } });
  found.push({ kind: kind === 'unit' ? 'organisation' : 'other', span });
}

/** Cells of a line that a tab or a written bar parts. */
function parted(text: string, line: Span, cells: readonly Span[]): Span[] {
  if (cells.length > 1) return [...cells];
  const written = text.slice(line.start, line.end);
  if (!/[|｜│]/.test(written)) return [...cells];
  const spans: Span[] = [];
  for (const match of written.matchAll(/[^|｜│]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const start = line.start + match.index + lead;
    spans.push({ start, end: start + match[0].trim().length });
  }
  return spans.filter((s) => s.end > s.start);
}
