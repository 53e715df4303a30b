import type { Span } from '../../../../domain/index.js';
import { firstOf, isHan, oneOf } from '../../../one-of.js';
import type { Witness } from '../../../weighing/index.js';
import { firstFrom } from '../mention-at.js';
import type { SiteReading } from './reading.js';

/** Characters of the name itself say half as much, so that what is seen of many names is believed more. */
const ofCharacter = 0.5;

/** What speaks for and against a stretch's being a name of a place or of something built; one for both kinds. */
export function seeSite(reading: SiteReading, { start, end }: Span, witness: Witness): void {
  seeInside(reading, start, end, witness);
  seeAround(reading, start, end, witness);
}

const clauseTags = new Set('uj ul p c r d m'.split(' '));
const nameTags = new Set('x ns nr nrt nz'.split(' '));

/** 松浦市|人防平战结合管理处: words of a unit's name go on to its ending. */
function unitWordsFollow({ text, map, dictionary }: SiteReading, end: number): boolean {
  for (let at = end, words = 0; words < 8 && at < text.length; words++) {
    const word = map.words[map.indexAt(at)];
    if (word === undefined || !isHan(text, at) || clauseTags.has(word.tag)) return false;
    for (let i = at; i < word.end; i++) if (dictionary.bodies.at(text, i) !== null) return true;
    at = word.end;
  }
  return false;
}

const isLatin = oneOf('A-Za-z0-9');
const standsForName = oneOf('A-Z×');
const isParticle = oneOf('的了着我他她们这那该各每某几');
const isPreposition = oneOf('在到去从对给把将和与及为被按有是由向住叫');
const isInnerPreposition = oneOf('在到去从对给把将及被按有是由向的住叫');
const isLevel = oneOf('省市县区镇乡村');
const isDivision = oneOf('省市县区镇乡');
const generic = ['人防', '防空', '地下', '项目', '工程'];
const endsStage = oneOf('期区段块');

const isStage = (text: string, start: number, end: number) =>
  endsStage(text, end - 1) &&
  /[A-Za-z一二三四五六七八九十\d]期$|区$|标段$|地块$/.test(text.slice(start, end));

function holdsPreposition(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++)
    if (isInnerPreposition(text, at) && isHan(text, at - 1)) return true;
  return false;
}

function seeInside(reading: SiteReading, start: number, end: number, witness: Witness): void {
  const { text, map, dictionary, signs, places, unitStart, unitEnd, stems } = reading;
  const name = text.slice(start, end);
  witness.seeWord('length ', String(Math.min(end - start, 11)));
  const ending = signs.endings.before(text, end);
  if (ending !== null && ending.start > start) for (const kind of ending.tag) witness.see(kind);
  else if (ending?.start === start) for (const kind of ending.tag) witness.seeWord('only ', kind.slice(5));
  else witness.see('no ending');
  const more = signs.endings.at(text, end);
  if (more !== null && more.end - end > 1) for (const kind of more.tag) witness.seeWord('goes on, ', kind);
  if (ending !== null && end - ending.start === 1)
    for (const kind of ending.tag) witness.see(`${kind} in one character`);
  // A市, B县: a letter in the place of a name says nothing against it.
  const lettered = standsForName(text, start) && ending !== null && ending.start <= start + 3;
  if (ending !== null && ending.start === start + 1 && !lettered) witness.see('one character and an ending');
  if (dictionary.genericPlaces.has(name)) witness.see('generic');
  const known = dictionary.knownPlaces.at(text, start);
  if (known?.end === end) {
    witness.see('known place');
    if (!isHan(text, start - 1) && !isHan(text, end)) witness.see('known place alone');
  } else if (known !== null && known.end < end) witness.see('begins with known place');
  // 伊宁、|那拉提: in a row with a place that everybody knows.
  if (
    (text[start - 1] === '、' && dictionary.knownPlaces.before(text, start - 1) !== null) ||
    (text[end] === '、' && dictionary.knownPlaces.at(text, end + 1) !== null)
  )
    witness.see('row with known place');
  const division = dictionary.divisions.at(text, start);
  if (division !== null) witness.see(division.end === end ? 'known division' : 'begins with known division');
  for (const place of placesAt(places, start, end)) {
    if (place.start === start && place.end === end) witness.see('read as place');
    else if (place.start === start && place.end < end) {
      witness.see('begins with place');
      witness.seeWord('begins with place, ', ending?.tag[0] ?? 'no ending');
    } else if (place.start === start) witness.see('begins a longer place');
    else if (place.end === end && place.start < start) witness.see('ends a longer place');
    else if (place.end === end) witness.see('ends with place');
    else if (place.start < start && place.end > end) witness.see('within place');
    else if (place.start > start && place.end < end) witness.see('holds place');
    else witness.see('cuts place');
  }
  const own = [2, 3, 4].find((size) => stems.has(text.slice(start, start + size)));
  if (own !== undefined) witness.see(start + own === end ? 'stem of a place' : 'begins with a stem');
  const unit = unitStart.get(end);
  if (unit === start) witness.see('is unit');
  else if (unit !== undefined) witness.see(unit > start ? 'ends with unit' : 'ends a longer unit');
  const first = unitEnd.get(start);
  if (first !== undefined && first > end) witness.see('begins a longer unit');
  // 县人民医院|门诊楼
  else if (first !== undefined && first < end)
    witness.seeWord('begins with unit, ', ending?.tag[0] ?? 'no ending');
  if (dictionary.bodies.before(text, end) !== null) witness.see('ends like a unit');
  if (dictionary.companyKinds.has(text.slice(end - 2, end))) witness.see('ends with a trade');
  if (isStage(text, start, end)) witness.see('stage at the end');
  let unknown = 0;
  let words = 0;
  for (let i = map.indexAt(start); i <= map.indexAt(end - 1); i++) {
    const word = map.words[i];
    if (word === undefined) break;
    words++;
    if (word.start < start) witness.see('begins within a word');
    if (word.end > end) witness.see('ends within a word');
    if (word.start <= start) witness.seeWord('first ', word.tag);
    if (word.end >= end) witness.seeWord('last ', word.tag);
    if (word.start > start && word.end < end) witness.seeWord('middle ', word.tag);
    if (nameTags.has(word.tag)) unknown++;
    if (word.start > start && signs.never.at(text, word.start) !== null)
      witness.see('holds a word of no name');
  }
  if (words === 1) {
    witness.see('one word');
    witness.seeWord('one word ', map.words[map.indexAt(start)]!.tag);
  }
  if (unknown === 0) witness.see('everyday words');
  if (signs.never.at(text, start) !== null) witness.see('begins with a word of no name');
  if (!lettered && firstOf(isLatin, text, start, end) < end) witness.see('digits or letters');
  if (firstOf(isParticle, text, start, end) < end) witness.see('particle');
  if (isPreposition(text, start)) witness.see('begins like a preposition');
  if (holdsPreposition(text, start, end)) witness.see('preposition inside');
  if (isLevel(text, start)) witness.see('begins with a level');
  if (isLevel(text, end - 1) && firstOf(isLevel, text, start, end - 2) < end - 2) witness.see('two levels');
  if (firstOf(isDivision, text, start + 2, Math.min(start + 4, end - 2)) < Math.min(start + 4, end - 2))
    witness.see('level inside');
  if (generic.some((word) => text.startsWith(word, start))) witness.see('begins generic');
}

/** 文峰御苑，省58万: how far behind a name its sum or area stands. */
const sumNear = 6;

const opensQuotation = oneOf('“「『"');
const closesQuotation = oneOf('”」』"');
const isMark = oneOf('，。；！？');
const isColon = oneOf(':：');
const endsLine = oneOf('\n\t');
const isDigit = oneOf('0-9');
const isAnyLevel = oneOf('省市县区州旗镇乡村');

function seeAround(reading: SiteReading, start: number, end: number, witness: Witness): void {
  const { text, map, signs, places, taken, unitStart, unitEnd, titled } = reading;
  const [before, behind] = [start - 1, end];
  const [freeBefore, freeBehind] = [!isHan(text, before), !isHan(text, behind)];
  witness.seeWord('begins with ', text.charAt(start), ofCharacter);
  witness.seeWord('ends with ', text.charAt(end - 1), ofCharacter);
  if (!freeBefore) witness.seeWord('follows ', text.charAt(before), ofCharacter);
  if (!freeBehind) witness.seeWord('precedes ', text.charAt(behind), ofCharacter);
  const cue = signs.before.before(text, start);
  if (cue !== null) for (const kind of cue.tag) witness.see(kind);
  const sign = signs.behind.at(text, end);
  if (sign !== null) for (const kind of sign.tag) witness.see(kind);
  if (freeBefore) {
    if (opensQuotation(text, before)) witness.see('opens a quotation');
    else if (isMark(text, before)) witness.see('begins a clause');
    else if (isColon(text, before)) witness.see('behind a colon');
    else if (start === 0 || endsLine(text, before)) witness.see('begins a line');
    else if (text[before] === '、') witness.see('behind a dun');
    else if (isDigit(text, before) || text[before] === '.') witness.see('behind a digit');
    else witness.see('behind a sign');
  } else if (cue === null) {
    const word = map.words[map.indexAt(start - 1)]!;
    if (word.end > start) witness.see('word before runs on');
    else witness.seeWord('before ', word.tag);
  }
  if (freeBehind) {
    if (closesQuotation(text, behind)) witness.see('closes a quotation');
    else if (isMark(text, behind)) witness.see('ends a clause');
    else if (isColon(text, behind)) witness.see('before a colon');
    else if (end >= text.length || endsLine(text, behind)) witness.see('ends a line');
    else if (text[behind] === '、') witness.see('before a dun');
    else if (isDigit(text, behind))
      witness.see(
        /^\d{1,4}(?:[-—]\d|号|栋|幢|座|单元)/.test(text.slice(end, end + 8))
          ? 'before a house number'
          : 'before a digit',
      );
    else witness.see('before a sign');
  } else if (sign === null) {
    const word = map.words[map.indexAt(end)]!;
    if (word.start < end) witness.see('word behind runs on');
    else witness.seeWord('behind ', word.tag);
  }
  if (opensQuotation(text, before) && closesQuotation(text, behind)) {
    witness.see('quoted');
    const next = signs.behind.at(text, end + 1);
    if (next !== null) for (const kind of next.tag) witness.see(kind);
  }
  const begins = start === 0 || endsLine(text, before) || isColon(text, before);
  if (begins && (end >= text.length || endsLine(text, behind))) witness.see('alone in a line or field');
  if (isColon(text, before) || isColon(text, before - 1)) {
    const label = text.slice(Math.max(0, start - 8), start);
    if (/(?:项目|工程|楼盘|小区)(?:名称)?[:：]\s?$/.test(label)) witness.see('field for a project');
    if (/(?:单位|公司|企业|部门)(?:名称)?[:：]\s?$/.test(label)) witness.see('field for a unit');
    if (/(?:地址|地点|属地|所在地|住址|位置|籍贯|住处|地区)[:：]\s?$/.test(label))
      witness.see('field for a place');
  }
  if (titled.some((t) => t.start === start && t.end === end)) witness.see('value of a field');
  if (unitEnd.has(end)) witness.see('unit follows');
  else if (unitWordsFollow(reading, end)) witness.see('unit words follow');
  if (isAnyLevel(text, behind)) witness.see('level follows');
  if (unitStart.has(start)) witness.see('unit before');
  for (const place of placesAt(places, start - 1, end + 1)) {
    if (place.end === start) witness.see('place before');
    if (place.start === end) witness.see('place follows');
  }
  seeRow(reading, start, end, witness);
  if (!freeBehind && thingFollows(reading, end)) witness.see('words of a thing built follow');
  if (start <= reading.firstLine) witness.see('in the first line');
  const next = taken[firstFrom(taken, end)];
  if (next !== undefined && next.start - end <= sumNear && (next.type === 'money' || next.type === 'area'))
    witness.seeWord('soon ', next.type);
  const [times, bounded] = reading.times(text.slice(start, end));
  if (times > 1) witness.see('twice');
  if (times > 2) witness.see('thrice');
  if (bounded > 0) witness.see('elsewhere between signs');
}

const joinsRow = oneOf('、和及与等');
/** How far the end of a row is looked for. */
const rowReach = 60;
const rowOf =
  /^(?:[、和及与][^，。；：！？\n]{0,50}?)?等(?:[几数多]?\d{0,3}[一二两三四五六七八九十]{0,3}[个家处条座栋]?)(项目|工程|小区|楼盘|建设|住宅|处|地|[县乡镇村]|公司|企业|单位|店)/;
const rowKinds: Readonly<Record<string, string>> = {
  项目: 'built',
  工程: 'built',
  小区: 'built',
  楼盘: 'built',
  建设: 'built',
  住宅: 'built',
  公司: 'units',
  企业: 'units',
  单位: 'units',
  店: 'units',
};

/** 官鹅沟、|岷峨山|、旧城广场等处: what stands in one row is of one kind. */
function seeRow({ text, signs }: SiteReading, start: number, end: number, witness: Witness): void {
  if (text[start - 1] === '、') {
    const kinds = signs.endings.before(text, start - 1)?.tag;
    if (kinds !== undefined) for (const kind of kinds) witness.seeWord('row behind ', kind);
  }
  if (!joinsRow(text, end)) return;
  const kind = rowOf.exec(text.slice(end, end + rowReach))?.[1];
  if (kind !== undefined) witness.seeWord('row of ', rowKinds[kind] ?? 'places');
  if (text[end] !== '、') return;
  let next = end + 1;
  while (next < end + 12 && isHan(text, next) && !joinsRow(text, next)) next += 1;
  const kinds = signs.endings.before(text, next)?.tag;
  if (kinds !== undefined) for (const other of kinds) witness.seeWord('row before ', other);
}

const things: ReadonlySet<string> = new Set([
  'ends building',
  'ends works',
  'ends construction',
  'ends shelter',
  'ends housing',
  'ends stage',
]);

/** 石门镇|滨河景观带工程: the words behind go on to the name of something built. */
function thingFollows({ text, map, signs }: SiteReading, end: number): boolean {
  for (let at = end, words = 0; words < 6 && isHan(text, at); words++) {
    const word = map.words[map.indexAt(at)];
    if (word === undefined || clauseTags.has(word.tag)) return false;
    at = word.end;
    if (signs.endings.before(text, at)?.tag.some((kind) => things.has(kind))) return true;
  }
  return false;
}

function* placesAt(places: SiteReading['places'], start: number, end: number) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.end < start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < places.length && places[i]!.start <= end; i++)
    if (places[i]!.end >= start) yield places[i]!;
}
