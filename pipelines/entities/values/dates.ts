import type { Mention } from '../../../domain/index.js';
import { type DatePoint, type DateReading, pointAt } from './date-points.js';
import { isoEnd, isoOf } from './iso.js';

const start =
  /(?<!\d)(?:[12][\dOo][\dOoIl]{2}\s?年|(?<!\.|[A-Za-z]\d?-)[12]\d{3}\s?[.\-—/]|[12]\d{3}(?=\s?[至到~～－–―])|\d[\dOoIl]?\s?[年月]|[一二][〇零○OoＯ0九一二三四五六七八]{2,3}年|[〇零一二][〇零○一二三四五六七八九]年|十[一二]?月|[一二三四五六七八九正元腊]月|[去前今当同次本翌旧]年|[上本当同次]个?月|(?:今|昨|前|当|同|次)[日天晚](?=[早上下中晚凌夜傍，。,]|\d)|年[初底])/g;
const connector = /\s?(?:至|到|—+|–|-{1,2}|~|～|－|―)\s?/y;
const untilNow = /\s?(?:以来)?\s?(?:至今|至现在|到现在|到目前|至目前|迄今|到今天|至今日)/y;
const clock =
  /(?:\s?(?:[(（][^()（）]{1,4}[)）])?\s?(?:凌晨|清晨|早晨|早上|上午|中午|午间|下午|傍晚|晚上|晚间|夜晚|夜间|夜里|深夜|午夜|早|晚|夜|\d{1,2}\s?[时点](?!间|到)(?:\s?\d{1,2}\s?分|半)?(?:\s?\d{1,2}\s?秒)?(?:许|左右|前后|多)?|\d{1,2}:\d{2}(?::\d{2})?(?:分)?(?:许|左右)?|[一二三四五六七八九十]{1,3}[时点](?!间)(?:半|多|许|左右)?)){1,3}/y;
const looseEnd = /(?:以来|左右|前后)(?:的?一天)?|期间|的一天|某日|间(?=[，,、。]|$)|许/y;

/**
 * Dates and intervals of the text as ISO 8601: `2015-03`, `2012-04/2014-12`. What names no year takes it from
 * the date before it, else from the anchor (the letter's own date, else that of its receipt); 去年底 and 至今 are
 * reckoned from the anchor. Vague ones (前几年) give null.
 */
export function readDates(text: string, anchor: string | null): Mention[] {
  const found: Mention[] = [];
  const reading: DateReading = { anchor, last: null };
  start.lastIndex = 0;
  for (let hit = start.exec(text); hit !== null; hit = start.exec(text)) {
    const mention = dateAt(text, hit.index, reading);
    if (mention === null) {
      start.lastIndex = hit.index + 1;
      continue;
    }
    found.push(mention);
    start.lastIndex = mention.end;
  }
  for (const match of text.matchAll(
    /前几年|前些年|早些年|近几年|近年来?|近些年|这几年|多年前|几年前|近日|日前|近期|不久前/g,
  )) {
    if (found.every((other) => other.end <= match.index || match.index + match[0].length <= other.start)) {
      found.push(mentionOf(text, match.index, match.index + match[0].length, null, 0.6));
    }
  }
  found.push(...[...englishDates(text), ...yearsInRow(text)].filter((d) => isApart(found, d)));
  return found.sort((a, b) => a.start - b.start);
}

const isApart = (found: readonly Mention[], { start, end }: Mention) =>
  found.every((other) => other.end <= start || end <= other.start);

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const english =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?\s+(?:of\s+)?((?:19|20)\d{2})\b/gi;

/** September 2022 */
const englishDates = (text: string): Mention[] =>
  [...text.matchAll(english)].map(({ 0: words, 1: month, 2: year, index }) => {
    const number = englishMonths.indexOf(month!.slice(0, 3).toLowerCase()) + 1;
    return mentionOf(text, index, index + words.length, `${year}-${String(number).padStart(2, '0')}`, 0.9);
  });

const row =
  /(?<![\d.]|\d[ 、，,和及]{1,2})((?:19|20)\d{2})(?:[ 、，,和及]{1,2}(?:19|20)\d{2}){0,12}[ 、，,和及]{1,2}((?:19|20)\d{2})(?=\s*每?年|\s*都|\s*连续)/g;

/** 2021 2022 2023 每年三万: years of which only the last word says that they are any. */
const yearsInRow = (text: string): Mention[] =>
  [...text.matchAll(row)].flatMap(({ 0: words, 1: first, 2: last, index }) =>
    first! < last! ? mentionOf(text, index, index + words.length, `${first}/${last}`, 0.8) : [],
  );

function dateAt(text: string, at: number, reading: DateReading): Mention | null {
  const from = pointAt(text, at, reading, null);
  if (from === null) return null;
  let end = sticky(clock, text, from.end);
  remember(reading, from);
  end = sticky(clock, text, sticky(looseEnd, text, end));
  const join = sticky(connector, text, end);
  if (join > end) {
    const to = secondPoint(text, join, reading, from);
    if (to !== null) {
      remember(reading, to);
      end = sticky(looseEnd, text, sticky(clock, text, sticky(looseEnd, text, to.end)));
      return mentionOf(text, at, end, interval(from, to), 0.96);
    }
    const hours = sticky(clock, text, join);
    if (hours > join) end = sticky(looseEnd, text, hours);
  }
  const now = sticky(untilNow, text, end);
  if (now > end) {
    const value = reading.anchor === null ? isoOf(from) : `${isoOf(from).split('/')[0]}/${reading.anchor}`;
    return mentionOf(text, at, now, value, 0.9);
  }
  if (/^(?:当月|同月|次月|本月|次晚|当晚|当天|年[初底])/.test(text.slice(at, end))) return null;
  return mentionOf(text, at, end, from.year === null ? null : isoOf(from), from.sure ? 0.96 : 0.8);
}

/** The second date of an interval may lack what the first has: 2012年4月至12月, 3月5日至9日, 2013-2016年. */
function secondPoint(text: string, at: number, reading: DateReading, from: DatePoint): DatePoint | null {
  return pointAt(text, at, reading, from);
}

function interval(from: DatePoint, to: DatePoint): string | null {
  if (from.year === null || to.year === null) return null;
  const first = isoOf(from).split('/')[0] ?? '';
  const last = isoEnd(to);
  return first <= last ? `${first}/${last}` : first;
}

function remember(reading: DateReading, point: DatePoint): void {
  if (point.year !== null) reading.last = point;
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null || match[0].length === 0 ? at : at + match[0].length;
}

function mentionOf(
  text: string,
  from: number,
  to: number,
  value: string | null,
  confidence: number,
): Mention {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { type: 'date', start: from, end, text: text.slice(from, end), value, confidence };
}
