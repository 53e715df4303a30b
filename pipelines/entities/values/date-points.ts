import { feastDays } from './feasts.js';
import { type CalendarParts, isDay } from './iso.js';
import { readDigits, readNumber } from './numerals.js';

export interface DatePoint extends CalendarParts {
  end: number;
  /** Said in full, not reckoned from elsewhere. */
  sure: boolean;
}

/** What relative dates are reckoned from: the letter's date, and the date read last. */
export interface DateReading {
  anchor: string | null;
  last: CalendarParts | null;
}

const numeralMonth = `(?:1[0-2OoIl]|[0Oo]?[1-9]|十[一二]|[一二三四五六七八九十正元腊])`;
const numeralDay = String.raw`(?:[12][\dOoIl]|3[01Ol]|0?[1-9]|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?|初[一二三四五六七八九十])`;
const part = `(?:上半年|下半年|年初|年中|年底|年末|初(?![一二三中级])|底|末|第?[一二三四1234]季度|春节前后|春节前夕?|春节期间|春节后?|端午节?前?后?|中秋节?前?后?|国庆节?前?后?|元旦节?前?后?|五一(?:劳动节|节|前后|期间)?(?![层楼路号七八九])|清明节?前?后?|重阳节?前?后?|元宵节?前?后?|古尔邦节前?后?|劳动节前?后?|过年前|过年期间|春天|夏天|秋天|冬天|春|夏|秋|冬)`;
const digitYear = '[12][\\dOo][\\dOoIl]{2}';
const hanYear =
  '[一二][〇零○OoＯ0九一二三四五六七八]{2}[〇零○OoＯ0九一二三四五六七八]|[〇零一二][〇零○一二三四五六七八九]';
const monthTail = `(?:上旬|中旬|下旬|初|中(?=[，。,]|至|到)|底|末|份)`;

const full = new RegExp(
  `(?<year>${digitYear}|${hanYear}|\\d{2}|[去前今当同次本翌旧])\\s?年(?:度)?(?:\\s?(?:(?<early>${numeralMonth})\\s?月?\\s?[、，,和—–~～至到-]\\s?)?(?<month>${numeralMonth})\\s?月(?:份)?(?:(?:\\s?(?<day>${numeralDay})\\s?[日号])|(?<third>${monthTail}))?|的?(?<part>${part}))?`,
  'y',
);
const dotted =
  /(?<year>[12]\d{3})\s?(?<mark>[.\-—/])\s?(?<month>1[0-2]|0?[1-9])(?:\s?\k<mark>\s?(?<day>3[01]|[12]\d|0?[1-9])(?!\d))?(?!\d|\s?[年万元])/y;
const monthFirst = new RegExp(
  `(?<month>${numeralMonth})\\s?月(?:份)?(?:\\s?(?<day>${numeralDay})\\s?[日号]|(?<third>${monthTail}))?`,
  'y',
);
const relativeMonth = new RegExp(`(?<which>[上本当同次])个?月(?:\\s?(?<day>${numeralDay})\\s?[日号])?`, 'y');
const dayOnly = new RegExp(`(?<day>${numeralDay})\\s?[日号](?!线|楼|院|门|机|井|码|房|文|桥|地|车)`, 'y');
const yearOnly = /(?<year>[12]\d{3})(?=\s?[至到—\-~～－])/y;
const bareDay = /(?:今|昨|前|当|同|次)[日天晚]|年[初底]/y;

const stretches: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/上半年/, [1, 6]],
  [/下半年/, [7, 12]],
  [/初/, [1, 2]],
  [/中$/, [6, 7]],
  [/底|末/, [11, 12]],
  [/[一1]季/, [1, 3]],
  [/[二2]季/, [4, 6]],
  [/[三3]季/, [7, 9]],
  [/[四4]季/, [10, 12]],
  [/春节|过年/, [1, 2]],
  [/端午/, [5, 6]],
  [/中秋/, [9, 10]],
  [/国庆|重阳/, [10, 10]],
  [/清明/, [4, 4]],
  [/元宵/, [2, 3]],
  [/古尔邦/, [6, 9]],
  [/元旦/, [1, 1]],
  [/五一/, [5, 5]],
  [/春/, [3, 5]],
  [/夏/, [6, 8]],
  [/秋/, [9, 11]],
  [/冬/, [12, 12]],
];

/** The date that begins at `at`, or null. `from` is the first date where this may be the second of an interval. */
export function pointAt(
  text: string,
  at: number,
  reading: DateReading,
  from: DatePoint | null,
): DatePoint | null {
  return (
    fullAt(text, at, reading) ??
    dottedAt(text, at) ??
    partialAt(text, at, reading, from) ??
    yearAt(text, at, from)
  );
}

const ofAge = /^今年(?:虚岁|刚|快|都)?[一二三四五六七八九十有\d]{1,4}(?:岁|[，。了、\n]|多)/;

function fullAt(text: string, at: number, reading: DateReading): DatePoint | null {
  const match = execAt(full, text, at);
  if (match?.groups === undefined) return null;
  // 今年七十六: how old somebody is.
  if (ofAge.test(text.slice(at, at + 8))) return null;
  const { year: written = '', early, month, day, part: stretch } = match.groups;
  const relative = /^[去前今当同次本翌旧]$/.test(written);
  const year = relative ? relativeYear(written, reading) : absoluteYear(written);
  if (!relative && year === null) return null;
  const short = written.length === 2 && !relative;
  const end = at + match[0].length;
  if (short && month === undefined && stretch === undefined) {
    if (
      !/[从自在于至到]$/.test(text.slice(Math.max(0, at - 1), at)) ||
      /^[多来前后内的时间期余]/.test(text.slice(end, end + 1))
    )
      return null;
  }
  const point = build(year, month, day, stretch, end, !relative && !short);
  if (point === null) return null;
  const [first, last] = [monthOf(early), monthOf(month)];
  // 2018年2、3月份 is a stretch of both.
  if (first !== null && last !== null && day === undefined && first < last)
    return { ...point, month: null, months: [first, last] };
  return relative && year === null && reading.anchor !== null && month === undefined ? null : point;
}

function dottedAt(text: string, at: number): DatePoint | null {
  const match = execAt(dotted, text, at);
  const { year, month, day } = match?.groups ?? {};
  if (match === null || year === undefined) return null;
  const value = Number(year);
  if (value < 1950 || value > 2099) return null;
  return build(
    value,
    month,
    day,
    undefined,
    at + match[0].length + (day && /^[日号]/.test(text.slice(at + match[0].length)) ? 1 : 0),
    true,
  );
}

/** A month or day without its year takes what is missing from the date before it, else from the anchor. */
function partialAt(text: string, at: number, reading: DateReading, from: DatePoint | null): DatePoint | null {
  const known = from ?? reading.last;
  const month = execAt(monthFirst, text, at);
  if (
    month?.groups !== undefined &&
    !/^\s?(?:个|租|薪|工资|饼|结)/.test(text.slice(at + month[0].length, at + month[0].length + 2))
  ) {
    const number = monthOf(month.groups.month);
    const year = known?.year ?? yearBefore(number, reading.anchor);
    return build(year, month.groups.month, month.groups.day, undefined, at + month[0].length, false);
  }
  const relative = execAt(relativeMonth, text, at);
  if (relative?.groups !== undefined && known?.year != null && known.month !== null) {
    const step = relative.groups.which === '次' ? 1 : relative.groups.which === '上' ? -1 : 0;
    const index = known.year * 12 + known.month - 1 + step;
    return build(
      Math.floor(index / 12),
      String((index % 12) + 1),
      relative.groups.day,
      undefined,
      at + relative[0].length,
      false,
    );
  }
  const day = execAt(dayOnly, text, at);
  if (day?.groups !== undefined && from?.month != null) {
    return build(from.year, String(from.month), day.groups.day, undefined, at + day[0].length, false);
  }
  const spoken = execAt(bareDay, text, at);
  if (spoken !== null) {
    const unknown = { year: null, month: null, day: null, months: null };
    const known = /^[当同]/.test(spoken[0]) ? (from ?? reading.last ?? unknown) : unknown;
    return { ...known, end: at + spoken[0].length, sure: false };
  }
  return null;
}

function yearAt(text: string, at: number, from: DatePoint | null): DatePoint | null {
  if (from !== null) return null;
  const match = execAt(yearOnly, text, at);
  if (match?.groups === undefined) return null;
  const rest = text.slice(at + 4, at + 14);
  if (!/^\s?[至到—\-~～－]+\s?(?:[12]\d{3}|\d{2})\s?年/.test(rest)) return null;
  const year = Number(match.groups.year);
  return year < 1950 || year > 2099
    ? null
    : { year, month: null, day: null, months: null, end: at + 4, sure: true };
}

function build(
  year: number | null,
  month: string | undefined,
  day: string | undefined,
  stretch: string | undefined,
  end: number,
  sure: boolean,
): DatePoint | null {
  const months =
    stretch === undefined ? null : (stretches.find(([pattern]) => pattern.test(stretch))?.[1] ?? null);
  const m = month === undefined ? null : monthOf(month);
  const d = day === undefined ? null : readNumber(day.replace(/^初/, '').replace(/^廿/, '二十'));
  if (m !== null && d !== null && !isDay(year ?? 2000, m, d)) return null;
  const days = year === null || stretch === undefined ? null : feastDays(year, stretch);
  return { year, month: m, day: d, months, days, end, sure };
}

function monthOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (/[正元]/.test(written)) return 1;
  return written === '腊' ? 12 : readNumber(written);
}

function absoluteYear(written: string): number | null {
  const value = readDigits(written);
  if (value === null) return null;
  const year = written.length === 2 ? (value > 60 ? 1900 + value : 2000 + value) : value;
  return year >= 1900 && year <= 2099 ? year : null;
}

function relativeYear(word: string, { anchor, last }: DateReading): number | null {
  const now = anchor === null ? null : Number(anchor.slice(0, 4));
  if (word === '当' || word === '同') return last?.year ?? null;
  if (word === '次' || word === '翌') return last?.year == null ? null : last.year + 1;
  if (now === null) return null;
  return word === '去' || word === '旧' ? now - 1 : word === '前' ? now - 2 : now;
}

/** The year of the last such month up to the anchor. */
function yearBefore(month: number | null, anchor: string | null): number | null {
  if (anchor === null || month === null) return null;
  const [year, now] = [Number(anchor.slice(0, 4)), Number(anchor.slice(5, 7) || '12')];
  return month > now ? year - 1 : year;
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
