import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import { isHotline, isSentTo } from '../public-numbers.js';
import type { Reading } from '../reading.js';
import { belongsToOther } from './ownership.js';

const digit = '[\\d０-９OoIl〇零○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]';
/** What stands inside a number without ending it; a number may also run over the end of a line. */
const gap = '[ \\t\\n\\u3000\\-—–－_.·•()（）]{0,3}';
const border = '(?![\\d０-９])';
const mobile = new RegExp(
  `(?<![\\d０-９A-Za-z])[1１一幺壹]${gap}[3-9３-９三四五六七八九叁肆伍陆柒捌玖](?:${gap}(?:${digit}|[*×＊])){9}${border}`,
  'g',
);
/** 幺三三，四八六零，七七二幺: as it is told on the telephone, in groups. */
const spoken =
  /(?<![零〇一二两三四五六七八九幺])[一幺][三四五六七八九](?:[，,、 \u3000]{0,2}[零〇○洞一幺二两三四五六七拐八九勾]){9}(?![零〇一二两三四五六七八九十百千万幺])/g;
const landline = new RegExp(
  `(?<![\\d０-９A-Za-z.])[(（]?[0０零〇](?:${gap}${digit}){2,3}(?:${gap}${digit}){7,8}${border}`,
  'g',
);
const identity = new RegExp(
  `(?<![\\d０-９A-Za-z])[1-9１-９](?:${gap}[\\d０-９]){5}(?:${gap}[\\d０-９*×]){11}${gap}[\\d０-９Xx×*]${border}`,
  'g',
);
const birthInside = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
const labelled =
  /(?:电话|电話|電話|手机|手機|座机|联系方式|号码)[号码]{0,2}(?:是|为|[:：]|\s){0,3}([\d*×][\d*×\- ]{4,18}[\d*×])(?!\d|[元万年月日])/g;
const account =
  /(?:[微威薇]\s?信|QQ|qq|Qq|扣扣|(?<![A-Za-z])(?:VX|Vx|vx|WX|wx|V信)|抖音|快手|钉钉|陌陌|工号|工牌|员工编号|警号|学号|编制号|社保号|医保号)(?:号码|账号|帐号|同号|号|ID|id)?\s?(?:同?是|就是|为|叫)?\s?[:：(（]?\s?([A-Za-z0-9][A-Za-z0-9_\-.]{3,30}|\d(?: ?\d){4,12})(?![元万千百块年月日])/g;
/** lcs2018#163.com, lcs2018 at qq.com: an address of mail that is written so that no machine finds it. */
const veiledMail =
  /(?<![\w.])([A-Za-z0-9][\w.-]{2,30} ?(?:[#＃*]|[(（[]?(?:at|AT|艾特|圈a)[)）\]]?) ?(?:163|126|139|189|qq|QQ|sina|sohu|gmail|yeah|foxmail|outlook|hotmail|aliyun)(?:\.| ?点 ?|dot)?(?:com|cn|net)?)/g;
/** 护照号, 教师资格证号, 军官证号军字第…号: papers that somebody shows for himself. */
const credential =
  /(?:护照|通行证|回乡证|台胞证|居住证|(?:军官|士兵|警官|人民警察|记者|工作|退休|离休|残疾人?|资格|执业|驾驶|学生|会员|优待)证)(?:号码|编号|号)?\s?(?:是|为)?\s?[:：(（]?\s?(?:[\u3400-\u9fff]{0,3}字)?第?([A-Za-z0-9][A-Za-z0-9-]{5,20})(?![元万千百块年月日])/g;
/** Where a message was sent from, as a site notes it; 服务器IP is of the matter. */
const sentFrom =
  /(?<!(?:服务器|主机|网站|系统|设备|摄像头|路由器|网关|域名)的?)(?:IP|ip)(?:地址)?\s?[:：]?\s?(\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){3,7})/g;
/** 挂号信回执号: the post office knows who sent it. */
const posted =
  /(?:挂号信?的?(?:回执|收据|单据?|运单|查询)?|回执)编?(?:号码?|单)(?:是|为)?\s?[:：]?\s?([A-Za-z]{0,2} ?\d(?: ?\d){7,17}(?: ?[A-Za-z]{2})?)(?![\d元万年月日])/g;
const lastFigures = /(?:手机|电话)号?码?(?:尾号|后四位|末四位)(?:是|为)?\s?[:：]?\s?(\d{3,4})(?!\d)/g;
const ownFirm = /(?:我们?|本|敝)(?:公司|厂|店|单位|企业|社|司)[^。；;！!？?\n]*$/;
const email = /[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63}){1,4}/g;
const longRun = /(?<!\d)\d(?:[ -]?\d){11,20}(?!\d)/g;
const firstPerson =
  /(?:(?<![让叫])我们?(?![抄记查看听])|本人|俺|咱|举报人|反映人|控告人|来访人|来电人)(?:[^。；;！!？?\n]{0,16}(?:卡|账|帐)[^。；;\n]{0,10}|[^。；;！!？?\n，,]{0,10})$/;
/** 收款账号：, 银行卡号, 退款账号：某某支行 at the head of a clause: of nobody named. */
const labelledCard =
  /(?:^|[\n，,。；;、 \t])(?:(?:我们?|本人|个人|工资|(?:收|退|返|打)款|退费|退还|开户|[\u3400-\u9fff]{1,6}银?行|户名[:：]?[\u3400-\u9fff·]{2,4}[，, ]?)的?)?(?:(?:银行)?(?:卡号?|账户|帐户|账号|帐号)(?:号码?)?|[农工建中交招邮][\u3400-\u9fff]{0,3}行|(?:收|退)款人?[:：]?[\u3400-\u9fff·]{2,4}[，, ]?)(?:[（(][^（）()\n]{0,12}[）)])?(?:是|为)?[:：]?(?:[\u3400-\u9fff]{2,16}(?:银行|支行|分行|营业部|信用社|农商行))?\s*$/;
/** 请把钱退到: whoever asks for money back gives his own card. */
const asksBack =
  /(?:请|望|要求|申请|希望)[^。；;！!？?\n]{0,16}[退还返打转汇][^。；;！!？?\n]{0,8}[到至入给](?:我的?|本人)?(?:银行)?(?:卡|账户|账号)?[:：]?\s*$/;
/** 钱转到赵永亮的卡上，卡号…: to whom was paid in this sentence, without its being asked for. */
const paidTo =
  /(?:^|[。；;！!？?\n])(?![^。；;！!？?\n]*[请望求])[^。；;！!？?\n]*(?:[转打汇存划付走抄]|进了|进入|收到)[^。；;！!？?\n]*$/;
const ownPlate =
  /(?:我们?|本人|俺|咱|(?<!被)(?:举报|反映|控告|来访|来信|投诉)人)(?:的|家|家的|自己|开|驾|名下)?[^。；;\n，,]{0,8}$/;

/** 我叫李二，车牌云F88888: in a list of the writer's own particulars, in which nobody else is spoken of. */
const listedPlate =
  /(?:^|[。；;！!？?\n])(?:我们?|本人|俺|咱)(?:叫|是|姓|系)(?:(?!看|见|举报|反映|的车)[^。；;！!？?\n他她其]){0,100}[，,]\s*(?:车牌|车号)号?码?(?:是|为|[:：])?\s*$/;

/**
 * Every number, card and account by which the petitioner can be reached or known, in every spelling. In a
 * petition a telephone, identity number, address of mail or account is the writer's unless the words right
 * before it give it to the accused or a company; plates are the writer's only in the first person, cards
 * also where a label alone stands before them.
 * Empty for a paper that an office signs, but for the letter enclosed in it.
 */
export function readReach(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): { kind: InformantField['kind']; span: Span }[] {
  const { text, values, official, closing } = reading;
  const found: { kind: InformantField['kind']; span: Span }[] = [];
  const add = (kind: InformantField['kind'], span: Span) => {
    if (official && !closing.enclosed(span.start)) return;
    if (found.some((f) => f.span.start <= span.start && span.end <= f.span.end)) return;
    if (!belongsToOther(reading, span, informant, accused)) found.push({ kind, span });
  };
  const overlaps = (span: Span, types: readonly string[]) =>
    values.some((v) => types.includes(v.type) && v.start < span.end && span.start < v.end);
  const counted = ['date', 'money', 'area', 'document-number', 'bank-card', 'credit-code'];
  for (const value of values) {
    if (value.type === 'identity-number') add(value.type, value);
    if (value.type === 'phone' && !isHotline(value.text)) add('phone', value);
    const before = text.slice(Math.max(0, value.start - 30), value.start);
    // Beside a signature they are the signer's.
    const signed = value.start >= closing.start;
    if (value.type === 'bank-card' && (signed || isOwnCard(before))) add('other', value);
    if (
      value.type === 'credit-code' &&
      (signed || ownFirm.test(text.slice(Math.max(0, value.start - 60), value.start)))
    )
      add('other', value);
    const listed = () => listedPlate.test(text.slice(Math.max(0, value.start - 120), value.start));
    if (value.type === 'plate' && (signed || ownPlate.test(before) || listed())) add('other', value);
  }
  for (const match of text.matchAll(longRun)) {
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    if (ofMoney.test(before) && isOwnCard(before)) add('other', spanOf(match));
  }
  for (const match of text.matchAll(identity)) {
    // One in ten identity numbers with a slip in it passes for a card's: the day of birth in it tells them apart.
    const born = birthInside.test(match[0].replace(/[^\d０-９]/g, '').normalize('NFKC'));
    const kinds = ['credit-code', 'date', 'document-number', ...(born ? [] : ['bank-card'])];
    if (!overlaps(spanOf(match), kinds)) add('identity-number', spanOf(match));
  }
  for (const pattern of [mobile, spoken, landline])
    for (const match of text.matchAll(pattern)) {
      const span = spanOf(match);
      // A column of single figures is no number: at most one of its gaps may be the end of a line or a cell.
      if ((match[0].match(/[\n\t]+/g)?.length ?? 0) > 1) continue;
      if (!overlaps(span, counted) && !insideRun(text, span)) add('phone', span);
    }
  // 号码0008812 is a receipt's.
  for (const match of text.matchAll(labelled))
    if (!isHotline(match[1] ?? '') && !/^00/.test(match[1] ?? '')) add('phone', tail(match));
  for (const pattern of [account, sentFrom, lastFigures, posted, veiledMail])
    for (const match of text.matchAll(pattern)) add('other', tail(match));
  for (const match of text.matchAll(credential)) {
    const number = tail(match);
    if (!isOfOther(text, { start: match.index, end: number.end })) add('other', number);
  }
  for (const match of text.matchAll(email)) if (!isSentTo(text, match.index)) add('email', spanOf(match));
  return found;
}

/** 他持通行证号…, 其护照号…, 工作证号…是他伪造的: the paper of whom the sentence speaks of last. */
const ofThird =
  /(?:他|她|(?<![尤极])其(?![中实他])|被(?:举报|反映|控告|检举)人)[^。；;！!？?\n我俺本]{0,60}$/;
const isOfOther = (text: string, { start, end }: Span): boolean =>
  ofThird.test(text.slice(Math.max(0, start - 80), start)) ||
  /^(?:就?是|为|系)[他她其]/.test(text.slice(end, end + 4));

/** The words before it give a card to the writer, or to nobody. */
const ofMoney = /(?:卡|账|帐|[收退]款|[退还返打转汇][^，,。；;\n]{0,8}[到至入给])[^，,。；;\n]{0,10}$/;
const isOwnCard = (before: string): boolean =>
  firstPerson.test(before) || asksBack.test(before) || (labelledCard.test(before) && !paidTo.test(before));

const spanOf = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** The last group of the match, which ends where the match does. */
const tail = (match: RegExpMatchArray): Span => {
  const { end } = spanOf(match);
  return { start: end - (match[1]?.length ?? 0), end };
};

/** Four and four figures of a longer number (a card, a code) are no telephone. */
function insideRun(text: string, { start, end }: Span): boolean {
  const before = /(?:\d[ -]?){4,}$/.exec(text.slice(Math.max(0, start - 12), start));
  return before !== null && /^(?:\d{4}[ -]){2}/.test(text.slice(start, end));
}
