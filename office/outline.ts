import { isDay } from '../domain/index.js';

/** As many digits as a telephone number of a town has, whatever but letters stands between them. */
const longRun = /\d(?:[^\p{L}\d]*\d){6,}/gu;
/** 2019-10-08, 2019.10.8, 20191008: as `dayInName` knows them. */
const writtenDay =
  /(?<!\d)(19[89]\d|20\d{2})(?:-(\d{1,2})-(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|_(\d{1,2})_(\d{1,2})|(\d{2})(\d{2}))(?!\d)/g;

/**
 * A name by which whoever knows the file finds it, and nobody else learns from it who wrote the letter: days, short
 * numbers and the extension. `2019-10-08-李某来信.docx` is `2019-10-08-▇▇▇▇.docx`; of a telephone number, however it
 * is spaced, no digit is left.
 */
export function outlineOf(path: string): string {
  return path
    .split('/')
    .map((name) => {
      // 李某139.8765.4321 ends in no extension.
      const extension = /\.(?=\d?[A-Za-z])[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
      const stem = name.slice(0, name.length - extension.length);
      const shown = stem
        .replace(longRun, (run) => {
          const kept = leadingDays(run);
          return run.slice(0, kept) + run.slice(kept).replace(/\d/g, '▇');
        })
        // Of eight digits in a row only a day is left by now.
        .replace(/\d+|[^-_. ()（）\d]/gu, (part) =>
          /^(?:\d{1,4}|\d{8})$/.test(part) ? part : '▇'.repeat([...part].length),
        );
      return shown + extension;
    })
    .join('/');
}

/**
 * How much of the run is days with a short number before or behind them: 2019-10-08 (2), 20191008-20191012,
 * 3-2019.10.8. Before the day two digits at most: 138 20191008 is a telephone's number.
 */
function leadingDays(run: string): number {
  let end = 0;
  for (const found of run.matchAll(writtenDay)) {
    const before = run.slice(end, found.index).replace(/\D/g, '').length;
    const [year, month, day] = found.slice(1).filter((part) => part !== undefined);
    const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (before > (end === 0 ? 2 : 0) || !isDay(iso)) break;
    end = found.index + found[0].length;
  }
  return end > 0 && /^\D+\d{1,4}$/.test(run.slice(end)) ? run.length : end;
}
