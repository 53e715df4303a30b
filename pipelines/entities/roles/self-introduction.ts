import type { InformantField, Span } from '../../../domain/index.js';
import type { Reading } from './reading.js';

const opening =
  /(?:[我俺](?:的名字)?叫|俺们?(?:是|系)|(?:[我本敝](?:公司|司|厂|店|单位|社|商行|企业|合作社))(?:名称|全称)?(?:是|系|为|叫)?|本人(?:名叫|姓名|叫|系|是)?|我们?(?:都)?(?:是|系)|我(?=[\u4e00-\u9fa5]{2,4}[,，])|(?:举报人|反映人|控告人|申诉人|来访人|来电人|检举人|投诉人)(?:名叫|叫|系|是|自称)|(?:举报人|反映人|控告人|申诉人|来访人|来电人|检举人|投诉人)(?=[:：\u4e00-\u9fa5])|自称(?:是|叫|系)?|笔者|署名为)[:：,，(（]?\s?/g;
const ourUnit = /^[我本敝](?:公司|司|厂|店|单位|社|商行|企业|合作社)/;
const home =
  /(?:家住|现住|住在|住址(?:是|为)?|居住在|暂住|(?<!商)住(?![房建宅院户持过着楼]))[:：]?\s?([\u4e00-\u9fa5A-Za-z0-9\-—()（）]{2,30})/g;
const ownHome =
  /(?:我们?|本人)(?:家|现|们)?(?:住在?|居住在?|家在)[:：]?\s?([\u4e00-\u9fa5A-Za-z0-9\-—()（）]{2,30})/g;
const doorNumber = /(?:在|于)(?!\d{2,4}年)([\u4e00-\u9fa5]{2,20}\d{1,5}号[\dA-Za-z幢栋单元室\-—]*)/g;
const employment =
  /^[^。；\n]{0,12}?(?:的)?(?:一名|一个|普通|退休|离休|下岗|在职|老|正式|临时)?(?:的)?(?:普通|退休|离休|老)?(?:职工|员工|工作人员|干部|退休|村民|居民|业主|住户|工人|教师|医生|司机|会计|出纳|工程师|法定代表人|法人|负责人|老板|经理|总经理|董事长|党员|技术员|项目经理|资料员|监理员|同事|科员|农民|社员|租户|商户|股东|合伙人|科|员|做|当|任|担任|工作|上班|打工|干活|从事|负责|供职|的[\u4e00-\u9fa5]{2,4}员)/;

/** What the writer says of himself: 我叫…，是…公司职工，住…. */
export function readSelfIntroduction(
  reading: Reading,
  add: (kind: InformantField['kind'], span: Span) => void,
): void {
  const { text, names, official, closing } = reading;
  for (const match of text.matchAll(ownHome)) {
    const length = match[1]?.length ?? 0;
    const start = match.index + match[0].length - length;
    if (!official) add('address', { start, end: start + length });
  }
  for (const match of text.matchAll(opening)) {
    const at = match.index + match[0].length;
    if (official && !closing.enclosed(at) && /^(?:我|本人)/.test(match[0])) continue;
    if (/[给向和与对找被要让]$/.test(text.slice(0, match.index)) && !/叫/.test(match[0])) continue;
    const person = names.persons.find((p) => p.start === at && p.form !== 'titled');
    if (person !== undefined && !accusedReads(text, match.index)) add('name', person);
    const from = person?.end ?? at;
    const unitFollows = person !== undefined || /(?:是|系|,|，|\(|（)\s?$/.test(match[0]);
    const clause = text.slice(from, from + 60).split(/[。；\n]/)[0] ?? '';
    const unit = names.organisations.find(
      (o) => o.start >= from && o.start < from + Math.min(clause.length, 24),
    );
    // 我们是某某公司，本不愿…: a firm with nothing behind it but a mark speaks for itself.
    const whole =
      /^我们(?:都)?是/.test(match[0]) &&
      unit?.start === from &&
      /(?:公司|厂|商行|合作社|协会|商会|集团)$/.test(unit.text) &&
      /^[，,。]/.test(text.slice(unit.end, unit.end + 1));
    const firm = ourUnit.test(match[0]) || whole;
    // 本公司某某有限公司: the name was read together with the words before it.
    const joined = names.organisations.find((o) => o.start === match.index && o.end >= at + 4);
    if (firm && joined !== undefined) add('name', { start: at, end: joined.end });
    // A firm that speaks for itself is the petitioner: its name is sealed wherever it stands.
    const dealing = unit !== undefined && /[向给到找对与和被跟为]$/.test(text.slice(from, unit.start));
    if (firm && unit !== undefined && unit.start - from <= 4 && !dealing) add('name', unit);
    else if (
      unitFollows &&
      unit !== undefined &&
      isEmployer(text, from, unit) &&
      !accusedReads(text, match.index)
    ) {
      add('organisation', unit);
      const calling = employment.exec(text.slice(unit.end, unit.end + 18))?.[0].length ?? 0;
      const named = names.persons.find((p) => p.start === unit.end + calling && p.form === 'full');
      if (named !== undefined && calling > 0) add('name', named);
    }
    const belongs = homeAt(text, from);
    if (unitFollows && belongs !== null && !accusedReads(text, match.index)) add('organisation', belongs);
    const village = names.places.find(
      (p) => p.start >= from && p.start < from + 12 && /(?:村|组|社区|街道|小区|公社)$/.test(p.text),
    );
    if (unitFollows && village !== undefined && employment.test(text.slice(village.end, village.end + 16))) {
      if (isEmployer(text, from, village)) add('organisation', village);
    }
    const addresses =
      person === undefined
        ? []
        : [...(text.slice(from, from + 90).split(/[。\n]/)[0] ?? '').matchAll(doorNumber)];
    for (const place of [...clause.matchAll(home), ...addresses]) {
      // 我是从老板那里知道的，他住在…: the clause has gone on to somebody else.
      if (/[他她其]/.test(text.slice(from, from + place.index))) continue;
      const start = from + place.index + place[0].length - (place[1]?.length ?? 0);
      const other = names.persons.some((p) => p.end === from + place.index && p !== person);
      if (!other) add('address', { start, end: start + (place[1]?.length ?? 0) });
    }
  }
}

/** Between the opening and the unit stands nothing but 是, 系, 在, 原 and punctuation; a word of calling follows. */
function isEmployer(text: string, from: number, unit: Span): boolean {
  const between = text.slice(from, unit.start);
  if (
    !/^[,，、(（)）\s]?(?:男|女|汉族|\d{2}岁|今年\d+岁|现年\d+岁|[,，、\s])*(?:是|系|为|在|原|原系|原是|曾是|曾在|现在|现|于|一直在|就职于|供职于|任职于|退休于|来自|工作单位[:：]?|单位[:：]?|本|从|自|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[至到起]|以来|期间|前后|曾经?|开始)*[,，\s]?(?:云南|本地)?$/.test(
      between,
    )
  )
    return false;
  return employment.test(text.slice(unit.end, unit.end + 18)) || /(?:在|就职于|供职于)$/.test(between);
}

const ownVillage =
  /^(?:来自|住在?)?([\u4e00-\u9fa5\d]{2,24}?(?:村|社区|组|寨|屯))(?:第?[一二三四五六七八九十\d]{1,3}组)?(?:的)?(?=村民|居民|业主|住户|群众|老百姓|百姓|农民|社员|党员|老党员|一名|一个|一位|部分|全体|人[，,。]|(?<=的)[\u3400-\u9fff]{2,4}[，,。])/;

/** 云台区石佛镇水碾沟村|的老百姓: where the writer belongs, whatever the lists know of its name. */
function homeAt(text: string, from: number): Span | null {
  const match = ownVillage.exec(`${text.slice(from, from + 40).split(/[，,。；\n]/)[0]}，`);
  const name = match?.[1];
  if (name === undefined || /[我他她你们这那某]/.test(name)) return null;
  const start = from + (match?.[0].indexOf(name) ?? 0);
  return { start, end: start + name.length };
}

/** 被举报人…, 不是举报人…: the words before the opening turn it round. */
function accusedReads(text: string, at: number): boolean {
  return /(?:被|非|不是)$/.test(text.slice(Math.max(0, at - 2), at));
}
