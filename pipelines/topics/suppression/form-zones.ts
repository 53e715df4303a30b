import { oneOf } from '../../one-of.js';
import { lineEnd } from '../layout.js';
import type { Zone } from './suppression.js';

/** Names of documents are not what they speak of, except those that report: 《关于…的举报信》. */
export function* titleZones(text: string): Generator<Zone> {
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const name = text.slice(open, open + 80);
    const close = name.indexOf('》');
    if (close < 0 || /举报|反映|控告|检举|线索/.test(name.slice(0, close))) continue;
    yield { start: open, end: open + close + 1, factor: 0 };
  }
}

const isUnticked = oneOf('□☐○◻');
const isTick = oneOf('☑■√✓✔☒●');
/** What parts an option with brackets from the one before it. */
const endsBeforeOption = oneOf('\n\t（）()，。；□☑■√');

/** An option behind an empty box, or before empty brackets, is not chosen. */
export function* boxZones(text: string): Generator<Zone> {
  for (let i = 0; i < text.length; i++) {
    if (!isUnticked(text, i) || isTick(text, i + 1)) continue;
    let end = i + 1;
    while (end < text.length && end - i < 60 && !endsOption(text, end)) end++;
    yield { start: i, end, factor: 0 };
  }
  for (let close = 1; close < text.length; close++) {
    if (!closes(text, close) || !opens(text, close - 1)) continue;
    let start = close - 1;
    while (start > 0 && close - start < 22 && !endsBeforeOption(text, start - 1)) start--;
    yield { start, end: close + 1, factor: 0 };
  }
}

const closes = oneOf('）)');
const opens = oneOf('（(');
const endsOption = oneOf('□☐○◻☑■√✓✔☒●\n\t；;。');

const emptyValue = /^(?:无|否|没有|零|0(?:\.0+)?(?:万?元)?|\/|—+|-+|＼|不涉及|未发现)?[。.；;]?$/;

/** The label of a form's field says what may be written there, not what is. */
export function* fieldZones(text: string): Generator<Zone> {
  let start = 0;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, Math.min(end, start + 200));
    const colon = line.search(/[：:]/);
    if (colon > 0 && colon <= 24 && !/^[一二三四五六七八九十（(\d]|[，。；]/.test(line.slice(0, colon))) {
      const value = line.slice(colon + 1).trim();
      const empty = emptyValue.test(value);
      yield { start, end: empty ? end : start + colon, factor: empty || colon > 8 ? 0 : 0.5 };
    } else if (line.includes('\t')) {
      yield* cellZones(line, start);
    }
    start = end + 1;
  }
}

/**
 * A row of short cells without a figure is a table's head. A row of an even number of cells is
 * label, value, label, value …: labels say nothing, and nothing does where the value is empty.
 */
function* cellZones(line: string, start: number): Generator<Zone> {
  const cells = line.split('\t');
  if (cells.length >= 3 && cells.every((c) => c.length <= 12) && !/\d/.test(line)) {
    yield { start, end: start + line.length, factor: 0 };
    return;
  }
  if (cells.length % 2 === 1 || cells.length > 8) return;
  let at = start;
  cells.forEach((cell, i) => {
    if (i % 2 === 0) cells[i] = String(at);
    at += cell.length + 1;
  });
  for (let i = 0; i < cells.length; i += 2) {
    const from = Number(cells[i]);
    const to = i + 2 < cells.length ? Number(cells[i + 2]) - 1 : start + line.length;
    const value = cells[i + 1]!;
    const label = to - value.length - 1;
    if (label - from <= 24) yield { start: from, end: emptyValue.test(value.trim()) ? to : label, factor: 0 };
  }
}
