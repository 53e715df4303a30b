import type { FormatReader } from '../formats.js';
import { MAX_CSV_BYTES, MAX_FILE_CHARACTERS } from '../limits.js';
import { openPageText } from '../page-text.js';
import { readPlainText } from '../text.js';

/** Tables in plain text: cells apart by commas, tabs or semicolons, in quotes where they have such a character. */
export const csvReader: FormatReader = {
  format: 'csv',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  async read(bytes) {
    const {
      text: written,
      encoding,
      flags,
    } = readPlainText(bytes, {
      bytes: MAX_CSV_BYTES,
      characters: MAX_FILE_CHARACTERS,
    });
    const { text, separator } = parameters(written);
    const writer = openPageText();
    writer.openTable();
    for (const record of records(text, separator)) {
      writer.openRow();
      for (const value of record) {
        writer.openCell();
        for (const line of value.split(/\r\n|\r|\n/)) {
          writer.write(line);
          writer.endLine();
        }
        writer.closeCell();
      }
      writer.closeRow();
    }
    writer.closeTable();
    return { encoding, pages: [writer.finish()], flags };
  },
};

const separators = [',', '\t', ';', '|', '，'] as const;
const SNIFFED_RECORDS = 20;
const SNIFFED_CHARACTERS = 16 * 1024;

/**
 * Whether a text is a table whatever its name says: at least three records of the same number of cells, three or
 * more, apart by tabs or commas. Letters have no such lines.
 */
export function isTabular(text: string): boolean {
  const sample = text.slice(0, SNIFFED_CHARACTERS);
  return ['\t', ','].some((separator) => {
    const widths = widthsOf(sample, separator);
    return widths.length >= 3 && widths[0]! >= 3 && widths.every((width) => width === widths[0]);
  });
}

/** The separator that cuts the first records into the most cells of the most even number. */
function parameters(text: string): { text: string; separator: string } {
  // Excel's own way to name it.
  const named = /^sep=(.)\r?\n/.exec(text);
  if (named) return { text: text.slice(named[0].length), separator: named[1]! };
  const sample = text.slice(0, SNIFFED_CHARACTERS);
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const widths = widthsOf(sample, separator);
    const usual = widths[Math.floor(widths.length / 2)] ?? 1;
    const even = widths.filter((width) => width === usual).length / Math.max(widths.length, 1);
    const score = usual > 1 ? even * Math.min(usual, 10) : 0;
    if (score > best.score) best = { separator, score };
  }
  return { text, separator: best.separator };
}

/** Cells of each of the first records, the last one left out where the sample may have cut it off. */
function widthsOf(sample: string, separator: string): number[] {
  const widths: number[] = [];
  for (const record of records(sample, separator)) {
    if (record.length > 1 || record[0] !== '') widths.push(record.length);
    if (widths.length > SNIFFED_RECORDS) break;
  }
  return widths.length > SNIFFED_RECORDS || sample.length === SNIFFED_CHARACTERS
    ? widths.slice(0, -1)
    : widths;
}

/** Records of cells. A quote that is never closed belongs to its cell, whose line ends as if it had none. */
function* records(text: string, separator: string): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  const lastQuote = text.lastIndexOf('"');
  while (at <= text.length) {
    let value = '';
    if (text[at] === '"' && lastQuote > at) {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) break;
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    record.push(value + text.slice(start, at));
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (at < text.length || record.length > 1 || record[0] !== '') yield record;
    record = [];
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
}
