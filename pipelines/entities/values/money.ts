import type { Mention } from '../../../domain/index.js';
import { hanNumeral, readNumber, vagueNumeral } from './numerals.js';

const arabic = String.raw`(?:\d{1,3}(?:[,，]\s?\d{3}){1,4}(?:\.\d{1,4})?(?!\d)|\d[\dOoIl]{0,13}(?:\s?\.\s?\d{1,6})?)`;
const han = `[${hanNumeral}几数]{1,24}`;
const tail = `(?:[余多来几]?\\s?[十百千万亿佰仟拾萬億]{1,3}[余多来几]?)?`;
const number = `(?:${arabic}|${han})${tail}[余多]?(?:(?:\\d[\\d.]{0,8}|${han})${tail})?[余多]?`;
/** What is no yuan, with or without a sum in it. */
const currency = '美元|美金|美刀|港元|港币|港纸|欧元|日元|英镑|澳元|加元|新币|新台币|台币|泰铢|韩元|卢布';
const isForeign = new RegExp(`^(?:${currency})$`);
const foreignAhead = new RegExp(
  `(?:${currency}|USD|HKD|EUR|GBP|JPY|US\\$|HK\\$|(?<![A-Za-z])\\$|€|£)\\s?(?:现金|约)?$`,
  'i',
);
const unit = `(?:元(?![旦月江谋阳件素老首宵])(?:整|正)?|圆(?:整|正)|圆(?![满形桌通])|块钱|块(?<![这那本第]一块)(?<![下领去来飞缺]一块)(?![地砖石木玻牌钢板屏田手表布肉墓匾宅林土头])|蚊|毛钱|毛(?=[一二三四五六七八九，。；、！”\\s]|$)|分钱|${currency})`;
/** 四块二, 九毛二, 2块8: what stands behind is a tenth. */
const tenth = `[1-9一二三四五六七八九](?![${hanNumeral}\\d个]|\\.\\d|[人家户次年月天斤亩块毛张只平])`;
const change = `(?:(?<=[块毛])${tenth}|[\\d${hanNumeral}]{1,2}角(?:[\\d${hanNumeral}]{1,2}分)?(?:整|正)?|[\\d${hanNumeral}]{1,2}分(?![钱没未不也都文之成]))`;

const sum = new RegExp(
  `(?<prefix>(?:人民币|RMB|rmb|￥|¥)\\s?)?(?:(?:(?<low>\\d[\\d.]{0,8})万?[-—~～至到](?=\\d))?(?<number>${number})\\s?(?:(?<unit>${unit})(?<change>${change})?(?:人民币)?)?)`,
  'gy',
);
const startOfSum = new RegExp(`人民币|RMB|rmb|￥|¥|[\\d${hanNumeral}几数]`, 'g');
/** What is counted in ten thousands without being money. */
const countedOtherwise =
  /^\s?[余多]?\s?(?:平|㎡|m|立方|人|户|亩|吨|公里|公斤|斤|千瓦|度|名|个|次|件|条|字|辆|套|株|米|里|册|份|步|头|只|台|本|张|盏|棵|群众|市民|职工|党员|网民|业主|居民|村民|农民|学生|家|村|分之|以上人|州|年|天|倍|点|粉丝|票|物|能|象|无一失|不得已|般|众|岁|科|保密(?!费)|保重|小心(?!意)|注意|留意|记住|拜托|宁|达|幸|莫|别|勿|事|里长征|难|千|方|顷|不要|千万|，跟帖|，评论|，转发|，点赞|点赞|跟帖|评论|转发|播放|怎么)/;

/** Sums of money with their value in yuan; null where only a vague word or a foreign currency stands. */
export function readMoney(text: string): Mention[] {
  const found: Mention[] = [];
  startOfSum.lastIndex = 0;
  for (let hit = startOfSum.exec(text); hit !== null; hit = startOfSum.exec(text)) {
    const mention = sumAt(text, hit.index);
    if (mention === null) {
      startOfSum.lastIndex = hit.index + runLength(text, hit.index);
      continue;
    }
    found.push(mention);
    startOfSum.lastIndex = mention.end;
  }
  return found;
}

function sumAt(text: string, at: number): Mention | null {
  if (/[\dA-Za-z.]/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at))) return null;
  sum.lastIndex = at;
  const match = sum.exec(text);
  if (match?.groups === undefined) return null;
  const { prefix, low, number: written = '', unit: named, change: small } = match.groups;
  let length = match[0].trimEnd().length;
  if (named === undefined) {
    const bare = bareSum.test(written);
    const counted = countedOtherwise.test(text.slice(at + length, at + length + 6));
    const spoken = !bare && isSpokenOf(text, at, at + length);
    if (prefix === undefined && !spoken && (!bare || counted || /^[万亿][余多]?$/.test(written))) return null;
    if (prefix === undefined && /(?:[\d〇零○][年月]|第)$/.test(text.slice(Math.max(0, at - 2), at)))
      return null;
  }
  const value = low === undefined ? readNumber(written) : lowerBound(match[0], low, written);
  if (value === null && !/[几数]/.test(written)) return null;
  if (/^[十百千万亿]$/.test(written) && !/[近上好数几]/.test(text.charAt(at - 1))) return null;
  // 一块地, 一分钱没有: no sum.
  if (/^一(?:块|分钱|毛钱?|蚊)$/.test(match[0].trim())) return null;
  const scale = named === undefined ? 1 : named.startsWith('毛') ? 0.1 : named === '分钱' ? 0.01 : 1;
  const ahead = foreignAhead.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  const foreign = ahead !== '' || isForeign.test(named ?? '');
  const total =
    value === null || foreign ? null : Math.round((value + readChange(small)) * scale * 100) / 100;
  let start = at;
  const before = text.slice(Math.max(0, at - 1), at);
  if (/[近上好]/.test(before) && /^[百千万十几]/.test(written) && prefix === undefined) {
    start -= 1;
    length += 1;
  }
  // 港币十万元 is told with its currency.
  if (ahead !== '' && start === at && !/[金约]$/.test(ahead)) {
    start -= ahead.length;
    length += ahead.length;
  }
  return {
    type: 'money',
    start,
    end: start + length,
    text: text.slice(start, start + length),
    value: total,
    confidence: named !== undefined || prefix !== undefined ? 0.98 : 0.85,
  };
}

/** 三百万, 两万一千六, 26万8千, 三十万零七千二: such a number counts money where nothing it counts stands behind. */
const bareSum =
  /[万亿萬億][余多]?(?:\d|零?[一二两三四五六七八九\d]千?(?:零?[一二两三四五六七八九\d]百?)?[一二三四五六七八九]?)?$/;

const paid =
  /(?:(?:花|收|赔|交|送|给|罚|拿|赚|借|塞|退|租|少|扣|补|报)了|一(?:个月|年|人|家|趟|次|户|个摊位|个人|桌)(?:交|拿|给|收|租)?|每(?:月|年|人|家|户|次|趟)|工资|月租|月票|(?:他|她|账上).{0,4}只有)[，“]?$/;
/** 送两千、三千不等, 该交五千, 抽三千: something is handed over, or a row of sums goes on. */
const handed =
  /(?:[送给收交拿付补退返罚随抽包赔扣租奖要缴](?:了|过|他|她|我|你|县里|镇上|村里|公家)?|(?:[一每]|大的|小的|多的|少的)(?:[人家户个次趟年月天张票斤亩根头]|一个月)?|[千百万元块]、|间的|站长是|价值大约|大约)$/;
const nothingCounted = /^(?:左右|不等|多)?(?:[，。；、？！”」：\s]|一个月|一年|不等|起步|的“|$)/;

/** 收了三千，一个摊位三百六: hundreds and thousands that are paid, with nothing behind that they could count. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end).trim();
  if (!/^[一二两三四五六七八九](?:万?[^\d]*)[千百]|^[1-9]\d{2,4}$/.test(written) || /年$/.test(written))
    return false;
  if (/[千百]/.test(written) && handed.test(text.slice(Math.max(0, start - 9), start)))
    return nothingCounted.test(text.slice(end, end + 3));
  return (
    paid.test(text.slice(Math.max(0, start - 10), start)) && nothingCounted.test(text.slice(end, end + 3))
  );
}

/** 20-30万元 and 20万元至30万元 count as the least of them. */
function lowerBound(whole: string, low: string, high: string): number | null {
  const own = new RegExp(`${low.replaceAll('.', '\\.')}(万)`).test(whole.slice(0, low.length + 4));
  const scale = own || /万/.test(high) ? '万' : /亿/.test(high) ? '亿' : '';
  return readNumber(low + scale);
}

/** Yuan of 角 and 分. */
function readChange(written: string | undefined): number {
  if (written === undefined) return 0;
  if (/^[1-9一二三四五六七八九]$/.test(written)) return (readNumber(`十${written}`) ?? 10) / 10 - 1;
  const tenths = /^(.{1,2}?)角/.exec(written)?.[1];
  const cents = /(?:角|^)(.{1,2}?)分/.exec(written)?.[1];
  return (readNumber(tenths ?? '') ?? 0) / 10 + (readNumber(cents ?? '') ?? 0) / 100;
}

const anyNumber = new RegExp(`[\\d.,，${hanNumeral}${vagueNumeral}]{1,40}`, 'y');
function runLength(text: string, at: number): number {
  anyNumber.lastIndex = at;
  return anyNumber.exec(text)?.[0].length ?? 1;
}
