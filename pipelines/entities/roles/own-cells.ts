import type { InformantField, Span } from '../../../domain/index.js';
import { labelOf } from './fields.js';
import type { Reading } from './informant.js';

type Found = { kind: InformantField['kind']; span: Span };

const role = '(?:举报|反映|控告|来访|来电|来信|信访|投诉|检举|申诉|上访|写信|提供|留言)(?:人|者)员?';
const personHead = new RegExp(
  `^(?:实名)?${role}(?:姓名|名称|信息|情况)?(?:[及、/和(（]?(?:单位|姓名|职务|联系)?.{0,3}(?:电话|方式|手机|住址|地址|身份证号?)?[)）]?)?$`,
);
const contactHead =
  /^(?:(?:举报|反映|来访|来电|信访|投诉)(?:人|者))?(?:的)?(?:联系|本人)?(?:电话|手机|电話|方式)(?:号码?|[及、/]\S{0,6})?$|^(?:联系方式|手机号码?|微信号?|QQ号?|邮箱|身份证号?码?|证件号码?|住址|家庭住址|现住址|通[讯信]地址)$/;
const unitHead = new RegExp(`^${role}(?:工作|所在)?单位(?:及职[务业])?(?:\\(.*\\))?$`);
const birthHead = /^(?:出生(?:年月日?|日期|时间)|年龄|生日|籍贯|户籍|社保号|工号)$/;
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
      else if (new RegExp(`^${role}`).test(written[0] ?? '')) accused = false;
      heads = [];
      continue;
    }
    const kinds = written.map(kindOf);
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
      for (const [c, cell] of cells.entries()) push(found, heads[c] ?? null, cell, written[c] ?? '');
      continue;
    }
    for (const [c, label] of written.entries()) {
      if (accusedHead.test(label)) accused = true;
      const kind = kinds[c] ?? null;
      if (kind === 'name' || kind === 'unit') accused = false;
      const value = cells[c + 1];
      if (value === undefined || kind === null || (kind === 'alone' && (accused || official))) continue;
      push(found, kind, value, written[c + 1] ?? '');
    }
  }
  return found;
}

type Kind = 'name' | 'unit' | 'alone';

function kindOf(label: string): Kind | null {
  if (label.length > 16) return null;
  if (unitHead.test(label)) return 'unit';
  if (personHead.test(label)) return 'name';
  return contactHead.test(label) || birthHead.test(label) ? 'alone' : null;
}

/** Mostly labels that do not take turns with values, or numbered rows below; no figures and no sentence. */
function isHead(written: readonly string[], known: readonly boolean[], below: string): boolean {
  if (written.length < 2 || written.some((w) => w.length > 20 || /[\d。，]/.test(w))) return false;
  if (/^(?:序号|编号)$/.test(written[0] ?? '') || /^\s*\d{1,3}\s*[\t|]/.test(below)) return true;
  return known.filter(Boolean).length * 2 > known.length && !known.every((k, c) => k === (c % 2 === 0));
}

function push(found: Found[], kind: Kind | null, span: Span, written: string): void {
  if (kind === null || nothing.test(written) || kindOf(written) !== null) return;
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
