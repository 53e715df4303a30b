import type { Row } from './columns.js';
import type { PaperPage } from './item.js';
import { distinctCells, tablesOf } from './lists.js';

/** Characters around the table of a list: its name, and who made it. A letter with a table in it has more. */
const mostAround = 400;
/** Rows that must tell alike, and columns that must be filled in most of them. */
const fewestRows = 2;
const fewestColumns = 4;
/** Characters of a cell that tells something, and not only names or counts. */
const telling = 8;
/** 3, 2023/1/5, 2月3日, 13987654321: what stands in one column of every row of a list, and in no column of a form. */
const counted = /^(?:\d[\d./年月日号:：,-]{0,20}|[一二三四五六七八九十]{1,3}[、.]?)$/u;

/**
 * Whether a paper looks like a list of several matters, by rows that are filled alike, with words as headings that no
 * lexicon knows: it cannot be told which column is what, so that a person has to look.
 */
export function looksLikeList(text: string, pages: readonly PaperPage[]): boolean {
  return pages.some((page) => {
    const tables = tablesOf(text, page);
    const inside = tables.flat().reduce((sum, row) => sum + lengthOf(row), 0);
    return page.end - page.start - inside <= mostAround && tables.some(isAlike);
  });
}

const lengthOf = (row: Row) => distinctCells(row).reduce((sum, { cell }) => sum + cell.text.length + 1, 0);

function isAlike(rows: readonly Row[]): boolean {
  const wide = rows.filter((row) => row.cells.filter((c) => c.text !== '').length >= fewestColumns);
  // The first of them are the headings.
  const [head, ...below] = wide;
  if (!head || below.length < fewestRows || head.cells.some((c) => counted.test(c.text))) return false;
  const column = (at: number) => below.map((row) => row.cells[at]?.text.replace(/\s+/gu, '') ?? '');
  const columns = head.cells.map((_, at) => column(at));
  const most = (values: readonly string[], test: (value: string) => boolean) =>
    values.filter(test).length * 2 > values.length;
  const filled = columns.filter((values) => most(values, (value) => value !== ''));
  return (
    filled.length >= fewestColumns &&
    filled.some((values) => most(values, (value) => counted.test(value))) &&
    filled.some((values) => {
      const told = values.filter((v) => v.length >= telling && /\p{Script=Han}{4}/u.test(v));
      return told.length * 2 > values.length && new Set(told).size >= fewestRows;
    })
  );
}
