import type { Span } from '../../../../domain/index.js';
import type { Evidence } from '../../../weighing/index.js';
import type { SiteReading } from './reading.js';

/** Characters of the name itself say half as much, so that what is seen of many names is believed more. */
type See = (name: string, much?: number) => void;

const han = /[\u3400-\u9fff]/;

/** What speaks for and against a stretch's being a name of a place or of something built; one for both kinds. */
export function evidenceOf(reading: SiteReading, { start, end }: Span): Evidence {
  const seen: Evidence = new Map();
  const see: See = (name, much = 1) => seen.set(name, much);
  inside(reading, start, end, see);
  around(reading, start, end, see);
  return seen;
}

/** 松浦市|人防平战结合管理处: words of a unit's name go on to its ending. */
function unitWordsFollow({ text, map, dictionary }: SiteReading, end: number): boolean {
  for (let at = end, words = 0; words < 8 && at < text.length; words++) {
    const word = map.words[map.indexAt(at)];
    if (word === undefined || !han.test(text.charAt(at)) || /^(?:uj|ul|p|c|r|d|m)$/.test(word.tag))
      return false;
    for (let i = at; i < word.end; i++) if (dictionary.bodies.at(text, i) !== null) return true;
    at = word.end;
  }
  return false;
}

function inside(reading: SiteReading, start: number, end: number, see: See): void {
  const { text, map, dictionary, signs, places, unitStart, stems } = reading;
  const name = text.slice(start, end);
  see(`length ${Math.min(end - start, 11)}`);
  const ending = signs.endings.before(text, end);
  if (ending !== null && ending.start > start) for (const kind of ending.tag) see(kind);
  else if (ending?.start === start) for (const kind of ending.tag) see(`only ${kind.slice(5)}`);
  else see('no ending');
  const more = signs.endings.at(text, end);
  if (more !== null && more.end - end > 1) for (const kind of more.tag) see(`goes on, ${kind}`);
  if (ending !== null && end - ending.start === 1)
    for (const kind of ending.tag) see(`${kind} in one character`);
  if (ending !== null && ending.start === start + 1) see('one character and an ending');
  if (dictionary.genericPlaces.has(name)) see('generic');
  if (dictionary.knownPlaces.has(name)) see('known place');
  const division = dictionary.divisions.at(text, start);
  if (division !== null) see(division.end === end ? 'known division' : 'begins with known division');
  for (const place of placesAt(places, start, end)) {
    if (place.start === start && place.end === end) see('read as place');
    else if (place.start === start && place.end < end) see('begins with place');
    else if (place.start === start) see('begins a longer place');
    else if (place.end === end && place.start < start) see('ends a longer place');
    else if (place.end === end) see('ends with place');
    else if (place.start < start && place.end > end) see('within place');
    else if (place.start > start && place.end < end) see('holds place');
    else see('cuts place');
  }
  const own = [2, 3, 4].find((size) => stems.has(text.slice(start, start + size)));
  if (own !== undefined) see(start + own === end ? 'stem of a place' : 'begins with a stem');
  const unit = unitStart.get(end);
  if (unit === start) see('is unit');
  else if (unit !== undefined && unit > start) see('ends with unit');
  if (/[A-Za-z一二三四五六七八九十\d]期$|区$|标段$|地块$/.test(name)) see('stage at the end');
  let unknown = 0;
  let words = 0;
  for (let i = map.indexAt(start); i <= map.indexAt(end - 1); i++) {
    const word = map.words[i];
    if (word === undefined) break;
    words++;
    if (word.start < start) see('begins within a word');
    if (word.end > end) see('ends within a word');
    if (word.start <= start) see(`first ${word.tag}`);
    if (word.end >= end) see(`last ${word.tag}`);
    if (word.start > start && word.end < end) see(`middle ${word.tag}`);
    if (/^(?:x|ns|nr|nrt|nz)$/.test(word.tag)) unknown++;
    if (word.start > start && signs.never.at(text, word.start) !== null) see('holds a word of no name');
  }
  if (words === 1) see('one word');
  if (unknown === 0) see('everyday words');
  if (signs.never.at(text, start) !== null) see('begins with a word of no name');
  if (/[A-Za-z\d]/.test(name)) see('digits or letters');
  if (/[的了着我他她们这那该各每某几]/.test(name)) see('particle');
  if (/^[在到去从对给把将和与及为被按有是由向住叫]/.test(name)) see('begins like a preposition');
  if (/[\u3400-\u9fff][在到去从对给把将及被按有是由向的住叫]/.test(name)) see('preposition inside');
  if (/^[省市县区镇乡村]/.test(name)) see('begins with a level');
  if (/[省市县区镇乡村].+[省市县区镇乡村]$/.test(name)) see('two levels');
  if (/^.{2,3}[省市县区镇乡].{2,}/.test(name)) see('level inside');
  if (/^(?:人防|防空|地下|项目|工程)/.test(name)) see('begins generic');
}

function around(reading: SiteReading, start: number, end: number, see: See): void {
  const { text, map, signs, places, unitStart, unitStarts, titled } = reading;
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  see(`begins with ${text.charAt(start)}`, 0.5);
  see(`ends with ${text.charAt(end - 1)}`, 0.5);
  if (han.test(before)) see(`follows ${before}`, 0.5);
  if (han.test(behind)) see(`precedes ${behind}`, 0.5);
  const cue = signs.before.before(text, start);
  if (cue !== null) for (const kind of cue.tag) see(kind);
  const sign = signs.behind.at(text, end);
  if (sign !== null) for (const kind of sign.tag) see(kind);
  if (!han.test(before)) {
    if (/[“「『"]/.test(before)) see('opens a quotation');
    else if (/[，。；！？]/.test(before)) see('begins a clause');
    else if (/[:：]/.test(before)) see('behind a colon');
    else if (before === '' || /[\n\t]/.test(before)) see('begins a line');
    else if (/[、]/.test(before)) see('behind a dun');
    else if (/[\d.]/.test(before)) see('behind a digit');
    else see('behind a sign');
  } else if (cue === null) {
    const word = map.words[map.indexAt(start - 1)]!;
    if (word.end > start) see('word before runs on');
    else see(`before ${word.tag}`);
  }
  if (!han.test(behind)) {
    if (/[”」』"]/.test(behind)) see('closes a quotation');
    else if (/[，。；！？]/.test(behind)) see('ends a clause');
    else if (/[:：]/.test(behind)) see('before a colon');
    else if (behind === '' || /[\n\t]/.test(behind)) see('ends a line');
    else if (/[、]/.test(behind)) see('before a dun');
    else if (/\d/.test(behind))
      see(
        /^\d{1,4}(?:[-—]\d|号|栋|幢|座|单元)/.test(text.slice(end, end + 8))
          ? 'before a house number'
          : 'before a digit',
      );
    else see('before a sign');
  } else if (sign === null) {
    const word = map.words[map.indexAt(end)]!;
    if (word.start < end) see('word behind runs on');
    else see(`behind ${word.tag}`);
  }
  if (/[“「『"]/.test(before) && /[”」』"]/.test(behind)) {
    see('quoted');
    const next = signs.behind.at(text, end + 1);
    if (next !== null) for (const kind of next.tag) see(kind);
  }
  if ((before === '' || /[\n\t:：]/.test(before)) && (behind === '' || /[\n\t]/.test(behind)))
    see('alone in a line or field');
  const label = /(项目|工程|楼盘|小区)(?:名称)?[:：]\s?$/.test(text.slice(Math.max(0, start - 8), start));
  if (label) see('field for a project');
  if (
    /(?:地址|地点|属地|所在地|住址|位置|籍贯|住处|地区)[:：]\s?$/.test(
      text.slice(Math.max(0, start - 8), start),
    )
  )
    see('field for a place');
  if (titled.some((t) => t.start === start && t.end === end)) see('value of a field');
  if (unitStarts.has(end)) see('unit follows');
  else if (unitWordsFollow(reading, end)) see('unit words follow');
  if (/[省市县区州旗镇乡村]/.test(behind)) see('level follows');
  if (unitStart.has(start)) see('unit before');
  for (const place of placesAt(places, start - 1, end + 1)) {
    if (place.end === start) see('place before');
    if (place.start === end) see('place follows');
  }
  if (start <= reading.firstLine) see('in the first line');
  const [times, bounded] = reading.times(text.slice(start, end));
  if (times > 1) see('twice');
  if (times > 2) see('thrice');
  if (bounded > 0) see('elsewhere between signs');
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
