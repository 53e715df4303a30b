import type { Span } from '../../../../domain/index.js';
import { firstFrom, type PersonMention } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { type Holding, holdingOf } from './holders.js';
import { laterHolding, laterPost } from './later-posts.js';

/** How much the letter shows a person acting in office, and where. */
export interface Parts {
  score: number;
  holdsOffice: boolean;
  /** The letter shows him doing or receiving something, not only holding his post. */
  acted: boolean;
  /** Some sentence is about him: its clause begins with his post or name. */
  leads: boolean;
  evidence: Span[];
}

const takes =
  /(?:收受|索要|索取|收取|收了|接受|收到|拿了|拿到|借了|借|吃了|要求|让|叫|安排|指使|找|逼|强迫|要)[^，,。；;\n、]{0,16}$/;
const givesTo =
  /(?:送给|送到|送了|塞给|转给|打给|交给|给了|行贿|贿赂|孝敬|宴请|请|送|给|向)(?:时任|原)?[^，,。；;\n、]{0,14}$/;
const neutral = /(?:找到|联系|问|听|据|对|跟|问过|认识|告诉|同|陪)$/;

/** Adds up, over all mentions of one person, posts, acts and gifts received, less gifts given and private callings. */
export function scoreParts(reading: Reading, mentions: readonly PersonMention[]): Parts {
  const { text, names, dictionary } = reading;
  let score = 0;
  let holdsOffice = false;
  let isPrivate = false;
  let acts = 0;
  let acted = false;
  let excused = 0;
  let leads = false;
  const evidence: Span[] = [];
  if ((laterPost(text, mentions, names) ?? laterHolding(text, mentions, names, dictionary)) !== null)
    holdsOffice = true;
  for (const mention of mentions) {
    if (reading.closing.covers(mention)) continue;
    const holding = holdingOf(text, mention, names, dictionary);
    const inTitle = names.positions
      .slice(firstFrom(names.positions, mention.start + 1), firstFrom(names.positions, mention.end))
      .filter((p) => p.end <= mention.end);
    const posts = [...holding.positions, ...inTitle];
    const runs =
      posts.some((p) => p.kind === 'business' && !dictionary.callings.has(p.text)) &&
      isPublicUnit(reading, mention, holding);
    if (runs || posts.some((p) => p.kind === 'public')) {
      holdsOffice = true;
      // 二、副主任习志敏，…: an item of the list is about whom it begins with.
      if (beginsItem(text, mention, holding)) score += 2.5;
    } else if (posts.some((p) => p.kind === 'business')) isPrivate = true;
    const innocent = isExcused(text, mention, names.persons);
    if (!innocent && leadsClause(text, mention, holding)) leads = true;
    const before = text.slice(Math.max(0, mention.start - 18), mention.start);
    // 他哥某某，县住建局副局长: he is in office himself.
    const official = holding.organisation !== null && holding.organisation.start > mention.start;
    if (!official && dictionary.relatives.before(text, mention.start) !== null) isPrivate = true;
    if (dictionary.witnesses.before(text, mention.start) !== null) score -= 5;
    if (takes.test(before) && /收受|索要|索取|收取|收了|接受/.test(before)) isPrivate = true;
    const after = clauseAfter(text, mention, names.persons);
    const told =
      /(?:叫|让|要求|指使|授意|安排|逼|派)(?:时任|原)?[^，,。；;\n、]{0,14}$/.test(before) &&
      !/(?:的是|由)[^，。]{0,10}$|(?:名字?|姓名|长|任|记|[他她人姓，,])叫个?$/.test(before);
    // Who forges at another's word has forged; who only signs at it has not.
    if (told) score += grave.test(after) ? 1 : -2;
    if (innocent) excused += 1;
    if (confesses(reading, mention)) score -= 5;
    if (suffers.test(after)) score -= 2;
    if (!innocent && ofHis.test(text.slice(mention.end, mention.end + 12))) acts += 1;
    if (!innocent && through.test(before) && hand.test(after)) acts += 1;
    if (!innocent) acts += 0.7 * actsAsHe(reading, mention);
    if (told && grave.test(after)) acted = true;
    if (inRow(text, mention, names.persons) || orders.test(after)) acted = true;
    if (
      /(?:经手|办理|审批|签字|签的|收钱|负责|盖章|批准|拍板|主管|分管|经办)[^，。；\n]{0,8}(?:的?是|:|：)[^，。；\n]{0,14}$/.test(
        text.slice(Math.max(0, mention.start - 30), mention.start),
      )
    )
      acts += 2;
    const act = firstOf(after, dictionary.acts.at);
    const favour = favours.test(after);
    const gift = favour
      ? null
      : firstOf(after, (clause, at) =>
          // 用于请客送礼 is what public money was spent on, no gift to somebody.
          /[移报转遣护投呈抄发输接客情定批划]/.test(clause.charAt(at - 1))
            ? null
            : dictionary.gives.at(clause, at),
        );
    if (gift !== null && (act === null || gift < act) && !/(?:索|让|要求|逼)/.test(after.slice(0, gift))) {
      score -= 2.5;
    } else if (!innocent && (favour || (act !== null && act <= 30)) && !neutral.test(before)) {
      acts += 1;
      evidence.push({ start: mention.start, end: mention.end });
    }
    if (givesTo.test(before) && !neutral.test(before)) {
      score += 1.5;
      evidence.push({ start: mention.start, end: mention.end });
    }
  }
  // Praise from before makes nobody innocent whom the letter then shows in the act.
  score -= excused * (acts + evidence.length > 1 ? 1 : 4);
  score +=
    Math.min(4, acts * 1.5) +
    (holdsOffice ? 2.2 : 0) +
    Math.min(1.2, (mentions.length - 1) * 0.6) -
    (isPrivate ? 4 : 0);
  return {
    score,
    holdsOffice,
    leads,
    acted: acted || evidence.length > 0 || acts > 0,
    evidence: evidence.length > 0 ? evidence : mentions.slice(0, 1).map(({ start, end }) => ({ start, end })),
  };
}

/** Names of firms that belong to the public. */
export const publicFirm =
  /城投|国投|交投|水投|农投|文投|旅投|建投|国有|国资|资产经营|资产管理|[省市县区][\u4e00-\u9fa5]{2,4}集团|粮食|粮油|储备|供销|供电|供水|自来水|公交|烟草|盐业|水务集团|城建集团|协会|学会|商会/;
const publicUnit =
  /城投|国投|交投|水投|农投|文投|旅投|建投|国有|国资|资产经营|资产管理|[省市县区][\u4e00-\u9fa5]{2,4}集团|粮食|粮油|储备|供销|供电|供水|自来水|公交|烟草|盐业|林场|农场|种子公司|水务|医院|学校|中学|小学|学院|协会|学会|商会|中心|[局办委站所院校]$|信用社|农商|银行|支行|邮政|电信|燃气集团|供热|热力|城建集团|平台公司|征迁|园区/;

/** The head of a firm that belongs to the public (粮食购销公司经理) holds an office. */
function isPublicUnit({ text, names }: Reading, mention: Span, { organisation }: Holding): boolean {
  if (organisation !== null) return publicUnit.test(organisation.text);
  const last = firstFrom(names.organisations, mention.start);
  return names.organisations
    .slice(Math.max(0, last - 4), last)
    .some(
      (unit) =>
        mention.start - unit.end < 400 &&
        publicFirm.test(unit.text) &&
        !/老板|开发商|承包商/.test(text.slice(Math.max(unit.end, mention.start - 20), mention.start)),
    );
}

/** What makes the person that follows the object of somebody else's doing. */
const notLeading =
  /(?:向|给|找|对|被|把|叫|让|送|请|为|与|和|跟|同|从|的|到|问|认识|听|告诉|说是|陪|替|帮|求|是|系|找到|联系|据|经|由|及|等|老|前任|接任|前)$/;

/** 二、县人防办副主任某某，…: unit, post and name begin a clause, and something is told of him. */
function leadsClause(text: string, mention: Span, holding: Holding): boolean {
  const start = Math.min(
    mention.start,
    holding.organisation?.end === undefined || holding.organisation.start > mention.start
      ? mention.start
      : holding.organisation.start,
    ...holding.positions.map((p) => p.start),
  );
  const before = text
    .slice(Math.max(0, start - 8), start)
    .replace(/(?:原|时任|现任|分管[\u4e00-\u9fa5]{1,6}的)$/, '');
  const begins = !notLeading.test(before);
  return begins && /^(?:同志)?[\u4e00-\u9fa5\d，,（(]/.test(text.slice(mention.end, mention.end + 3));
}

/** 把工程给了他表弟: what an official has to give is no bribe. */
const favours =
  /^[^。；]{0,8}把[^，。；]{0,10}(?:工程|项目|标段?|活|业务|地块?|房子?|指标|名额|铺面|商铺|门面|单子|合同|货款|公款|钱)[^，。；]{0,4}(?:给|交给|包给|租给|借给)/;

/** 由秘书长鄢某|保管, 经副主任水某|签批. */
const through = /(?:由|经|是|系|都是|叫|让)[^，,。；;、]{0,16}$/;
const hand =
  /^[^，。；]{0,4}?(?:保管|经手|经办|签批|签字|签发|审批|批准|审核|掌握|掌管|收取|负责|管着?|办理|定的|说了算|拍板|一手|做的|拿着|收着|造册|验收)/;
/** What a letter tells of somebody's family and driver, it tells against him. */
const ofHis =
  /^(?:之|的)?(?:亲)?(?:妻子?|老婆|爱人|夫人|丈夫|老公|儿子?|女儿?|儿媳|女婿|弟弟?|哥哥?|姐姐?|妹妹?|妹夫|姐夫|内弟|内侄|小舅子|小姨子|表哥|表弟|表妹|堂弟|堂兄|堂哥|堂妹|外甥女?|侄子|侄女|侄儿|连襟|亲家|岳父|岳母|父亲|母亲|司机|情妇|情人|同学|战友|亲戚|姑父|舅舅|亲属)(?![\u4e00-\u9fa5]{0,2}(?:举报|反映|来访))/;
const suffers =
  /^[^，。；]{0,3}(?:因为?|由于)?[^，。；]{0,12}(?:被(?:逼|打|骂|调|撤|免|辞退|开除|穿小鞋|刁难|排挤|停职|调离|带走|触电|砸)|受伤|住院|触电|落选|被从)/;
const admits = /^[^，。；：:]{0,6}(?:供述|供称|供认|交代|交待|陈述|证实|指证|当庭|称[:：，,]|如实|说明情况)/;
const party =
  /(?:犯罪嫌疑人|嫌疑人|被告人?|原告|当事人|证人|行贿人|投诉人|知情人|线索提供人)[^，。；]{0,12}$/;

/** 当事人|某某供述: whose words give the matter away is not whom the paper accuses. */
function confesses({ text, official }: Reading, mention: Span): boolean {
  const before = text.slice(Math.max(0, mention.start - 18), mention.start);
  const after = text.slice(mention.end, mention.end + 14);
  return party.test(before) || (official && admits.test(after));
}

function beginsItem(text: string, mention: Span, holding: Holding): boolean {
  const line = text.lastIndexOf('\n', mention.start - 1) + 1;
  const start = Math.min(
    mention.start,
    holding.organisation?.start ?? mention.start,
    holding.positions[0]?.start ?? mention.start,
  );
  return /^\s*(?:[一二三四五六七八九十]{1,2}[、.．是]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．)）]|[①-⑩]|第[一二三四五六七八九十][,，、])\s?(?:原|时任|现任)?$/.test(
    text.slice(line, Math.max(line, start)),
  );
}

/** 主任焦振国…，让股长|师宗理|伪造: he acts through another. */
const orders = /(?:让|授意|指使|安排|要求|叫|逼|派)[^，,。；;]{0,14}$/;

/** 主任苏定国、会计屠丽华涉嫌…: what is said behind a row of people is said of each. */
function inRow(text: string, mention: Span, persons: readonly PersonMention[]): boolean {
  const next = persons[firstFrom(persons, mention.end)];
  const between = next === undefined ? '' : text.slice(mention.end, next.start);
  return (
    between.length > 0 && between.length <= 24 && /^[、和与及]/.test(between) && !/[，。；\n]/.test(between)
  );
}

/** Acts that nobody does in good faith, whoever told him to. */
const grave =
  /伪造|编造|造假|作假|虚开|虚列|虚报|虚增|套取|私分|收受|收了|倒卖|篡改|销毁|补写|补做|冒领|侵占|截留|坐支|不入账|据为己有|平分|分得|挪用|做假账/;
const excuse =
  /(?:虽然|虽|只是|不过是?|仅仅)[^。\n]{0,30}(?:签|盖章|经手|跑腿)[^。\n]{0,40}(?:按|听|要求|指示|安排|照办|不签就)|被迫|奉命|不得不(?!举报|反映|写)|不敢不|不签就|并?不知情|蒙在鼓里|(?:多次|曾经?|一再)?(?:提出(?:过)?[^。，]{0,6}(?:异议|反对|不行|不妥|不同意)|劝阻|反对)|坚持(?:原则|不)|拒绝(?:签字|办理)|按程序(?:办理|签字)|没有(?:拿过?|得到|收过?)(?:一分|任何|半点|好处)|清清楚楚|没有?收过|从来?不收|从没收过|两袖清风|清正廉洁|作风正派|好干部|为人正直|服气|认真负责|一丝不苟|口碑|公道|有口皆碑|兢兢业业|与(?:他|她|此事|以上|上述|这些)[^，。]{0,6}无[关涉]|没有?(?:掺和|参与|沾边|插手)|^[^，。]{0,3}只好|秉公|好同志|不要误会|(?:提(?:出)?过?|有)(?:书面)?(?:的)?不同意见|仗义执言|老实人|提过[^，。]{0,4}意见|(?:曾经?)?(?:提出过?|提过)[^，。]{0,4}意见/;

/** 村里也有好干部，某某; 替几个人说句公道话：某某; 可以证明：某某. */
const vouched =
  /(?:(?:公道话|可以(?:作证|证明)|能(?:作证|证明)|(?:不要|别)冤枉)[：:][^。]*|也有好(?:干部|人|同志)[：:，,][^。，,]*)$/;

/** The letter itself takes the person's part: he only signed as told, spoke against it, was an honest man. */
function isExcused(text: string, mention: Span, persons: readonly PersonMention[]): boolean {
  const sentence = text.slice(mention.end, mention.end + 90).split(/[。！!\n]/)[0] ?? '';
  const before =
    text
      .slice(Math.max(0, mention.start - 30), mention.start)
      .split(/[。！!；;\n]/)
      .at(-1) ?? '';
  if (vouched.test(before)) return true;
  const hit = excuse.exec(sentence);
  if (hit === null || /早年|以前|从前|过去|当年|原来|本来|曾经是|刚来时/.test(sentence.slice(0, hit.index)))
    return false;
  const between = persons.slice(firstFrom(persons, mention.end), firstFrom(persons, mention.end + hit.index));
  // 甲和乙虽然签了字: what is said behind a row of names is said of all of them.
  return between.every((p) => text.slice(mention.end, p.start).length <= 14);
}

const pronoun =
  /(?:^|[，,。；;！!：:“\s])(?:而|但|后来|随后|现在|当时)?(?:他自己|她自己|他本人|[他她](?!们|人)|此人|该人|该同志|这个人)/g;
/** How far, in characters, a pronoun still means the person named before it. */
const pronounReach = 160;

/** Sentences behind a mention, up to the next person, in which 他 or 此人 acts. */
function actsAsHe({ text, names, dictionary }: Reading, mention: PersonMention): number {
  // No further than the pronoun reaches: the list of a whole register is not gone through for each of its names.
  const near = names.persons.slice(
    firstFrom(names.persons, mention.end),
    firstFrom(names.persons, mention.end + pronounReach),
  );
  const next = near.find((p) => p.value !== mention.value);
  const stretch = text.slice(mention.end, Math.min(next?.start ?? text.length, mention.end + pronounReach));
  let acts = 0;
  for (const match of stretch.matchAll(pronoun)) {
    const from = match.index + match[0].length;
    const clause = stretch.slice(from, from + 26).split(/[。；;！!\n]/)[0] ?? '';
    if (firstOf(clause, dictionary.acts.at) !== null) acts += 1;
  }
  return Math.min(2, acts);
}

/** The words from a person to the next person or the end of the sentence. */
function clauseAfter(text: string, mention: Span, persons: readonly PersonMention[]): string {
  const next = persons[firstFrom(persons, mention.end)]?.start ?? text.length;
  const clause = text.slice(mention.end, Math.min(next, mention.end + 48));
  return clause.split(/[。；;！？!?\n]/)[0] ?? '';
}

function firstOf(text: string, at: (text: string, at: number) => unknown): number | null {
  for (let i = 0; i < text.length; i++) if (at(text, i) !== null) return i;
  return null;
}
