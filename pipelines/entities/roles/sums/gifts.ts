import type { Mention } from '../../../../domain/index.js';
import { firstOf, oneOf } from '../../../one-of.js';
import { firstDay, lastDay } from '../../values/index.js';
import type { Reading } from '../reading.js';
import { before, clauseBefore, longestClause, type Sum } from './around.js';
import { isDiverted } from './taken.js';

/** Words by which another occasion of the same kind is told. */
const another =
  /\d{4}\s?年|\d{1,2}\s?月|[〇零一二三四五六七八九]{4}年|次年|第二年|当年|春节|中秋|端午|国庆|元旦|过年|年底|又|同时|并(?=收|索|受)|还(?=收|索|拿|要|送|给)|再次|另(?!据)|第[二三四五]次|之后|后来/;

/**
 * What was taken on several occasions, added up, each of them once however often it is told; 0 where the sums may be
 * parts of one another.
 *
 * @param taken in the text's order
 */
export function addedUp(
  reading: Pick<Reading, 'text' | 'names' | 'values'>,
  dates: readonly Mention[],
  taken: readonly Sum[],
): number {
  const { text } = reading;
  const told: Gift[] = [];
  let from = bodyStart(text);
  let lastSum: Sum | undefined;
  let point = 0;
  for (const sum of taken.filter((v) => v.start >= from)) {
    const since = text.slice(from, sum.start);
    const date = dates.findLast((d) => from <= d.start && d.end <= sum.start)?.value;
    from = sum.end;
    const parallel = isParallel(text, lastSum, sum);
    const inRow = parallel || row.test(since);
    lastSum = sum;
    if (numberedPoint.test(since) && !ofAbove.test(since)) point += 1;
    const gift: Gift = {
      value: sum.value,
      kind: kindOf(reading, sum),
      days: typeof date === 'string' ? [firstDay(date), lastDay(date)] : null,
      feast: feast.exec(since)?.[0] ?? null,
      point,
      isAnew: inRow || anew.test(since.slice(-longestClause)),
    };
    if (told.some((other) => other.value === gift.value && !areApart(other, gift))) continue;
    const last = told.at(-1);
    // A bribe is no part of what was diverted; what was merely given may be a part of either.
    const isOther = last && last.kind !== gift.kind && last.kind !== 'given' && gift.kind !== 'given';
    if (last && !inRow && !isOther && !another.test(since)) return 0;
    if (part.test(before(text, sum))) return 0;
    // Money that is diverted may be a part of what was diverted before, unless it is told of another year.
    const isDoubtful = (other: Gift) =>
      !parallel && other.kind !== 'bribe' && other.point === gift.point && !haveOtherDays(other, gift);
    if (
      gift.kind === 'diverted'
        ? told.some(isDoubtful)
        : gift.kind === 'given' &&
          told.some((o) => o.kind === 'diverted' && o.point === gift.point && !haveOtherDays(o, gift))
    )
      return 0;
    told.push(gift);
  }
  const sum = told.reduce((all, { value }) => all + value, 0);
  // What has no day of its own and comes to all the others is their total.
  const isTotal = told.some(({ value, days, isAnew }) => days === null && !isAnew && value * 2 === sum);
  return told.length > 2 && isTotal ? sum / 2 : sum;
}

/** A bribe is no part of what was diverted; what was merely given may come of it. */
type Kind = 'diverted' | 'bribe' | 'given';

function kindOf(reading: Pick<Reading, 'text' | 'names' | 'values'>, sum: Sum): Kind {
  if (isDiverted(reading, sum)) return 'diverted';
  return bribe.test(clauseBefore(reading.text, sum)) ? 'bribe' : 'given';
}

const bribe = /收受|索[要取贿]|受贿|贿赂|收[了过]/;

/** A sum with what tells it from another of the same value. */
interface Gift {
  value: number;
  kind: Kind;
  /** First and last ISO day. */
  days: readonly [string | null, string | null] | null;
  feast: string | null;
  isAnew: boolean;
  /** Which of the paper's numbered points tells it: what one tells is no part of what another does. */
  point: number;
}

const numberedPoint = /\n\s*[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、](?!\d)/;
const ofAbove = /上述|前述|以上|其中|从中|该[笔款]|这笔/;

/** 王某两万元、李某|三万元. */
const row = /^整?[、和及][^，,。；、\n\d]{0,8}$/;
/** The last deed of a clause and on what it was done: 收受|李某, 套取|保洁员工资. */
const deedOn = /.*(收受|索[要取]|送给|套取|骗取|冒领|虚[报列开]|侵吞|贪污|截留|挪用)(.*)$/;
const vague = /^(?:现金|人民币|共计?|合计|约|近|贿赂|贿|好处费|财物|其中|公款|资金|了)*$/;

/** Whether a sum is told by the same verb as the one before it, each of something of its own. */
function isParallel(text: string, last: Sum | undefined, sum: Sum): boolean {
  const [, verb, object = ''] = (last && deedOn.exec(clauseBefore(text, last))) ?? [];
  const [, sameVerb, other = ''] = deedOn.exec(clauseBefore(text, sum)) ?? [];
  return (
    verb !== undefined && verb === sameVerb && object !== other && !vague.test(object) && !vague.test(other)
  );
}

const feast = /春节|过年|中秋|端午|国庆|元旦|五一/;
const anew = /又|另(?!据)|第[二三四五]次|再次?[送给塞收拿要索向]/;
const part = /(?:其中|分别[是为系])[^，。；]{0,10}$/;

const areApart = (one: Gift, other: Gift): boolean =>
  other.isAnew ||
  haveOtherDays(one, other) ||
  (one.feast !== null && other.feast !== null && one.feast !== other.feast);

function haveOtherDays({ days: one }: Gift, { days: other }: Gift): boolean {
  if (!one?.[0] || !one[1] || !other?.[0] || !other[1]) return false;
  return one[1] < other[0] || other[1] < one[0];
}

/** Where the paper begins to tell, in whole sentences: title and salutation stand before it. */
const bodyStart = (text: string): number => text.lastIndexOf('\n', firstOf(endsTold, text, 0)) + 1;

const endsTold = oneOf('，,。；！？;!?');
