import type { Span } from '../../../domain/index.js';
import type { Dictionary } from '../names/index.js';
import type { Field } from './fields.js';
import type { Reading } from './informant.js';

/** What the last lines of a letter tell of who wrote it. */
export interface Signed {
  names: Span[];
  units: Span[];
  addresses: Span[];
  /** The lines with a signature or a way to reach the writer. */
  areas: Span[];
}

/** Words before or behind a name in a signature; a name is what they leave. */
const before =
  /^(?:实名|联名|检举控告|以上|全体|部分|我是|本人|您的|你的|一名|一个|一位|普通|退休|离休|下岗|在职|原|老|共产|正式|受害|被害|有正义感的|知情|广大|第一|附|盼复|恳请|特此|谨此)?(?:举报|反映|控告|检举|申诉|写信|来信|投诉|具名|署名|落款|呈报|联名|申请|报告|建议|上访|签名|签字|签章|求助|联系|填报|填表|说明|代笔|执笔|经办|代表|法定代表|法人代表|发起|证明|信访)?(?:人|者|代表)?(?:签名|签字|签章|姓名|信息)?(?:老部下|部下|下属|同事|邻居|老百姓|百姓|纳税人|党员|干部|工人|职工|员工|教师|医生|村民|居民|业主|住户|群众|市民|公民|老师|会计|社员|民工|农民工|农民|租户|商户|同志|等|的|是|为|叫)*/;
const behind =
  /(?:敬上|敬呈|谨呈|谨上|呈上|叩首|叩上|拜上|亲笔|代笔|执笔|签名|签字|签章|手印|按手印|捺印|盖章|收|启|呈|上|书|携全家|及家人|等人?|等[\d一二三四五六七八九十百]+[人户名位]|夫妇|全家)+$/;
const doorNumber =
  /[\u4e00-\u9fa5A-Za-z\d]{2,24}?\d{1,5}(?:号|栋|幢|弄|组|单元|室)[\dA-Za-z\u4e00-\u9fa5-]{0,16}/g;
const stamp = /公章|盖章|印章|[(（]章[)）]/;
const notSigned =
  /^\s*(?:抄送|抄报|主送|附件|附[:：]|印发|校对|审核|建议[:：]|处理意见|领导批示|接[访待听]人|记录人|登记人)/;
const ownLabels =
  /(?:法定代表人|法人代表|法人|联系人|经办人|代表人?|负责人|会长|理事长|签名|签字)(?:[(（][^()（）]{0,4}[)）])?[:：]/;

/**
 * Names, units and addresses of the lines behind the letter's last sentence. Whatever can be a name there is
 * one: a signature sealed too much costs a word, one sealed too little costs its writer. Names that the letter
 * has spoken of before with a post are not signatures. Empty for a paper that an office signs.
 */
export function readSignedLines(reading: Reading): Signed {
  const { text, lines, names, values, closing, official, fields, dictionary } = reading;
  const signed: Signed = { names: [], units: [], addresses: [], areas: [] };
  const filled = lines.filter((line) => text.slice(line.start, line.end).trim() !== '');
  const form = fields.some((f) => f.kind === 'clerk' && /接|记录|登记|移交/.test(f.label));
  const [first] = filled.slice(2);
  for (const [n, line] of filled.slice(2).slice(-14).reverse().entries()) {
    if (official && !closing.enclosed(line.start)) break;
    const written = text.slice(line.start, line.end);
    if (line.cells.length > 1 || notSigned.test(written)) continue;
    const from = line.start + lastSentenceEnd(written);
    const tail = text.slice(from, line.end);
    const sentence = /[。！？!?]\s*$/.test(tail) && !/人|者|电话|手机|住/.test(tail.slice(0, 8));
    if (sentence && tail.trim().length > 20) break;
    if (sentence) continue;
    if (tail.trim().length > 60 || (line === first && tail.length > 30)) break;
    const own = fields.filter(
      (f) => line.start <= f.labelStart && f.labelStart < line.end && !ownLabels.test(`${f.label}:`),
    );
    const foreign = own.some((f) => !petitioner.has(f.kind) || f.label.startsWith('填'));
    if (foreign || (form && own.length === 0)) continue;
    const area = { start: from, end: line.end };
    const covered = [
      ...names.organisations,
      ...names.places.filter(
        (p) =>
          !dictionary.surnames.has(p.text.charAt(0)) ||
          p.text.length > 3 ||
          /[省市县区镇乡村路街]$/.test(p.text),
      ),
      ...values,
    ].filter((m) => area.start <= m.start && m.end <= area.end);
    const found: Span[] = [];
    const unnamed: Span[] = [];
    let left = 0;
    for (const piece of pieces(text, area, covered)) {
      const name = nameIn(text, piece, dictionary);
      if (name.length > 0 && !name.some((n) => spokenOf(reading, n, line.start))) found.push(...name);
      else if (unitEnd.test(text.slice(piece.start, piece.end))) unnamed.push(withPlace(piece, covered));
      else left += leftover(text.slice(piece.start, piece.end));
    }
    const lone = loneWord(text, area, own, n);
    if (found.length === 0 && lone !== null && !spokenOf(reading, lone, line.start)) {
      found.push(lone);
      left = 0;
    }
    const labelled = own.length > 0 || ownLabels.test(written);
    if (left > (labelled ? 24 : 10)) {
      if (from === line.start && tail.trim().length > 24) break;
      continue;
    }
    signed.areas.push(area);
    signed.names.push(...found);
    if (found.length > 0) signed.units.push(...unnamed);
    const units = names.organisations.filter(
      (o) =>
        area.start <= o.start &&
        o.end <= area.end &&
        dictionary.petitionOffices.before(o.text, o.text.length) === null,
    );
    // Who signs with a stamp, or as a firm with nothing else on the line, is the petitioner itself.
    const firms = units.filter((o) => firmEnd.test(o.text));
    if (firms.length > 0 && found.length === 0 && (stamp.test(written) || left === 0))
      signed.names.push(...firms);
    else if (found.length > 0 || (left === 0 && signed.names.length > 0)) signed.units.push(...units);
    for (const door of tail.matchAll(doorNumber)) {
      if (/[年月日]$|标段|线路|文件/.test(door[0])) continue;
      signed.addresses.push({ start: from + door.index, end: from + door.index + door[0].length });
    }
  }
  return signed;
}

const everyday =
  /^(?:此致|敬礼|谢谢|特此|致敬|敬上|顿首|盼复|知情|匿名|不详|保密|无名|某某|略|无|附件|附言|同上|以上|完毕|求助|举报|反映|控告|投诉|检举|申诉|祝好|您好|你好|拜托|多谢|感谢|再见|跪求|急盼|急急|落款|日期|签名|手印|盖章|公章|空白|待查)/;

/** A name that no list of surnames knows: alone behind a petitioner's label, or on one of the last lines. */
function loneWord(text: string, area: Span, own: readonly Field[], fromEnd: number): Span | null {
  const field = own.find((f) => f.kind === 'informant' && f.end > f.start);
  const from = field?.start ?? area.start;
  const match =
    /^\s*([\u3400-\u9fff·]{2,4})(?=[\s(（,，、\d]|等[\d一二三四五六七八九十]{1,3}[人户名]|$)/.exec(
      text.slice(from, field?.end ?? area.end),
    );
  const word = match?.[1];
  if (word === undefined || everyday.test(word) || common.test(word)) return null;
  const line = text.slice(area.start, area.end).trim();
  const whole =
    line.length <= 4 || /^[\u3400-\u9fff·]{2,4}等[\d一二三四五六七八九十]{1,3}[人户名]$/.test(line);
  if (field === undefined && !(whole && fromEnd <= 3)) return null;
  const start = from + (match?.[0].indexOf(word) ?? 0);
  return { start, end: start + word.length };
}

/** Words for people without a name. */
const common =
  /街坊|邻居|乡亲|乡邻|路人|一员|同志|群众|职工|员工|村民|居民|业主|住户|党员|干部|市民|公民|百姓|工人|教师|会计|老师|商户|农民|租户|人$|者$|们$|代表|委员|领导|书记|局长|主任|公司|单位|全体/;

const firmEnd = /(?:公司|厂|商行|合作社|协会|商会|集团|委员会|学校|医院|酒店|矿)$/;
const unitEnd = /^.{1,12}(?:所|站|局|厂|公司|中学|小学|学校|医院|院|队|办|中心|银行|社|店|委|矿)$/;

/** 临川县|供电所: the place before a unit belongs to it. */
function withPlace(piece: Span, covered: readonly Span[]): Span {
  let { start } = piece;
  for (let before = covered.find((m) => m.end === start); before !== undefined; ) {
    start = before.start;
    const at = start;
    before = covered.find((m) => m.end === at);
  }
  return { start, end: piece.end };
}

const petitioner = new Set([
  'informant',
  'informantUnit',
  'identity',
  'phone',
  'address',
  'email',
  'signedOn',
  'name',
  'unit',
  'aside',
  'speaker',
]);

/** Where the words behind the last finished sentence of the line begin; 0 where it has none or ends with one. */
function lastSentenceEnd(line: string): number {
  const at = Math.max(...[...'。！？!?'].map((mark) => line.lastIndexOf(mark, line.trimEnd().length - 2)));
  return at + 1;
}

/** Stretches of Chinese between what is covered by units, places and numbers. */
function pieces(text: string, area: Span, covered: readonly Span[]): Span[] {
  const found: Span[] = [];
  let start = -1;
  for (let at = area.start; at <= area.end; at++) {
    const open =
      at < area.end &&
      /[\u3400-\u9fff·]/.test(text.charAt(at)) &&
      !covered.some((m) => m.start <= at && at < m.end);
    if (open && start < 0) start = at;
    else if (!open && start >= 0) {
      found.push({ start, end: at });
      start = -1;
    }
  }
  return spread(text, found);
}

/** 甘 雨 田 is written with gaps: single characters beside each other are one piece. */
function spread(text: string, found: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const piece of found) {
    const last = joined.at(-1);
    const single = (span: Span) => text.slice(span.start, span.end).replace(/\s/g, '').length;
    if (
      last !== undefined &&
      piece.end - piece.start === 1 &&
      single(last) <= 3 &&
      /^[ \t\u3000]{1,4}$/.test(text.slice(last.end, piece.start)) &&
      /^[\u3400-\u9fff](?:\s+[\u3400-\u9fff])*$/.test(text.slice(last.start, last.end))
    )
      last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined;
}

/** The names of a piece: none, one, or several written without a space between. */
function nameIn(text: string, piece: Span, dictionary: Dictionary): Span[] {
  const written = text.slice(piece.start, piece.end);
  const lead = before.exec(written)?.[0].length ?? 0;
  for (const from of lead > 0 ? [lead, 0] : [0]) {
    const rest = written.slice(from);
    const name = rest.slice(0, behind.exec(rest)?.index ?? rest.length);
    const parts = split(name.replace(/\s/g, ''), dictionary);
    if (parts.length === 0) continue;
    if (parts.length === 1) return [{ start: piece.start + from, end: piece.start + from + name.length }];
    let at = piece.start + from;
    return parts.map((part) => {
      const start = at;
      at += part.length;
      return { start, end: at };
    });
  }
  return [];
}

const joint = /[与在的从对把被是向给了到不这那我你他她它]/;

/** 滑世英左丘明远 → two names; empty where the characters cannot be names end to end. */
function split(name: string, dictionary: Dictionary): string[] {
  if (name.length < 2 || name.length > 16) return [];
  if (dictionary.notNames.at(name, 0) !== null || dictionary.collectives.at(name, 0) !== null) return [];
  if (dictionary.posts.before(name, name.length) !== null || dictionary.labels.has(name)) return [];
  if (dictionary.acts.at(name, 1) !== null || dictionary.placeSuffixes.before(name, name.length) !== null)
    return [];
  const surname = dictionary.compoundSurnames.has(name.slice(0, 2))
    ? 2
    : dictionary.surnames.has(name.charAt(0))
      ? 1
      : 0;
  if (surname === 0) return [];
  if (name.length <= surname + 2) return name.length > surname && !joint.test(name) ? [name] : [];
  // A name of a minority, or one surname of two families: four characters that do not part into two names.
  for (const size of [surname + 2, surname + 1]) {
    const rest = split(name.slice(size), dictionary);
    if (rest.length > 0) return [name.slice(0, size), ...rest];
  }
  return name.length === 4 ? [name] : [];
}

/** How much of a piece is neither a name nor what stands around one. */
function leftover(piece: string): number {
  const lead = before.exec(piece)?.[0].length ?? 0;
  return piece
    .slice(lead)
    .replace(behind, '')
    .replace(
      /电话|手机号?码?|联系方式|号码|身份证|住址|地址|邮编|邮箱|微信|同号|单位|此致|敬礼|致敬|男|女|岁|汉族|年|月|日|共计?|于|夜|附|公章|盖章/g,
      '',
    ).length;
}

/** The letter told of this person before: he stands beside a post there, or in the title. */
function spokenOf({ text, names, lines }: Reading, name: Span, before: number): boolean {
  const written = text.slice(name.start, name.end);
  const title = lines.find((line) => text.slice(line.start, line.end).trim() !== '');
  return names.persons.some(
    (p) =>
      p.end <= before &&
      (p.text === written || p.value === written) &&
      ((title !== undefined && p.end <= title.end) ||
        names.positions.some(
          (post) => post.kind === 'public' && (post.end === p.start || post.start === p.end),
        )) &&
      !/(?:我叫|我是|本人|举报人|反映人|申诉人)[^。\n]{0,12}$/.test(
        text.slice(Math.max(0, p.start - 16), p.start),
      ),
  );
}
