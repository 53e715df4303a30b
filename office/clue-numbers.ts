import { PermanentError, paperName, readPaperName } from '../domain/index.js';
import type { Office } from './open.js';

/** No number ends in it. */
const nothing = '-';
/** More numbers than these help nobody to choose. */
const mostNamed = 10;

/**
 * The clue's whole number from what a person writes: the number, its end (`4`, `0004`, `2026-0004`), or the receipt
 * of a paper that it holds (`R15`).
 * @throws PermanentError `cli.no_such_clue`, `cli.several_clues` with their numbers, `cli.not_registered`
 */
export async function clueNoOf({ register }: Pick<Office, 'register'>, written: string): Promise<string> {
  const paper = readPaperName(written);
  const found = paper
    ? await register.records.numbersOfPaper(paper.receiptId, paper.ordinal)
    : await register.records.numbersEndingIn(endOf(written));
  const [clueNo] = found;
  if (clueNo === undefined && paper)
    throw new PermanentError('cli.not_registered', { paper: paperName(paper.receiptId, paper.ordinal) });
  if (clueNo === undefined) throw new PermanentError('cli.no_such_clue', { clueNo: written });
  if (found.length > 1) {
    const named = found.slice(0, mostNamed).join('、') + (found.length > mostNamed ? '……' : '');
    throw new PermanentError('cli.several_clues', { clueNo: written, candidates: named });
  }
  return clueNo;
}

/** 4 → -0004, 2026-4 → -2026-0004; what is no such end can only be a whole number. */
function endOf(written: string): string {
  const text = written.trim().toUpperCase();
  const short = /^(?:(?:XS-)?(\d{4})-)?(\d{1,9})$/.exec(text);
  if (!short) return /^\w+-XS-\d{4}-\d{4,}$/.test(text) ? text : nothing;
  const [, year, serial = ''] = short;
  const number = serial.replace(/^0+(?=\d)/, '').padStart(4, '0');
  return year === undefined ? `-${number}` : `-${year}-${number}`;
}
