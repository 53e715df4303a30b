import type { Mention, Span } from '../../../../domain/index.js';
import { figuresIn, type Line } from '../forms/index.js';
import type { Reading } from '../reading.js';
import { headLines, wishes } from './head-lines.js';
import { labelIn, matterLabel, ofThirds, otherLabel, ownLabels, signers } from './labels.js';
import { aloneHomes } from './signed-homes.js';
import { anyName, behindPost, leftover, namesIn, pieces } from './signed-names.js';
import { signingFields } from './signing-fields.js';

/** What the last lines of a letter tell of who wrote it. */
export interface Signed {
  names: Span[];
  units: Span[];
  addresses: Span[];
  /** What signers are or belong to, right before their names: 骨科副主任医师. */
  callings: Span[];
  /** The lines with a signature or a way to reach the writer. */
  areas: Span[];
}

const doorNumber =
  /(?<!\d(?=\d))(?:(?!\d{7})[\u4e00-\u9fa5A-Za-z\d]){2,24}?\d{1,5}(?:号|栋|幢|弄|组|单元|室)[\dA-Za-z\u4e00-\u9fa5-]{0,16}/g;
/** 某镇某村五组, 某区某街坊: a home without a number, between marks. */
const homeward =
  /(?<=[\s，,、（(]|^)[\u4e00-\u9fa5\d]{3,24}(?:村|组|社区?|屯|寨|街|路|巷|坊|小区|[一二三四五六七八九十]队)(?=[\s，,、。）)]|$)/g;
const stamp = /公章|盖章|印章|[(（]章[)）]/;
const notSigned =
  /^\s*(?:抄送|抄报|主送|附件|附[:：]|印发|校对|审核|建议[:：]|处理意见|领导批示|接[访待听]人|记录人|登记人)/;
/** Points of a list; a name alone signs behind any mark. */
const bulleted = /^[ \u3000]*[●•◆■▪](?![ \u3000]*[\u3400-\u9fff·]{2,4}(?:[^\u3400-\u9fff·]|$))/;
/** 某某，男，45岁，住…: a line that begins so tells who signs, however long it is. */
const selfTold =
  /^[ \u3000]*[\u3400-\u9fff·]{2,4}[，,、 \u3000（(](?:男|女|\d{2}岁|[\u3400-\u9fff]{1,3}族|现?住|家住|住址|地址|电话|手机|联系|身份证|1[3-9]\d{9})/;
const sign = /手印|指印|指纹|捺印|签名|签字|签章|1[3-9]\d{9}/;

/** A line of the signature block: where its signing words begin, and how many filled lines follow it. */
interface Tail {
  line: Line;
  area: Span;
  written: string;
  fromEnd: number;
}

/** A date whose day cannot be read, to the end of its line. */
const lostDay = /\d{4}年\d{1,2}月[^\n]{0,4}$/g;

/**
 * Names, units and addresses of the lines behind the letter's last sentence. Whatever can be a name there is
 * one: a signature sealed too much costs a word, one sealed too little costs its writer. Names that the letter
 * has spoken of before with a post are not signatures. Empty for a paper that an office signs.
 */
export function readSignedLines(reading: Reading): Signed {
  const { text, names, values, fields, dictionary } = reading;
  const signed: Signed = { names: [], units: [], addresses: [], callings: [], areas: [] };
  const form = fields.some((f) => f.kind === 'clerk' && /接|记录|登记|移交|拨/.test(f.label));
  let listing = false;
  for (const { line, area, written, fromEnd } of tailOf(reading)) {
    const tail = text.slice(area.start, area.end);
    const { label, at: labelAt, end: labelEnd, first } = labelIn(tail);
    if (first && label !== undefined && (matterLabel.test(label) || ofThirds.test(label))) {
      listing = false;
      continue;
    }
    const signing = label !== undefined && !otherLabel.test(label);
    const own = fields.filter(
      (f) => line.start <= f.labelStart && f.labelStart < line.end && !ownLabels.test(`${f.label}:`),
    );
    const foreign = own.some(
      (f) =>
        ((!signingFields.has(f.kind) && f.kind !== 'speaker') || f.label.startsWith('填')) &&
        !signers.test(f.label),
    );
    if (foreign || (form && own.length === 0)) {
      listing = false;
      continue;
    }
    const inside = <T extends Span>(mentions: readonly T[]) =>
      mentions.filter((m) => area.start <= m.start && m.end <= area.end);
    const covered: Span[] = [
      ...inside(names.organisations),
      ...inside(names.places).filter((p) => isPlace(p, text, dictionary.signerSurnames)),
      ...inside(values).filter((v) => !isGiven(v, text, dictionary.signerSurnames)),
    ];
    const doors = spansOf(tail, area.start, doorNumber).filter(
      (d) => !/[年月日]$|^\d{2,4}年|\d月\d|标段|线路|文件|〔/.test(text.slice(d.start, d.end)),
    );
    const alone = aloneHomes(text, area, dictionary);
    const homes = [
      ...alone,
      ...spansOf(tail, area.start, homeward).filter(
        (h) => /[省市县区乡镇村]/.test(text.slice(h.start, h.end - 1)) && !within(h, alone),
      ),
    ];
    covered.push(...homes);
    // 2018年8月1日 of which recognition lost the day: what is left of it is no name.
    covered.push(...spansOf(tail, area.start, lostDay));
    if (labelEnd > labelAt) covered.push({ start: area.start + labelAt, end: area.start + labelEnd });
    covered.push(...spansOf(tail, area.start, counted));
    const brackets = spansOf(tail, area.start, bracketed);
    // An address in brackets is no second name.
    const parts = pieces(text, area, covered).filter((p) => !(within(p, brackets) && within(p, doors)));
    const open = parts.filter((p) => !within(p, brackets));
    const fits = open.map((p) => anyName(text, p, dictionary));
    const words = open.filter((p, n) => fits[n] !== null || leftover(text.slice(p.start, p.end)) > 0);
    const list =
      words.length > 0 &&
      open.every((p, n) => fits[n] !== null || leftover(text.slice(p.start, p.end)) === 0);
    const near = fromEnd <= 3 || words.length > 1 || listing || sign.test(tail);
    if (label !== undefined) listing = signing;
    const loose = (listing && (label === undefined || signing)) || (list && near && !first);
    const found: Span[] = [];
    const unnamed: Span[] = [];
    const callings: Span[] = [];
    let left = signing ? 0 : leftover(label ?? '');
    for (const piece of parts) {
      const aside = !open.includes(piece);
      const strict = namesIn(text, piece, dictionary);
      const any = !aside && loose ? anyName(text, piece, dictionary) : null;
      const last = strict.length > 0 || aside ? null : behindPost(reading, piece);
      const name = strict.length > 0 ? strict : last !== null ? [last] : any !== null ? [any] : [];
      if (last !== null) callings.push({ start: piece.start, end: last.start });
      if (name.length > 0 && !name.some((n) => spokenOf(reading, n, line.start, fromEnd)))
        found.push(...name);
      else if (unitEnd.test(text.slice(piece.start, piece.end))) unnamed.push(withPlace(piece, covered));
      else left += leftover(text.slice(piece.start, piece.end));
    }
    const labelled = own.length > 0 || ownLabels.test(written) || signing;
    if (left > (labelled || listing ? 24 : 10)) continue;
    signed.areas.push(area);
    signed.names.push(...found);
    signed.callings.push(...callings);
    signed.addresses.push(...alone);
    if (found.length > 0) {
      signed.units.push(...unnamed);
      signed.addresses.push(...homes.filter((h) => !alone.includes(h)));
    }
    const units = inside(names.organisations).filter(
      (o) => dictionary.petitionOffices.before(o.text, o.text.length) === null,
    );
    // Who signs with a stamp, or as a firm with nothing else on the line, is the petitioner itself.
    const firms = units.filter((o) => firmEnd.test(o.text));
    if (firms.length === 0 && found.length === 0) signed.names.push(...stamped(tail, area.start));
    if (firms.length > 0 && found.length === 0 && (stamp.test(written) || left === 0))
      signed.names.push(...firms);
    else if (found.length > 0 || (left === 0 && signed.names.length > 0)) signed.units.push(...units);
    signed.addresses.push(...doors.filter((d) => !within(d, alone)));
  }
  return signed;
}

/** A unit that no list of names knows, before its stamp. */
function stamped(tail: string, from: number): Span[] {
  // With its place before it and nothing behind it, a unit needs no stamp to sign.
  const match =
    /^\s*([\u3400-\u9fff]{4,30})\s?[(（](?:公章|盖章|印章|章)[)）]/.exec(tail) ??
    /^\s*([\u3400-\u9fff]{1,6}[省市县区镇乡][\u3400-\u9fff]{3,24}(?:商会|协会|公司|合作社))\s*$/.exec(tail);
  const unit = match?.[1];
  if (unit === undefined || !/(?:队|公司|厂|店|部|站|所|社|会|行|场|院|校|中心|集团)$/.test(unit)) return [];
  const start = from + tail.indexOf(unit);
  return [{ start, end: start + unit.length }];
}

/** The lines behind the last sentence, in their order. */
function tailOf({ text, lines, official, closing, fields }: Reading): Tail[] {
  const filled = lines.filter((line) => text.slice(line.start, line.end).trim() !== '');
  const lead = headLines(text, filled);
  const [first] = filled.slice(lead);
  const found: Tail[] = [];
  for (const [fromEnd, line] of filled.slice(lead).slice(-40).reverse().entries()) {
    if (official && !closing.enclosed(line.start)) break;
    const written = text.slice(line.start, line.end);
    if (notSigned.test(written) || bulleted.test(written) || wishes.test(written)) continue;
    // A row of a table with a head is read by its heads.
    if (line.cells.length > 1 && fields.some((f) => line.start <= f.labelStart && f.labelStart < line.end))
      continue;
    // 覃某 6230 812 5418: a row of a pay list.
    if (figuresIn(text, line) > 1) continue;
    const start = line.start + lastSentenceEnd(written);
    const tail = text.slice(start, line.end);
    const sentence =
      /[。！？!?]\s*$/.test(tail) && !/人(?![民防员大社事力])|者|电话|手机|住/.test(tail.slice(0, 8));
    if (sentence && tail.trim().length > 20) break;
    if (sentence) continue;
    const signs = sign.test(tail) || (tail.match(/、/g)?.length ?? 0) >= 3;
    const particulars = signs && selfTold.test(tail);
    if (tail.trim().length > (signs ? 400 : 60)) break;
    if (line === first && tail.length > 30 && !particulars) break;
    if (start === line.start && tail.trim().length > 24 && !particulars && prose(tail)) break;
    found.push({ line, area: { start, end: line.end }, written, fromEnd });
    // Behind a long sentence on the same line the letter has ended; above it stands its body.
    if (start - line.start > 20) break;
  }
  return found.reverse();
}

/** A long line with hardly a mark is a sentence that goes on, not a row of names. */
function prose(tail: string): boolean {
  const longest = Math.max(...tail.split(/[^\u3400-\u9fff]/).map((run) => run.length));
  return longest > 14 && !sign.test(tail) && !/(?:举报|反映|控告|检举|申诉|代表|签名|联名)/.test(tail);
}

function isPlace(place: Mention, text: string, surnames: ReadonlySet<string>): boolean {
  const han = /[\u3400-\u9fff]/;
  const beside = han.test(text.charAt(place.start - 1)) || han.test(text.charAt(place.end));
  // 呼铁山: a hill alone in a line of the signature is whoever signs.
  if (!beside && place.text.length <= 4 && !/[省市县区镇乡村路街]$/.test(place.text)) return false;
  // 农|大庆: a place behind a single character, with nothing behind it, is a given name.
  const given =
    place.text.length <= 2 &&
    surnames.has(text.charAt(place.start - 1)) &&
    !han.test(text.charAt(place.start - 2)) &&
    !han.test(text.charAt(place.end));
  if (given) return false;
  return (
    !surnames.has(place.text.charAt(0)) || place.text.length > 3 || /[省市县区镇乡村路街]$/.test(place.text)
  );
}

const within = (p: Span, spans: readonly Span[]) => spans.some((s) => s.start <= p.start && p.end <= s.end);

/** 鲁|三元 is no sum: figures behind a surname, with nothing before the two and nothing behind them, are a given name. */
function isGiven(value: Mention, text: string, surnames: ReadonlySet<string>): boolean {
  return (
    /^[\u3400-\u9fff]{1,2}$/.test(value.text) &&
    surnames.has(text.charAt(value.start - 1)) &&
    !/[\u3400-\u9fff]/.test(text.charAt(value.start - 2)) &&
    !/[\u3400-\u9fff]/.test(text.charAt(value.end))
  );
}

/** What stands in brackets behind a name says more of its bearer. */
const bracketed = /[(（][^()（）]{0,60}[)）]/g;
const counted = /\d{1,5}(?:[人名户家位]|号[楼院]?|栋|幢|弄|组|单元|室|楼|层|[.、])/g;

const spansOf = (tail: string, from: number, pattern: RegExp): Span[] =>
  [...tail.matchAll(pattern)].map((m) => ({ start: from + m.index, end: from + m.index + m[0].length }));

const firmEnd = /(?:公司|厂|商行|合作社|协会|商会|集团|委员会|学校|医院|酒店|矿)$/;
const unitEnd = /^.{1,12}(?:所|站|局|厂|公司|中学|小学|学校|医院|院|队|办|中心|银行|社|店|委|矿)$/;

/** 临川县|供电所: the place before a unit belongs to it. */
function withPlace(piece: Span, covered: readonly Span[]): Span {
  let { start } = piece;
  for (let before = covered.find((m) => m.end === start && m.start < start); before !== undefined; ) {
    start = before.start;
    const at = start;
    before = covered.find((m) => m.end === at && m.start < at);
  }
  return { start, end: piece.end };
}

/** Where the words behind the last finished sentence of the line begin; 0 where it has none or ends with one. */
function lastSentenceEnd(line: string): number {
  const at = Math.max(...[...'。！？!?'].map((mark) => line.lastIndexOf(mark, line.trimEnd().length - 2)));
  return at + 1;
}

/** Behind who signs stands the day, and nothing else. */
const onlyDay = /^[\s\d年月日号.\-/〇○零一二三四五六七八九十]*$/;
/** Whoever is told with his post by himself signs so: 粮食局科长|陈建国. */
const ofOthers = /举报|反映|控告|检举|投诉|关于|涉嫌|[:：、和与及]/;

/**
 * The letter told of this person before: he stands beside a post there, or in the title. Who stands alone above the day
 * that ends the letter signs it, whatever it tells of his post.
 */
function spokenOf({ text, names, lines }: Reading, name: Span, before: number, fromEnd: number): boolean {
  const written = text.slice(name.start, name.end);
  const signs =
    fromEnd <= 1 && onlyDay.test(text.slice(name.end)) && !ofOthers.test(text.slice(before, name.start));
  const title = lines.find((line) => text.slice(line.start, line.end).trim() !== '');
  return names.persons.some(
    (p) =>
      p.end <= before &&
      (p.text === written || p.value === written) &&
      ((title !== undefined && p.end <= title.end) ||
        (!signs &&
          names.positions.some(
            (post) => post.kind === 'public' && (post.end === p.start || post.start === p.end),
          ))) &&
      !/(?:我叫|我是|本人|举报人|反映人|申诉人)[^。\n]{0,12}$/.test(
        text.slice(Math.max(0, p.start - 16), p.start),
      ),
  );
}
