import type { Mention, Span } from '../../../../domain/index.js';
import type { Dictionary, Names } from '../../names/index.js';
import type { Field, Line } from '../forms/index.js';
import { canBeName } from '../writer/index.js';
import { headLines, wishes } from './head-lines.js';
import { signingFields } from './signing-fields.js';

/** The signature lines of a letter, and of a letter that is enclosed in an office's paper. */
export interface Closing {
  /** Where the closing lines begin; the text's length where there are none. */
  start: number;
  names: Span[];
  units: Span[];
  /** The date beside the signature. */
  date: Mention | null;
  covers(span: Span): boolean;
  /** The place lies in a letter enclosed in an office's paper. */
  enclosed(at: number): boolean;
}

const farewell = /^\s*(?:此致|敬礼|顺致|致敬|特此(?:举报|反映|报告|控告|申诉)|谢谢|敬上|恳请|请求)/;
const enclosure =
  /^\s*(?:附件?[:：]?\s*\d*[:：.、]?\s*)?(?:《?(?:关于.{2,60}(?:举报信|反映|举报|控告信|检举信))》?|举\s?报\s?信|检举信|控告信|来信(?:原文|内容|摘抄)?[:：]?|信访件(?:原文|复印件)?[:：]?|(?:附|附件)[:：]?(?:举报信|来信)?(?:原文|原件|复印件)?[:：]?)\s*$/;
/** ——附：企业来函, （整理稿）: a line of nothing but words for what follows an office's own. */
const enclosed =
  /^(?:附件?|以下|下面|后附|随附|为|是|如下|原信|原文|原件|原话|来信|来函|来件|来电|信件|邮件|信访件|举报信|举报件|检举信|控告信|反映信|举报|反映|材料|信|函|企业|公司|群众|村民|居民|家长|职工|正文|全文|内容|摘录|摘抄|抄录|复印件|扫描件|整理|语音|录音|记录|转录|文字|稿|由|的)+$/;
const roleWords =
  /[一二三四五六七八九〇零幺]{7,18}|(?:实名)?(?:举报人|反映人|控告人|检举人|申诉人|写信人|来信人|投诉人|具名人?|署名人?|呈报人|联名人|申请人|报告人|建议人|检举控告人|上访人|举报者|反映者|代表人?|联署|敬上|敬呈|敬礼|此致|呈上|谨上|谨呈|上书|书|叩首|拜上|亲笔|笔|签名|签字|签章|手印|按手印|捺印|盖章|联系电话|联系方式|电话|手机号?码?|身份证号?码?|住址|地址|邮箱|单位|等人?|等?[一二三四五六七八九十\d]+[人户名位]|共[一二三四五六七八九十\d]+人|联名|全体|部分|一名|一个|一位|一群|几名|几位|有|正义感的|良知的|老|普通|退休|离休|在职|职工|员工|群众|村民|居民|业主|住户|党员|干部|市民|公民|知情人?|知情者|工人|教师|业主委员会|民工|农民工|商户|租户|岁|男|女|现住|家住|住|日期|时间|于|年|月|日|的|及|和|与|[:：,，、。.;；()（）\s\d_—\-/|+*×Xx@.A-Za-z]|您的|一个)/g;

/** Reads the last lines; `official` papers are signed by an office and have a closing only in what they enclose. */
export function readClosing(
  text: string,
  lines: readonly Line[],
  names: Names,
  values: readonly Mention[],
  dictionary: Dictionary,
  official: boolean,
  fields: readonly Field[],
): Closing {
  const from = official ? enclosureStart(text, lines) : 0;
  const signed: Line[] = [];
  const closing: Closing = {
    start: text.length,
    names: [],
    units: [],
    date: null,
    covers: (span) => signed.some((line) => line.start <= span.start && span.end <= line.end),
    enclosed: (at) => official && at >= from,
  };
  const filled = lines.filter((line) => line.start >= from && text.slice(line.start, line.end).trim() !== '');
  if (official && from >= text.length) {
    closing.date = lastDate(text, filled.length > 0 ? filled : lines.filter((l) => l.end > l.start), values);
    return closing;
  }
  const tail = filled.slice(-14).filter((line) => line.cells.length === 1);
  const goodbye = tail.findLastIndex((line) => farewell.test(text.slice(line.start, line.end)));
  closing.date = lastDate(text, tail, values);
  const dateLine = closing.date;
  const lead = headLines(text, filled);
  for (const [n, line] of tail.entries()) {
    const nearDate =
      dateLine !== null &&
      Math.abs(n - tail.findIndex((l) => l.start <= dateLine.start && dateLine.start <= l.end)) <= 4;
    const atEnd = n >= tail.length - 4;
    if (filled.indexOf(line) < lead) continue;
    if (filled.length <= 1 || line === filled[0] || !(n > goodbye) || !(nearDate || atEnd || goodbye >= 0))
      continue;
    const written = text.slice(line.start, line.end);
    const persons = names.persons.filter(
      (p) => line.start <= p.start && p.end <= line.end && p.form !== 'titled',
    );
    const units = names.organisations.filter(
      (o) =>
        line.start <= o.start &&
        o.end <= line.end &&
        dictionary.petitionOffices.before(o.text, o.text.length) === null,
    );
    const places = names.places.filter((p) => line.start <= p.start && p.end <= line.end);
    const homes = places.filter((p) => /[村组社街道区]$/.test(p.text) && !/[市县]$|^..区$/.test(p.text));
    if (
      /[:：]\s*$/.test(written) ||
      fields.some(
        (f) =>
          !signingFields.has(f.kind) &&
          f.kind !== 'clerk' &&
          line.start <= f.labelStart &&
          f.labelStart < line.end,
      )
    )
      continue;
    if (wishes.test(written) || /^\s*(?:抄送|抄报|主送|附件|附[:：]|联系人|审核|校对|印发)/.test(written))
      continue;
    const rest = without(text, line, [...persons, ...units, ...places, ...valuesIn(values, line)])
      .replace(roleWords, '')
      .trim();
    if (rest.length > 0) {
      const name = persons.length === 0 ? loneName(text, line, dictionary) : null;
      if (name !== null && (nearDate || n === goodbye + 1)) closing.names.push(name);
      else continue;
    }
    signed.push(line);
    closing.start = Math.min(closing.start, line.start);
    closing.names.push(...persons);
    if (dictionary.collectives.all(written).length > 0 || persons.length > 0)
      closing.units.push(...units, ...homes);
    else if (units.length > 0 && persons.length === 0 && written.trim().length <= 40)
      closing.units.push(...units);
  }
  return closing;
}

/** The last line that is a date and hardly anything else. */
function lastDate(text: string, lines: readonly Line[], values: readonly Mention[]): Mention | null {
  for (const line of lines.slice(-12).reverse()) {
    const date = values.findLast((v) => v.type === 'date' && line.start <= v.start && v.end <= line.end);
    if (date === undefined || date.value === null) continue;
    const rest = without(text, line, [date]).replace(/[\s(（)）盖章:：公章]/g, '');
    if (rest.length <= 26 && date.end >= line.start + text.slice(line.start, line.end).trimEnd().length - 3)
      return date;
  }
  return null;
}

/** Two to four Han characters beginning with a surname, alone on their line. */
function loneName(text: string, line: Line, dictionary: Dictionary): Span | null {
  const match = /^\s*([\u3400-\u9fff]{2,4})\s*$/.exec(text.slice(line.start, line.end));
  const name = match?.[1];
  if (name === undefined || dictionary.collectives.all(name).length > 0) return null;
  const surname =
    dictionary.compoundSurnames.has(name.slice(0, 2)) || dictionary.surnames.has(name.charAt(0));
  const start = line.start + (match?.[0].indexOf(name) ?? 0);
  const fits = canBeName(name, dictionary) && dictionary.notNames.at(name, 0) === null;
  return surname && fits ? { start, end: start + name.length } : null;
}

const dateAlone =
  /^\s*(?:[12]\d{3}|二[〇○零OＯ][〇○零OＯ一二三四五六七八九]{2})\s?[年.\-/][^，。]{2,8}[日号\d]\s*$/;
const salutation =
  /^\s*(?:尊敬的|敬爱的)?[^，。；]{0,18}(?:领导|书记|纪委|监委|纪检组|巡察办|巡察组|信访局|同志)们?(?:[：:]|(?:您|你们?)好)/;

/** 附：来信1件: the letter itself may stand beneath. */
const announcing =
  /^\s*附件?[:：]?[^。；]{0,16}(?:来信|来函|原信|信件|举报信|控告信|检举信|反映信|举报件|信访件|信访举报件)[^。；]{0,12}$/;
/** A line of dots or strokes, in place of what of the letter is left out. */
const elided = /^\s*(?:…{1,6}|\.{3,12}|—{2,20}|-{3,40}|\*{3,40}|[（(](?:略|前略|节录|摘录)[）)])\s*$/;
/** A sentence of somebody who speaks for himself, and not of an office. */
const ownVoice = /^(?=.{16,}).{0,60}(?:[俺咱]|我(?!委|室|局|厅|办|组|市纪|县纪|区纪|省纪))/;

function enclosureStart(text: string, lines: readonly Line[]): number {
  const first = lines.findIndex((line) => line.end > line.start);
  let dated = false;
  let announced = false;
  for (const [n, line] of lines.entries()) {
    const written = text.slice(line.start, line.end);
    // A line that a bracket or a dash opens, or 附, is no title of the office's own paper.
    const parted = /^\s*(?:[（(【[—–─－_=*]|附)/.test(written);
    if (n <= first + (parted ? 1 : 3)) continue;
    if (enclosure.test(written)) return line.start;
    if (announcing.test(written)) announced = true;
    else if (announced && elided.test(written)) return line.end;
    else if (announced && ownVoice.test(written)) return line.start;
    if (parted && isEnclosureHead(written)) return line.end;
    // Behind the office's own date a second salutation begins the letter that it sends on.
    if (dateAlone.test(written)) dated = true;
    else if (dated && salutation.test(written)) return line.start;
  }
  return text.length;
}

function isEnclosureHead(written: string): boolean {
  const words = written.slice(0, 60).replace(/[^\u3400-\u9fff]/g, '');
  return words.length <= 14 && enclosed.test(words) && /[信函件稿原话材]/.test(words);
}

function without(text: string, line: Span, mentions: readonly Span[]): string {
  const covered = new Uint8Array(Math.max(0, line.end - line.start));
  for (const m of mentions)
    covered.fill(1, Math.max(0, m.start - line.start), Math.max(0, m.end - line.start));
  let rest = '';
  for (let i = line.start; i < line.end; i++) if (covered[i - line.start] === 0) rest += text.charAt(i);
  return rest;
}

const valuesIn = (values: readonly Mention[], line: Span) =>
  values.filter((v) => line.start <= v.start && v.end <= line.end);
