const hanDigits = '〇零一二三四五六七八九';
const date =
  /(\d{4}|[〇零○一二三四五六七八九]{4})[年.\-/．](\d{1,2}|[一二三四五六七八九十]{1,3})[月.\-/．](\d{1,2}|[一二三四五六七八九十]{1,3})/g;
/** Characters between the label and its date: 收件日期：, or a stamp's 收文专用章 and its line end. */
const reach = 14;

/** 登记日期 of 不动产登记日期 is another's: no office of ours took anything in. */
const ofAnother =
  /(?:发生|不动产|产权|房[产屋]|土地|抵押|股权|[结离]?婚姻?|工商|企业|公司|注册|户[口籍]|车辆)$/u;

/** A date as printed, with where it stands in the text. */
export interface PrintedDate {
  iso: string;
  start: number;
  end: number;
}

/** Every full date of the text, in Arabic or Han digits; dates that no calendar has are left out. */
function printedDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const match of text.matchAll(date)) {
    const [year, month, day] = [match[1]!, match[2]!, match[3]!].map(toNumber) as [number, number, number];
    const at = new Date(Date.UTC(year, month - 1, day));
    if (year < 1980 || year > 2100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) continue;
    found.push({
      iso: at.toISOString().slice(0, 10),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

function toNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const units = [...written].map((c) =>
    c === '十' ? 10 : Math.max(0, hanDigits.indexOf(c === '○' ? '〇' : c) - 1),
  );
  if (!units.includes(10)) return Number(units.join(''));
  const [tens, ones] = written.split('十') as [string, string];
  const digit = (c: string) => (c === '' ? 0 : hanDigits.indexOf(c) - 1);
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}

/**
 * The day on which the paper itself says it came in (收件章, 来访时间 …).
 *
 * @param labels where the labels stand, in reading order
 * @returns an ISO day, or null where no label has a full date right behind it
 */
export function statedDate(text: string, labels: readonly { start: number; end: number }[]): string | null {
  if (labels.length === 0) return null;
  const dates = printedDates(text);
  for (const label of labels) {
    if (ofAnother.test(text.slice(Math.max(0, label.start - 4), label.start))) continue;
    const found = dates.find((d) => d.start >= label.end && d.start - label.end <= reach);
    if (found && !/[，。；]/.test(text.slice(label.end, found.start))) return found.iso;
  }
  return null;
}
