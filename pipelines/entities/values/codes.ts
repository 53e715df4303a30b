import type { EntityType, Mention } from '../../../domain/index.js';
import {
  isBankCard,
  isBirthday,
  isCreditCode,
  isIdentityNumber,
  lengthenIdentityNumber,
} from './checksums.js';
import { hanNumeral, readNumber } from './numerals.js';

const mention = (
  type: EntityType,
  text: string,
  start: number,
  end: number,
  value: string | number | null,
  confidence: number,
): Mention => ({ type, start, end, text: text.slice(start, end), value, confidence });

const longNumber = /(?<![\dA-Za-z])\d(?:[ \t]?[\dOoIl]){13,18}[ ]?[Xx×]?(?![\dA-Za-z])/g;
const creditCode = /(?<![\dA-Za-z])[0-9A-Z][0-9A-Z]\d{6}[0-9A-Z]{10}(?![\dA-Za-z])/g;

/** Identity numbers, bank cards and credit codes. Where a number fits both, it is an identity number. */
export function readLongNumbers(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(creditCode)) {
    if (isCreditCode(match[0]) && !isIdentityNumber(match[0])) {
      found.push(mention('credit-code', text, match.index, match.index + 18, match[0], 0.99));
    }
  }
  for (const match of text.matchAll(longNumber)) {
    const written = match[0].trimEnd();
    const digits = written
      .replace(/\s/g, '')
      .replace(/[Oo]/g, '0')
      .replace(/[Il]/g, '1')
      .replace(/[x×]$/, 'X');
    const end = match.index + written.length;
    if (found.some((other) => other.start < end && match.index < other.end)) continue;
    const label = text.slice(Math.max(0, match.index - 12), match.index);
    const said = /身份证|证件|公民身份/.test(label);
    const card = /卡号|账号|帐号|账户|银行|卡/.test(label);
    const longer = digits.length === 15 ? lengthenIdentityNumber(digits) : null;
    if (isIdentityNumber(digits) && !(card && !said && isBankCard(digits))) {
      found.push(mention('identity-number', text, match.index, end, digits, 0.99));
    } else if (longer !== null && !/注册号|执照/.test(label)) {
      found.push(mention('identity-number', text, match.index, end, longer, said ? 0.95 : 0.7));
    } else if (isBankCard(digits))
      found.push(mention('bank-card', text, match.index, end, digits, card ? 0.99 : 0.85));
    else if (said || (digits.length === 18 && isBirthday(digits.slice(6, 14)) && !card)) {
      found.push(mention('identity-number', text, match.index, end, digits, said ? 0.7 : 0.5));
    } else if (card && /^\d{16,19}$/.test(digits)) {
      found.push(mention('bank-card', text, match.index, end, digits, 0.6));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const mobile = /(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?[\dO]{4}[- ]?[\dO]{4}(?![\dA-Za-z])/g;
const landline =
  /(?<![\dA-Za-z-])(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}[-—－–\s]|0\d{2,3})\s?(?:\d{7,8}|\d{5})(?:-\d{1,4})?(?![\dA-Za-z])/g;
const shortLine = /(?:电话|座机|手机|联系方式)[号码]{0,2}[:： ]{0,2}(\d{7,8})(?!\d)/g;

const hotline =
  /(?:拨打|拨|致电|热线|电话|打)[：:是为了过\s]{0,2}[“"]?(1(?:2388|2345|2389|2380|2315|2333|2366|2369|2348|10))(?!\d)/g;

/** Mobile, fixed and hotline numbers; the value is the digits, fixed ones with `-` after the area code. */
export function readPhones(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(mobile)) {
    const digits = match[0]
      .replace(/O/g, '0')
      .replace(/\D/g, '')
      .replace(/^86(?=1\d{10}$)/, '');
    found.push(mention('phone', text, match.index, match.index + match[0].length, digits, 0.97));
  }
  for (const match of text.matchAll(landline)) {
    const digits = match[0].replace(/\D/g, '');
    const area = /^(?:010|02\d)/.test(digits) ? 3 : 4;
    const extension = /-(\d{1,4})$/.exec(match[0])?.[1] ?? '';
    const local = digits.slice(
      area,
      digits.length - (/\d{5,}-\d{1,4}$/.test(match[0]) ? extension.length : 0),
    );
    if (local.length < 5 || /^(?:19|20)\d{2}/.test(digits)) continue;
    found.push(
      mention(
        'phone',
        text,
        match.index,
        match.index + match[0].length,
        `${digits.slice(0, area)}-${local}`,
        0.93,
      ),
    );
  }
  for (const match of text.matchAll(hotline)) {
    const end = match.index + match[0].length;
    const number = match[1] ?? '';
    found.push(mention('phone', text, end - number.length, end, number, 0.9));
  }
  for (const match of text.matchAll(shortLine)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    found.push(mention('phone', text, start, match.index + match[0].length, match[1] ?? '', 0.8));
  }
  return found;
}

const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.•・ ]?(?=[A-Z]{0,5}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9警学挂](?![0-9A-Za-z])/g;

/** Vehicle plates; the value has no dot. */
export function readPlates(text: string): Mention[] {
  return [...text.matchAll(plate)].map((match) =>
    mention(
      'plate',
      text,
      match.index,
      match.index + match[0].length,
      match[0].replace(/[·.•・ ]/g, ''),
      0.95,
    ),
  );
}

const numbered =
  /[〔［[【（(﹝]\s?((?:19|20)[\dO]{2})\s?年?[〕］\]】）)﹞]\s?(?:字?第\s?)?([\dO]{1,6})\s?号/g;
const agencyEnd = /[\u4e00-\u9fa5]{1,12}$/;
const notAgency =
  /.*(?:批文|案号|文书|来函|根据|依据|按照|依照|参照|违反|下发|印发|出具|文件|批复|答复|收到|会议纪要第?|通知|文号|编号|发文|作出|取得|关于|处理书|决定书|意见书|许可证|建议书|函(?!询)|于|为|以|和|及|与|的|了|由|经|在|号|是|见|按|照|据|从|将|把|有|向|至|、)/u;

/** The same without words that an agency's own 字 may end in: 澜财监函(2021)15号. */
const notAgencyAtAll = new RegExp(
  notAgency.source.replace('|函(?!询)|', '|').replace('|批复|通知|', '|'),
  'u',
);
/** （2019）滨0481民初316号: a court's number, its year before all else. */
const ofCourt =
  /[〔［[【（(﹝]\s?(?<year>(?:19|20)\d{2})\s?[〕］\]】）)﹞]\s?(?<court>[\u4e00-\u9fa5](?:\d{2,4}|[\u4e00-\u9fa5]{1,3})?(?:民|刑|行|执|商|知|破|财|司)[\u4e00-\u9fa5]{0,3})(?:第\s?)?(?<number>\d{1,6}\s?号(?:之[一二三四五六])?)/g;
/** 〔2019〕纪信12号: the year stands first. */
const yearFirst = /[〔［[【]\s?(?:19|20)\d{2}\s?[〕］\]】]\s?[\u4e00-\u9fa5]{1,8}(?:第\s?)?\d{1,6}\s?号/g;
/** 编号：澹纪访〔2017〕116, 文号 霁人防审2015-52号: what a label says to be a number. */
const labelled =
  /(?:编号|文号|案号|字号)[：: ]{1,2}(?<written>[\u4e00-\u9fa5]{2,10}[〔［[【（(﹝](?:19|20)\d{2}[〕］\]】）)﹞](?:第\s?)?\d{1,6})(?![\d号\s])/g;

/** 澜纪信字2019第0417号, 南纪举2018第2206号: numbers without brackets. */
const unbracketed = /([\u4e00-\u9fa5]{2,10})((?:19|20)[\dO]{2})\s?年?第\s?([\dO]{1,6})\s?号/g;

/** Document numbers of every bracket style and of none; the value is 代字〔年〕n号. */
export function readDocumentNumbers(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(numbered)) {
    const before = agencyEnd.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
    const agency = agencyOf(before);
    if (agency === '') continue;
    const start = match.index - agency.length;
    const year = match[1]?.replace(/O/g, '0');
    const value = `${agency}〔${year}〕${Number(match[2]?.replace(/O/g, '0'))}号`;
    found.push(mention('document-number', text, start, match.index + match[0].length, value, 0.97));
  }
  for (const match of text.matchAll(unbracketed)) {
    const agency = agencyOf(match[1] ?? '');
    const end = match.index + match[0].length;
    const start = match.index + (match[1]?.length ?? 0) - agency.length;
    if (agency.length < 2 || found.some((f) => f.start < end && start < f.end)) continue;
    found.push(mention('document-number', text, start, end, text.slice(start, end), 0.9));
  }
  for (const pattern of [ofCourt, yearFirst, labelled])
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const { written = match[0], court, year, number } = match.groups ?? {};
      const start = end - written.length;
      if (found.some((f) => f.start < end && start < f.end)) continue;
      const value = court === undefined ? text.slice(start, end) : `${court}〔${year}〕${number}`;
      found.push(mention('document-number', text, start, end, value, 0.9));
    }
  return found.sort((a, b) => a.start - b.start);
}

const agencyOf = (before: string): string =>
  before.replace(notAgency, '').slice(-9) || before.replace(notAgencyAtAll, '').slice(-9);

const areaUnits: Readonly<Record<string, number>> = { 亩: 2000 / 3, 公顷: 10_000, 平方公里: 1_000_000 };
const area = new RegExp(
  `((?:\\d{1,3}(?:[,，]\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\s?\\.\\s?\\d{1,6})?|[${hanNumeral}几数]{1,16})[余多来]?\\s?[十百千万]{0,2}[余多]?)\\s?(平方公里|平方米|平米|个平方|平方|(?<=[百千万多余\\d])平(?=[，。；、的就足地）]|$)|㎡|m²|m2|M2|亩|公顷)(?!公里)`,
  'g',
);

/** Areas in m² (1 亩 = 2000/3 m²). */
export function readAreas(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(area)) {
    if (/[\d.]/.test(text.charAt(match.index - 1))) continue;
    const value = readNumber(match[1] ?? '');
    // 一平方米都没有, 一亩800元: no area is told.
    if (match[1] === '一') continue;
    const scale = areaUnits[match[2] ?? ''] ?? 1;
    const inSquareMetres = value === null ? null : Math.round(value * scale * 100) / 100;
    found.push(mention('area', text, match.index, match.index + match[0].length, inSquareMetres, 0.97));
  }
  return found;
}
