import type { Mention } from '../../../../domain/index.js';
import { firstFrom } from '../../names/index.js';
import { readNumber } from '../../values/index.js';
import type { Reading } from '../reading.js';
import { before, behind, clauseBefore, type Sum, sentenceAround } from './around.js';

const each = /各自?(?:[送收得分拿给]了?|分得|收受|送给[他她]?)?(?:现金|人民币)?$/;
/** Behind 各, several sums one after the other are each one's own. */
const rowFollows = /^[、和][\d一二两三四五六七八九十]/;
const numeral = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
/** 两人, 三家, 四年; the 18年 of 2018年 counts nobody. */
const countedHeads = new RegExp(
  `(?<![\\d〇零一二三四五六七八九十])(?:${numeral}个?[人次回家名]|([1-9一二两三四五六七八九十])年)$`,
);
const verb = /.*(?:[给送向收付予]|分别)了?/;
const severalTimes = /[年月节日底][^、和]{0,4}[、和]/;

const turns = /每年|年年|每逢?春节|每个?月|月月|每次|每回/;
const howOften = new RegExp(
  `(?:[共连续着前后]|持续|长达|[收送拿给领付分]了)[了收送给拿]?${numeral}[多余]?个?([年月次回])`,
);

/**
 * How often a sum was taken, where the letter says so plainly: 王某、李某各两万元; 每年两万元，共六年.
 *
 * @returns 1 where it does not
 */
export function timesOf(
  { text, values, names }: Pick<Reading, 'text' | 'values' | 'names'>,
  sum: Sum,
): number {
  const ahead = each.exec(before(text, sum));
  return ahead ? headsOf(text, sum, ahead[0].length, names.persons) : turnsOf(text, sum, values);
}

/** Persons, or occasions, among whom a sum is told for each. */
function headsOf(text: string, sum: Sum, length: number, persons: Reading['names']['persons']): number {
  if (rowFollows.test(behind(text, sum))) return 1;
  const end = sum.start - length;
  const clause = clauseBefore(text, sum).slice(0, -length);
  // The days may stand further ahead: 2015年和2016年春节，老板来拜年，各送一万元.
  const list = clause === '' ? sentenceAround(text, sum)[0] : clause.replace(verb, '');
  const counted = countedHeads.exec(list.slice(-6));
  if (counted) return readNumber(counted[1] ?? counted[2]!) ?? 1;
  const from = firstFrom(persons, end - list.length);
  const named = firstFrom(persons, end) - from;
  if (clause !== '' && named > 1) return named;
  return severalTimes.test(list) ? list.split(/[、和]/).length : 1;
}

/** Turns in which a sum came in. */
function turnsOf(text: string, sum: Sum, values: readonly Mention[]): number {
  const [ahead, behindIt] = sentenceAround(text, sum);
  const turn = turns.exec(clauseBefore(text, sum))?.[0];
  if (turn === undefined) return 1;
  const unit = turn.includes('月') ? '月' : /[次回]/.test(turn) ? '次' : '年';
  const said = howOften.exec(behindIt) ?? howOften.exec(ahead);
  if (said) {
    const times = readNumber(said[1]!) ?? 1;
    if (said[2] === unit || (unit === '次' && said[2] === '回')) return times;
    return unit === '月' && said[2] === '年' ? 12 * times : 1;
  }
  if (unit !== '年') return 1;
  const years = values.findLast(
    (v) => v.type === 'date' && sum.start - ahead.length <= v.start && v.end <= sum.start,
  )?.value;
  const [, from, to] = /^(\d{4})\/(\d{4})$/.exec(String(years)) ?? [];
  return from && to ? Number(to) - Number(from) + 1 : 1;
}
