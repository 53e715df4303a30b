import type { Reading } from '../reading.js';
import { before, isBeside, type Sum } from './around.js';
import { addedUp } from './gifts.js';
import {
  deniedIn,
  fromAll,
  isCorrected,
  isHearsay,
  isIncome,
  isLoss,
  isOfEach,
  isOfMatter,
  isPerUnit,
  isPrice,
  isRate,
  isReturned,
  isTaken,
  isTotalTaken,
} from './taken.js';
import { timesOf } from './times.js';

/** Called a total. */
const total =
  /(?:合计|共计|总计|累计|总额|总金额|涉案金额|涉及金额|金额达|差额|前后|加起来|共)(?:收受|收取|索要|金额|达|约|为|是|在|人民币|了|减免|少收|退|送|给|现金|贿赂|套取|挪用|高达|:|：|\s){0,4}$/;

/**
 * The sum at issue in yuan: what the accused took or diverted, by the letter's own total of it where it gives one that no
 * single sum exceeds; else by the field for it, else added up where plainly separate gifts are told, else the largest;
 * where nothing is taken the largest of a loss or a relief: in a sentence that calls one sum the loss, that one. A price, a
 * contract's sum or a public fund is none while there is any other; what one piece or one month costs is none at all.
 */
export function principalSum(reading: Pick<Reading, 'text' | 'values' | 'fields' | 'names'>): number | null {
  const { text, values, fields } = reading;
  const dates = values.filter((v) => v.type === 'date');
  const sums = values.flatMap((v): Sum | [] =>
    v.type === 'money' && typeof v.value === 'number' ? { ...v, value: v.value } : [],
  );
  const isDenied = deniedIn(text, sums);
  const kept = sums.filter((v) => !isReturned(text, v) && !isCorrected(text, v) && !isDenied(v));
  const own = kept.filter((v) => !isPrice(reading, v));
  const usable = own.filter((v) => !isRate(text, v) && !isIncome(text, v) && !isHearsay(text, v));
  const field = fields.filter((f) => f.kind === 'amount');
  const stated = sums.filter((v) => field.some((f) => f.start <= v.start && v.end <= f.end));
  const taken = own
    .filter((v) => !isPerUnit(text, v) && isTaken(reading, v))
    .map((v) => ({ ...v, value: fromAll(text, v) ?? v.value * timesOf(reading, v) }));
  const most = largest(taken) ?? 0;
  const totals = usable.filter((v) => total.test(before(text, v)));
  const lost = usable.filter((v) => isLoss(text, v));
  return (
    largest(totals.filter((v) => v.value >= most && isTotalTaken(reading, v))) ??
    largest(stated) ??
    largest(taken, addedUp(reading, dates, taken)) ??
    largest(totals.filter((v) => isOfMatter(text, v) && !isOfEach(text, v))) ??
    largest(
      usable.filter(
        (v) => lost.includes(v) || (isOfMatter(text, v) && !isOfEach(text, v) && !isBeside(text, v, lost)),
      ),
    ) ??
    largest(usable.filter((v) => !isOfEach(text, v))) ??
    largest(kept.flatMap((v) => ({ ...v, value: fromAll(text, v) ?? 0 })).filter((v) => v.value > 0)) ??
    largest(kept.filter((v) => !isRate(text, v) && !isOfEach(text, v)))
  );
}

const largest = (some: readonly Sum[], least = 0): number | null =>
  some.length === 0 ? null : Math.max(least, ...some.map((v) => v.value));
