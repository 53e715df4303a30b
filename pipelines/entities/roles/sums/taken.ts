import { firstFrom } from '../../names/index.js';
import { readNumber } from '../../values/index.js';
import { matter } from '../facts.js';
import type { Reading } from '../reading.js';
import {
  before,
  behind,
  clauseBefore,
  clauseBehind,
  lineBefore,
  type Sum,
  sentenceAround,
} from './around.js';
import { timesOf } from './times.js';

/** A text with the persons named in it, and its dates. */
type Told = Pick<Reading, 'text' | 'names' | 'values'>;

/** Behind what a price is called: 合同价款共 800 万元. */
const amounts = '(?:为|是|约|共|达|金额|款|费|易地建设费|人民币|额|了|:|：|的|价)*$';
/** What a thing costs or is worth, what a rule sets, what somebody earns: no sum that anybody took. */
const price = new RegExp(
  `(?<!超)(?:单价|标准|按照?|注册资本|总投资|投资|总价|造价|概算|预算|合同总?价|合同金额|合同额|合同|标的额?|评估价?|中标价|中标金额|算下来|核定|核定金额|控制价|月薪|市价(?:最少|至少)?|市场价在|进价|外地报价|成本|市场价|起征|年薪|定额|起点|限额|结算价?)${amounts}`,
);
/** What is due or is a bound is none either, unless just that is taken: 挪用税款五十万元, 受贿超过五十万元. */
const dueOrBound = new RegExp(
  `(?:工资|应缴|应收|应交|应处|应罚|该罚|要交|要缴|该交|该缴|须交|需交|税|以上|低于|超过)${amounts}`,
);
/** What one piece, person or month costs or brings. */
const rate =
  /(?:每(?:平方米|平米|亩|㎡|[月年个天晚次台扇樘套桶吨车张])|一(?:[吨台扇樘套亩平车晚]|个?(?:月|晚上|平方)))(?:为|是|约|共|多?[收付要卖]|少的?|金额|:|：|的|每平方米)*$/;
/** Money of the office, or of each of many: none that was taken unless it is said to have been diverted. */
const income =
  /(?:租金|罚款|(?:每个?(?:[人户家生名套间件箱辆亩]|学生|村民)|[人户]均|一个?人)(?:[应实可]?(?:发|得|补助?)|[克多少]?(?:扣|收)|上?交|缴|出|领|拿到?|定价|成本价?)?了?)(?:村民|学生|为|是|约|共|金额|:|：|的)*$/;
/** What it is of, or what was done for it, stands right behind a price: 380万元的工程, 九十万元就卖了. */
const priced =
  /^(?:的[^，,。；\n]{0,6}(?:工程|项目|合同|设备|房(?![租款])|车(?![费位])|业务|订单)|(?:的价格?)?(?:就|直接|低价)?(?:卖|转让|出让|承包给|租给)|买的)/;
const isPriced = (text: string, sum: Sum): boolean =>
  priced.test(behind(text, sum)) && !before(text, sum).endsWith('价值');

/** What the accused lets go cheap, or pays himself: 市价80万元的铺面，只收了45万元. */
const paid = /[只仅才]收了?[^，,。；\n]{0,4}$/;
const cheap = /低价|市价|价值|市场价|评估价|贱[卖租]/;
const perUnit = /^\s?(?:\/|每|一[平张台吨]|／|的标准)/;
/** A rule's bound; 总共在15.6万元以上 is what somebody reckons. */
const bound = /^\s?(?:以上|以下|起)/;

/** Whoever is accused takes, is given or asks for what follows. */
const taking =
  /收受|索要|索取|索贿|受贿|勒索|敲诈|(?<!税)收下|收了|收过|收到[^，]{0,12}送|夹了|办了?一?张[^，]{0,8}卡|[打转汇]过|账户[^，]{0,4}收到|拿走|拿了|(?<![主需必重])要了(?![解结断却])|要走|分得|分红|捞取?了|送[给了去上来过出](?!我)|塞[给了进]|孝敬|递给|[转打汇]给[他她其]|[转打汇][到进入][^，]{0,10}(?:账户|卡|名下)|给了(?!我)|给予?[他她其](?:送|转|打|塞|现金|买)|行贿|贿赂|好处费|[收要拿得吃]了?(?![了过])[^，,。；\n]{0,6}好处|感谢费|辛苦费|茶水费|协调费|介绍费|中介费|信息费|打点|回扣|红包|礼金|购物卡|由[^，,。；\n]{1,10}(?:公司|企业|老板|[某总]|[发承供建]商)[^，,。；\n]{0,6}(?:支付|付|出|买单|承担)|免费[^，,。；\n]{0,6}装修|[他她]得了|从中[^，,。；\n]{0,4}[收拿得取赚提抽获]|[获牟][得取]?利|转包[^。；\n]{0,16}管理费/;
/** 收老板5万元: who gave it stands between, no fee or income that an office takes in. */
const takenFrom =
  /(?<![应该已未没不税丰秋征回验签招吸接创所实营可增减少多漏只])收(?![回入费取缴据支款购录条租集拾治编藏尾割养储看])((?:[^，,费租税款入购罚金缴元]|现金|礼金){0,14})$|送(?:现金|礼金|给?[他她])?$/;
/** What is brought is taken where the next words say so: 带了3万元，求他关照，他收了. */
const accepted = /^[^。；！？\n]{0,24}[，,][他她]?(?:都|也|就|全|便|才)?收[了下]了?(?=[，,。；！？\n]|$)/;
/** 交给汪守田8万元: to whom stands between. */
const handedTo = /[交递拿]给(.{0,8})$/;
/** Nothing between, or somebody who gives; else it is a harvest or what else is called so. */
const giver =
  /^(?:现金|礼金|人民币|约|近|共)*$|老板|[发承供建]商|包工头|公司|企业|厂|施工[方队]|对方|中间人|[某总他她]/;
/** But a fee, and what is asked for each piece. */
const ofOffice = /^的?[^，,。；\n]{0,6}[费租]|^的?押金/;
const piece = /每(?![年月次])|一[套份台平吨]/;
/** Money of others that the accused puts to his own or another use. */
const diverting =
  /贪污|侵吞|侵占|私吞|冒名贷款|(?:他人|别人|[村群居]民|亲属)的?名义[^，,。；\n]{0,4}贷款|吞了|挪用|挪走|挪作|套取|套出|套走|骗取|冒领|虚报|虚列|虚开|多报|多开|截留|克扣|坐支|私分|瓜分|私存|占为己有|据为己有|装进|进了(?:自己|个人|他)|小金库|账外|[不没未][进入][^，,。；\n]{0,6}账/;
/** What an office does as well: it is diverted where he does it, or it serves him. */
const spending = /公款|报销|列支|打去|套了|(?<!举)报了$/;
/** 将53万元、61.5万元，以借款形式|转到私人公司: where it went is told behind it. */
const moved = /[转汇打存借][到给入进][^，,。；\n]{0,4}(?:个人|私人|自己|[他她其]|亲|[妻儿]子)/;
/** What the accounts lack: 补偿款186万元，账上只有151万元，差|35万元. */
const lacking = /账[上面里][^。；\n]{0,20}[，,]还?[差少短缺]了?$/;
/** A bank's trade, unless it serves his own. */
const lending = /(?<!发)放贷/;
const his = /[他她](?![人们])|[局县镇乡村校院站所处科股部]长|主任|书记/;
const misuse = /个人|自己|私|虚假|假发票|[吃玩]喝|旅游|违规|擅自|家[里属人]|老婆|[妻儿]子|女儿|亲戚/;
/** How what was taken is called behind the sum: 五万元好处费. */
const named =
  /^(?:的|现金|作为|作|当作?|，|,|\s){0,3}(?:好处费|感谢费|辛苦费|茶水费|协调费|介绍费|打点|回扣|红包|礼金|贿赂|据为己有|占为己有|(?:被|给)?(?:他|其)?(?:挪用|私吞|侵吞|截留|套取|贪污|装进|进了(?:自己|个人|他))(?!了?\d)|[进入]了?[^，,。；\n]{0,6}(?:口袋|腰包|后备[箱厢])|[^，,。；\n]{0,4}[不没未]有?[入进][^，,。；\n]{0,6}账|[^，,。；\n]{0,2}未上?[缴交解]入?(?:国库|财政|专户))|^(?:至今|现在|都|也|钱)?(?:去向不明|不知去向|下落不明)|^(?:返还?|转|汇|打)[给至到入进][^，,。；\n]{0,6}(?:账户|卡|个人)|^存[入进到](?:了)?[^，,。；\n]{0,3}(?:个人|私人|自己|[他她])|^(?:实际|都|全部)?(?:送给|送进|塞给|给了|借给|汇给|打给|转给)(?![我俺]|以后|之后)/;
/** What was given back is told once more: it counts where it was taken. */
const givenBack = /(?<!(?:应|该|未|不|没|拒)[^，,]{0,3})(?:退还|退回|退给|归还)/;
/** Whoever is offered a sum does not take it, as its own clause or the next says. */
const refused =
  /^[^，,。；！？\n]{0,12}[，,。；！？]?[^，,。；！？\n]{0,12}(?:没有?[敢肯]?[收要](?![条据费入到取])|不[敢肯]?收(?![手敛费])|拒收|拒绝了?(?=收|接受|[，,。；！\n]|$)|婉拒|谢绝|退[还回](?!\d))(?![^。！？\n]{0,20}(?<![没不有敢肯])收[下了])/;
const nextClause = 60;
/** Said of a sum that certainly came in. */
const received = /收[受下了过取]|索|勒|要了|要走|拿走|拿了|分得|捞/;
/** What the writer only heard is no sum that he vouches for. */
export const hearsay =
  /听说|听(?:[别旁]?人|群众|大家|同事|村[里民]的?人?|外[面头]的?人?)们?[说讲]|据[说传闻]|传[言闻]|有人[说讲]/;

export const isHearsay = (text: string, sum: Sum): boolean => hearsay.test(clauseBefore(text, sum));

/** A gift that was refused or given back; a fee that is not collected (没有收) is none. */
export const isReturned = (text: string, sum: Sum): boolean => {
  const clause = clauseBefore(text, sum);
  return taking.test(clause) && isNotKept(text, sum, clause);
};

/** 不是5万元而是15万元, 5万元应为15万元: what is put right is no sum, what it is put right to is. */
const denied = /(?:不是|并非)[^，,。；\n\d]{0,6}$/;
const putRight = /^[，,]?(?:而是|应该?是|应为|实际是|实为|是)/;
const wrong = /^[，,]?(?:应为|应改为|更正为|改正为|系笔误)/;

export const isCorrected = (text: string, sum: Sum): boolean => wrong.test(behind(text, sum));

/**
 * Whether a sum is one that the letter says is not right, and for which that sentence tells another, or is told so before
 * it is put right: 上次说是11.3万元，不是11.3万元，在15.6万元以上. What comes in again behind is another one.
 *
 * @param sums in the text's order
 */
export function deniedIn(text: string, sums: readonly Sum[]): (sum: Sum) => boolean {
  const lastDenial = new Map<number, number>();
  for (const [i, sum] of sums.entries()) {
    if (!denied.test(before(text, sum))) continue;
    const next = sums[i + 1];
    const isTold =
      next !== undefined &&
      next.value !== sum.value &&
      next.start <= sum.end + sentenceAround(text, sum)[1].length;
    if (isTold || putRight.test(behind(text, sum))) lastDenial.set(sum.value, sum.start);
  }
  return ({ value, start }) => start <= (lastDenial.get(value) ?? -1);
}

const isNotKept = (text: string, sum: Sum, clause: string): boolean =>
  givenBack.test(clause) ||
  (!received.test(clause) && refused.test(text.slice(sum.end, sum.end + nextClause)));

export function isDiverted(reading: Told, sum: Sum): boolean {
  const clause = clauseBefore(reading.text, sum);
  if (diverting.test(clause)) return true;
  const [ahead, behindIt] = sentenceAround(reading.text, sum);
  if (lacking.test(ahead) || (/[将把]/.test(clause) && moved.test(behindIt))) return true;
  if (lending.test(clause)) return misuse.test(clause + clauseBehind(reading.text, sum));
  if (!spending.test(clause)) return false;
  return (
    his.test(clause) ||
    namesSomebody(reading, sum, clause) ||
    misuse.test(clause + clauseBehind(reading.text, sum))
  );
}

/** A person is named in the last words before a sum. */
function namesSomebody({ names }: Told, { start }: Sum, words: string): boolean {
  const next = names.persons[firstFrom(names.persons, start - words.length)];
  return next !== undefined && next.start < start;
}

/** A price, a fee or a bound, where just that is not taken. */
export const isPrice = (reading: Told, sum: Sum): boolean =>
  price.test(before(reading.text, sum)) ||
  ((dueOrBound.test(before(reading.text, sum)) || isPriced(reading.text, sum)) && !isTaken(reading, sum));

/** 每亩补三万二, 到手每户只有八千: what each of many has, whatever stands between; 一亩|20块. */
const ofEach =
  /(?:每个?(平方米|平米|[亩户家人名生套间件箱辆头棵吨]|学生|村民|商户|车位)[^，,。；\n\d]{0,6}(?:[\d.]{1,6}万?元?[至到—~-])?|一([亩户头吨]))$/;
const eachOf = (text: string, sum: Sum): string | undefined => {
  const found = ofEach.exec(before(text, sum));
  return found?.[1] ?? found?.[2];
};
/** What each of many has to give, or does not get. */
const fromEach = /[收扣]|索要|摊派|强[行制]要|提成/;
/** All of it: 一分没进学校账户, 一分没见着. */
const unbooked =
  /(?:[一半]分|一毛|分文|全部?|都)[^，,。；\n]{0,3}(?:[没未不](?:见|进|入|给|发|领|拿|有)|装进|私吞|侵吞)/;
const count = '(\\d{1,5}|[一二两三四五六七八九十百千万]{1,6})[多余来]?';
const counted = '(?:个(?=[^，,。；\n]{0,4}[生人])|[户家人名亩套间件辆头])';
const howMany = new RegExp(
  `(?:共|全[村镇乡校县组班屯])[^，,。；\\n\\d一二两三四五六七八九十百千]{0,4}${count}(${counted})`,
  'g',
);
/** 招了60多个择校生，每人交3万 */
const manyAhead = new RegExp(`${count}(${counted})`, 'g');
/** Households are not heads: what each of these pays is counted with its own measure. */
const measures: Readonly<Record<string, string>> = {
  家: '户',
  商户: '户',
  个: '人',
  名: '人',
  生: '人',
  学生: '人',
  村民: '人',
};
const measureOf = (word: string) => measures[word] ?? word;

export const isOfEach = (text: string, sum: Sum): boolean => eachOf(text, sum) !== undefined;

/** What all give together, where the letter says what each gives and how many: 每户收2000元，共收37户. */
export function fromAll(text: string, sum: Sum): number | null {
  const each = eachOf(text, sum);
  if (each === undefined) return null;
  const [ahead, behindIt] = sentenceAround(text, sum);
  const isUnbooked = unbooked.test(behindIt);
  if (!isUnbooked && !fromEach.test(clauseBefore(text, sum))) return null;
  const counts = [...behindIt.matchAll(howMany), ...(isUnbooked ? ahead.matchAll(manyAhead) : [])];
  const many = counts.find(([, , of]) => measureOf(of!) === measureOf(each))?.[1];
  const heads = many === undefined ? null : readNumber(many);
  return heads === null ? null : heads * sum.value;
}

export const isIncome = (text: string, sum: Sum): boolean => income.test(before(text, sum));

export const isPerUnit = (text: string, sum: Sum): boolean =>
  perUnit.test(behind(text, sum)) || (bound.test(behind(text, sum)) && !before(text, sum).endsWith('在'));

/** What one piece costs or one month brings, not all of them. */
export const isRate = (text: string, sum: Sum): boolean =>
  rate.test(before(text, sum)) || isPerUnit(text, sum);

/** The sum is what is taken or diverted in its own clause, or is called so right behind. */
export function isTaken(reading: Told, sum: Sum): boolean {
  const { text } = reading;
  const clause = clauseBefore(text, sum);
  if (hearsay.test(clause)) return false;
  if (isDiverted(reading, sum)) return true;
  if (isNotKept(text, sum, clause)) return false;
  if (named.test(behind(text, sum))) return true;
  if ((rate.test(clause) && timesOf(reading, sum) === 1) || income.test(clause)) return false;
  if (paid.test(clause) && cheap.test(sentenceAround(text, sum)[0])) return false;
  return (
    taking.test(clause) ||
    accepted.test(text.slice(sum.end, sum.end + nextClause)) ||
    namesSomebody(reading, sum, handedTo.exec(clause)?.[1] ?? '') ||
    (isFromSomebody(reading, sum, clause) && !ofOffice.test(behind(text, sum)) && !piece.test(clause))
  );
}

function isFromSomebody(reading: Told, sum: Sum, clause: string): boolean {
  const found = takenFrom.exec(clause);
  if (!found) return false;
  const gap = found[1] ?? '';
  return giver.test(gap) || namesSomebody(reading, sum, gap);
}

const wholeOf = /^[^。；\n]{0,6}[，,]其中/;
const ofCase = /涉案|涉及/;
const otherTotal = /工程款?|合同|项目|投资|造价|拨款|拨付|下拨/;

/** A total in a sentence of what was taken, unless its own clause says that it is the total of something else. */
export function isTotalTaken(reading: Told, sum: Sum): boolean {
  const { text } = reading;
  if (isTaken(reading, sum)) return true;
  const clause = clauseBefore(text, sum);
  // A whole of which only a part was taken is none either, unless it is called what the case comes to.
  if (otherTotal.test(clause) || (!ofCase.test(clause) && wholeOf.test(sentenceAround(text, sum)[1])))
    return false;
  return isTold(text, sum, taking) || isTold(text, sum, diverting) || diverting.test(lineBefore(text, sum));
}

/** What the office is the poorer by, or what was spent beyond what is allowed. */
const loss =
  /(?:损失|流失|少[收缴征]|漏征|多[付花支算]|超[付支标]|超预算|亏空|克扣|差额)[^，,。；\n\d]{0,6}$/;

/** Said of just this sum: 市价120万元，只卖了45万元，损失75万元. */
export const isLoss = (text: string, sum: Sum): boolean => loss.test(clauseBefore(text, sum));

/** Its sentence tells of money that was taken, diverted or lost. */
export const isOfMatter = (text: string, sum: Sum): boolean => isTold(text, sum, matter);

const isTold = (text: string, sum: Sum, deed: RegExp): boolean =>
  deed.test(sentenceAround(text, sum).join(''));
