import type { Mention, Span } from '../../../domain/index.js';
import { behindLastOf, firstOf, oneOf } from '../../one-of.js';
import { firstDay, lastDay } from '../values/index.js';
import { matter } from './facts.js';
import type { Reading } from './informant.js';

type Sum = Mention & { value: number };

/** Called a total. */
const total =
  /(?:合计|共计|总计|累计|总额|总金额|涉案金额|涉及金额|金额达|共)(?:收受|收取|索要|金额|达|约|为|是|人民币|了|减免|少收|送|给|现金|贿赂|套取|挪用|高达|:|：|\s){0,4}$/;
/** Behind what a price is called: 合同价款共 800 万元. */
const amounts = '(?:为|是|约|共|达|金额|款|费|易地建设费|人民币|额|:|：|的|价)*$';
/** What a thing costs or is worth, what a rule sets, what somebody earns: no sum that anybody took. */
const price = new RegExp(
  `(?:单价|标准|按照?|注册资本|总投资|投资|造价|概算|预算|合同总?价|合同金额|合同额|标的额?|中标价|中标金额|算下来|核定|核定金额|控制价|月薪|市场价在|进价|外地报价|成本|市场价|起征|年薪|定额|起点|限额)${amounts}`,
);
/** What is due or is a bound is none either, unless just that is taken: 挪用税款五十万元, 受贿超过五十万元. */
const dueOrBound = new RegExp(`(?:工资|应缴|应收|应交|要交|要缴|须交|需交|税|以上|低于|超过)${amounts}`);
/** Money that comes in by turns: none that was taken unless it is said to have been diverted. */
const rate =
  /(?:每平方米|每平米|每亩|每㎡|每人|每月|每年|每个|租金|罚款)(?:为|是|约|共|金额|:|：|的|每平方米)*$/;
const perUnit = /^\s?(?:\/|每|一平|／|的标准|以上|以下|起)/;

/** Whoever is accused takes, is given or asks for what follows. */
const taking =
  /收受|索要|索取|索贿|受贿|勒索|敲诈|收下|收了|收过|拿走|拿了|(?<![主需必重])要了(?![解结断却])|要走|分得|捞取?了|送给|送了|送去|送上|送来|送过|塞给|塞了|塞进|孝敬|递给|转给[他她其]|打给[他她其]|给了(?!我)|给[他她其](?:送|转|打|塞|现金|买)|行贿|贿赂|好处费|感谢费|辛苦费|茶水费|协调费|介绍费|打点|回扣|红包|礼金|购物卡/;
/** Money of others that the accused puts to his own or another use. */
const diverting =
  /贪污|侵吞|侵占|私吞|吞了|挪用|挪走|挪作|套取|套出|骗取|冒领|虚报|虚列|虚开|多报|截留|坐支|私分|瓜分|私存|占为己有|据为己有|装进|进了(?:自己|个人|他)|小金库|账外|不入账|未入账/;
/** How what was taken is called behind the sum: 五万元好处费. */
const named =
  /^(?:的|现金|作为|作|当作?|，|,|\s){0,3}(?:好处费|感谢费|辛苦费|茶水费|协调费|介绍费|打点|回扣|红包|礼金|贿赂|据为己有|占为己有|(?:被|给)?(?:他|其)?(?:挪用|私吞|侵吞|截留|套取|贪污|装进|进了(?:自己|个人|他))|[进入]了?[^，,。；\n]{0,6}(?:口袋|腰包))|^(?:实际|都|全部)?(?:送给|送进|塞给|给了)(?!我|以后|之后)/;
/** What was given back is told once more: it counts where it was taken. */
const givenBack = /(?<!(?:应|该|未|不|没|拒)[^，,]{0,3})(?:退还|退回|退给|归还)/;
/** Whoever is offered a sum does not take it, as its own clause or the next says. */
const refused =
  /^[^，,。；！？\n]{0,12}[，,。；！？]?[^，,。；！？\n]{0,12}(?:没有?[敢肯]?[收要](?![条据费入到取])|不[敢肯]?收(?![手敛费])|拒收|拒绝了?(?=收|接受|[，,。；！\n]|$)|婉拒|谢绝|退[还回](?!\d))(?![^。！？\n]{0,20}(?<![没不有敢肯])收[下了])/;
/** Said of a sum that certainly came in. */
const received = /收[受下了过取]|索|勒|要了|要走|拿走|拿了|分得|捞/;
/** What the writer only heard is no sum that he vouches for. */
const hearsay = /听说|据说|据传|传言|听人说|有人说/;
/** Words by which another occasion of the same kind is told. */
const another =
  /\d{4}\s?年|\d{1,2}\s?月|[〇零一二三四五六七八九]{4}年|次年|第二年|当年|春节|中秋|端午|国庆|元旦|过年|年底|又|再次|另(?!据)|第[二三四五]次|之后|后来/;

/**
 * The sum at issue in yuan: what the accused took or diverted, by the letter's own total of it where it gives one, else
 * by the field for it, else added up where plainly separate gifts are told, else the largest; where nothing is taken
 * the largest of a loss or a relief. A price, a contract's sum or a public fund is none while there is any other.
 */
export function principalSum({
  text,
  values,
  fields,
}: Pick<Reading, 'text' | 'values' | 'fields'>): number | null {
  const sums = values.filter((v): v is Sum => v.type === 'money' && typeof v.value === 'number');
  const dates = values.filter((v) => v.type === 'date');
  const single = sums.filter((v) => !perUnit.test(behind(text, v)));
  const own = single.filter((v) => !isPrice(text, v));
  const usable = own.filter((v) => !rate.test(before(text, v)));
  const field = fields.filter((f) => f.kind === 'amount');
  const stated = sums.filter((v) => field.some((f) => f.start <= v.start && v.end <= f.end));
  const taken = own.filter((v) => isTaken(text, v));
  const totals = usable.filter((v) => total.test(before(text, v)));
  return (
    largest(totals.filter((v) => isTotalTaken(text, v))) ??
    largest(stated) ??
    largest(taken, gifts(text, dates, taken)) ??
    largest(totals.filter((v) => isTold(text, v, matter))) ??
    largest(usable.filter((v) => isTold(text, v, matter))) ??
    largest(usable) ??
    largest(single)
  );
}

const largest = (some: readonly Sum[], least = 0): number | null =>
  some.length === 0 ? null : Math.max(least, ...some.map((v) => v.value));

/** Characters right ahead of a sum and right behind it that may say what it is: as many as the longest such words. */
const ahead = 14;
const following = 12;
/** Longest clause ahead of a sum, and longest sentence around it, that are read: what stands further off says little of it. */
const longestClause = 40;
const nextClause = 60;
const longestSentence = { ahead: 60, following: 30 };

const before = (text: string, { start }: Span): string => text.slice(Math.max(0, start - ahead), start);
const behind = (text: string, { end }: Span): string => text.slice(end, end + following);
const clauseBefore = (text: string, { start }: Span): string =>
  text.slice(behindLastOf(endsClause, text, Math.max(0, start - longestClause), start), start);

const isPrice = (text: string, sum: Sum): boolean =>
  price.test(before(text, sum)) || (dueOrBound.test(before(text, sum)) && !isTaken(text, sum));

/** The sum is what is taken or diverted in its own clause, or is called so right behind. */
function isTaken(text: string, sum: Sum): boolean {
  const clause = clauseBefore(text, sum);
  if (hearsay.test(clause)) return false;
  if (diverting.test(clause)) return true;
  if (
    givenBack.test(clause) ||
    (!received.test(clause) && refused.test(text.slice(sum.end, sum.end + nextClause)))
  )
    return false;
  return named.test(behind(text, sum)) || (taking.test(clause) && !rate.test(clause));
}

/**
 * What was taken on several occasions, added up, each of them once however often it is told; 0 where the sums may be
 * parts of one another.
 *
 * @param taken in the text's order
 */
function gifts(text: string, dates: readonly Mention[], taken: readonly Sum[]): number {
  const told: Gift[] = [];
  let isDiverted = false;
  let from = bodyStart(text);
  for (const sum of taken.filter((v) => v.start >= from)) {
    const since = text.slice(from, sum.start);
    const date = dates.findLast((d) => from <= d.start && d.end <= sum.start)?.value;
    from = sum.end;
    const inRow = row.test(since);
    const gift: Gift = {
      value: sum.value,
      days: typeof date === 'string' ? [firstDay(date), lastDay(date)] : null,
      feast: feast.exec(since)?.[0] ?? null,
      isAnew: inRow || anew.test(since.slice(-longestClause)),
    };
    if (told.some((other) => other.value === gift.value && !areApart(other, gift))) continue;
    if (told.length > 0 && !inRow && !another.test(since)) return 0;
    if (part.test(before(text, sum))) return 0;
    // Money that is diverted may be a part of what was diverted before, unless it is told of another year.
    isDiverted ||= diverting.test(clauseBefore(text, sum));
    if (isDiverted && told.some((other) => !haveOtherDays(other, gift))) return 0;
    told.push(gift);
  }
  const sum = told.reduce((all, { value }) => all + value, 0);
  // What has no day of its own and comes to all the others is their total.
  const isTotal = told.some(({ value, days, isAnew }) => days === null && !isAnew && value * 2 === sum);
  return told.length > 2 && isTotal ? sum / 2 : sum;
}

/** A sum with what tells it from another of the same value. */
interface Gift {
  value: number;
  /** First and last ISO day. */
  days: readonly [string | null, string | null] | null;
  feast: string | null;
  isAnew: boolean;
}

/** 王某两万元、李某|三万元. */
const row = /^[、和及][^，,。；、\n\d]{0,8}$/;
const feast = /春节|过年|中秋|端午|国庆|元旦|五一/;
const anew = /又|另(?!据)|第[二三四五]次|再次?[送给塞收拿要索向]/;
const part = /(?:其中|分别[是为系]|各)[^，。；]{0,10}$/;

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
const endsClause = oneOf('，,。；！？\n;!?');
const endsSentence = oneOf('。；！？\n;!?');

/** A total in a sentence of what was taken, unless its own clause says that it is the total of something else. */
const isTotalTaken = (text: string, sum: Sum): boolean =>
  isTaken(text, sum) ||
  (!otherTotal.test(clauseBefore(text, sum)) && (isTold(text, sum, taking) || isTold(text, sum, diverting)));

const otherTotal = /工程款?|合同|项目|投资|造价|拨款|拨付|下拨/;

/** The sentence of a sum tells such a thing. */
function isTold(text: string, { start, end }: Span, deed: RegExp): boolean {
  const from = behindLastOf(endsSentence, text, Math.max(0, start - longestSentence.ahead), start);
  return deed.test(text.slice(from, firstOf(endsSentence, text, end, end + longestSentence.following)));
}
