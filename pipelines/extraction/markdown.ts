import type { FormatReader } from './formats.js';
import { openPageText, type PageText, type PageWriter } from './page-text.js';
import { readPlainText } from './text.js';

/**
 * Letters in Markdown, line by line: only the marks go, so that they do not stand in titles and quotes. A parser that
 * makes a web page of it leaves out what the page would not show (`[举报人]: 张三` names a link, a word behind ``` a
 * language); here whatever is no mark beyond doubt stays as it was written. Nothing that is linked to is read.
 */
export const markdownReader: FormatReader = {
  format: 'markdown',
  extensions: ['md', 'markdown'],
  async read(bytes) {
    const { text, encoding, flags } = readPlainText(bytes);
    return { encoding, pages: [withoutMarks(text)], flags };
  },
};

/** Quotes, bullets and headings, in one another at any depth. Numbers of a list are words; `>5万元` is more than 5. */
const lineMarks = /^(?:[ \t]*(?:>(?![=\d])|(?:[-*+]|#{1,6})(?=[ \t]|$)))+[ \t]*/;
const quoteMarks = /^(?:[ \t]*>(?![=\d]))+/;
const rule = /^[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*$/;
/** What stands behind the mark may be words: whoever does not know it as one writes on. */
const fenceMark = /^[ \t]*(`{3,}|~{3,})([^`]*)$/;

/** @throws {PermanentError} `extraction.too_much_text`, `extraction.too_many_rows`. */
export function withoutMarks(source: string): PageText {
  const writer = openPageText();
  const lines = source.split(/\r\n|[\r\n]/);
  let fence = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (fence !== '') {
      const inside = line.replace(quoteMarks, '');
      if (closes(inside.trim(), fence)) fence = '';
      else writeLines(writer, inside);
      continue;
    }
    const table = tableAt(lines, at);
    if (table.length > 0) {
      writeTable(writer, table);
      // The row that only draws a line is none of them.
      at += table.length;
      continue;
    }
    const marks = lineMarks.exec(line)?.[0] ?? '';
    const rest = line.slice(marks.length);
    const opened = fenceMark.exec(rest);
    fence = opened?.[1] ?? '';
    if (opened) writeLines(writer, opened[2]!);
    else if (rule.test(rest)) writer.leaveGap();
    else writeLines(writer, wordsOf(marks.includes('#') ? rest.replace(/[ \t]#+[ \t]*$/, '') : rest));
  }
  return writer.finish();
}

function writeLines(writer: PageWriter, text: string): void {
  if (text.trim() === '') writer.leaveGap();
  for (const line of text.split('\n')) {
    writer.write(line);
    writer.endLine();
  }
}

/** Whether a line of a fenced block ends it. */
function closes(line: string, fence: string): boolean {
  return line.startsWith(fence) && line.replaceAll(fence[0]!, '') === '';
}

/** The rows of the table that begins at a line, the row under its head left out; none where none begins. */
function tableAt(lines: readonly string[], from: number): string[][] {
  const under = lines[from + 1] ?? '';
  if (!lines[from]!.includes('|') || !under.includes('|')) return [];
  const [head, drawn] = [cellsOf(lines[from]!), cellsOf(under)];
  if (head.length !== drawn.length || !drawn.every((cell) => /^:?-+:?$/.test(cell))) return [];
  const rows = [head];
  for (let at = from + 2; lines[at]?.includes('|'); at++) rows.push(cellsOf(lines[at]!));
  return rows;
}

function cellsOf(line: string): string[] {
  const cells = line
    .replace(quoteMarks, '')
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

function writeTable(writer: PageWriter, rows: readonly string[][]): void {
  writer.openTable();
  for (const row of rows) {
    writer.openRow();
    for (const cell of row) {
      writer.openCell();
      writeLines(writer, wordsOf(cell));
      writer.closeCell();
    }
    writer.closeRow();
  }
  writer.closeTable();
}

/** Common surnames, without those that end everyday words (主任, 对方, 收钱, 20万). */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪' +
  '范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵严覃武戴莫孔汤';
/**
 * Behind these two stars hide a name or a number (王**和李**, 138**): a surname, 某, a character that stands alone, a
 * letter, a digit. Rather a mark too many stays than that two names become one.
 */
const masked = `[A-Za-z0-9*某${surnames}]|(?<!\\p{Script=Han})(?![对在被向由从因为将把请给和与我他她但])\\p{Script=Han}`;
/** Within a sentence bold are some words of it, and none of them ends as a masked name does. */
const strong = `(?<!\\p{Script=Han}\\k<stars>)[^*]{2,}|[^*，。；！？]{2,}(?<![${surnames}])`;
const word = '[\\p{L}\\p{N}*_]';
/** Attributes that only say how something looks. */
const looks = '(?:\\s+(?:style|class|align|color|size|face|width|height)\\s*=\\s*"[ !#-;=?-~]*")*';

/** What is marked within a line; no alternative looks beyond the next mark of its own kind. */
const inlineMarks = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/.source,
    /(?<!`)(?<ticks>`+)(?!`)(?<code>[^`]+)\k<ticks>(?!`)/.source,
    /!?\[(?<label>[^[\]]*)\]\((?<address>[^\s()]+)\)/.source,
    `(?<!${masked})(?<stars>\\*{2,3})(?![\\s*])(?<strong>${strong})(?<!\\s)\\k<stars>(?!\\*)`,
    `(?<!${word})(?<mark>\\*|__?)(?![\\s*_])(?<stressed>[^*_]{2,})(?<!\\s)\\k<mark>(?!${word})`,
    `</?(?:(?<block>br|p|div|center|hr|h[1-6])|span|font|b|i|u|em|strong|sub|sup)${looks}\\s*/?>`,
    '&(?<entity>nbsp|ensp|emsp|lt|gt|amp|quot);',
  ].join('|'),
  'giu',
);
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The words of a line or a cell; a line feed where a tag ends the line. */
function wordsOf(text: string): string {
  return text.replace(inlineMarks, (...args) => {
    const found = args.at(-1) as Partial<Record<string, string>>;
    const { label, address, block, entity } = found;
    if (address !== undefined) return wordsOf(label!) + (isSame(label!, address) ? '' : `（${address}）`);
    if (block !== undefined) return '\n';
    if (entity !== undefined) return entities[entity.toLowerCase()] ?? ' ';
    const inner = found.strong ?? found.stressed;
    return inner === undefined ? (found.escaped ?? found.code ?? '') : wordsOf(inner);
  });
}

/** Whether a link shows where it leads; elsewhere that may be evidence. */
function isSame(label: string, address: string): boolean {
  return address === label || address === `mailto:${label}`;
}
