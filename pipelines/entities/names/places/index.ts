import type { Mention } from '../../../../domain/index.js';
import { isKin } from '../../../family-words.js';
import type { Dictionary } from '../dictionary.js';
import type { Word, WordMap } from '../word-map.js';
import { citiesOf, cutHead, deepen, freeStems, scenes } from './evidence.js';
import { isLedLevel, ledStem, type Region, readRegions } from './regions.js';

const han = /^[\u4e00-\u9fa5]+$/;
const stemTags = /^(?:ns|nz|nr|nrt|nrfg|x|n|zg|g|ng|j|b|a|nt|tg|vg|ag|i|f|l|z|ad|an)$/;
const stopStems =
  /^(?:原|各|全|本|我|该|此|某|每|到|在|去|向|给|和|与|对|从|由|把|被|是|有|中|内|外|上|下|新|老|旧|小|大|所|这|那|个|现|时|前|后|经|请|报|任|为|当|至|于|等|及|并|其|他|你|你们|我们|他们|人防|领导|举报|反映|干部|群众|政府|主任|书记|同志|老板|附近|邻|临)$/;

/** Names of places; the value is the full name in force of a division that the lexicon knows. */
export function readPlaces(text: string, map: WordMap, dictionary: Dictionary): Mention[] {
  const found: Mention[] = [];
  // By character, so that a long list is not gone through once for each of its names.
  const covered = new Map<number, Mention>();
  const add = (start: number, end: number, value: string, confidence: number) => {
    for (let at = start; at < end; at++) {
      const before = covered.get(at);
      if (before === undefined) continue;
      if (before.end - before.start >= end - start) return;
      for (let old = before.start; old < before.end; old++) covered.delete(old);
      found.splice(found.lastIndexOf(before), 1);
      break;
    }
    const place: Mention = { type: 'place', start, end, text: text.slice(start, end), value, confidence };
    found.push(place);
    for (let at = start; at < end; at++) covered.set(at, place);
  };
  for (const division of dictionary.divisions.all(text)) {
    if (!map.startsAt(division.start)) continue;
    add(division.start, division.end, division.tag, 0.95);
  }
  for (let i = 0; i < map.words.length; i++) {
    const word = map.words[i]!;
    const written = text.slice(word.start, word.end);
    const suffix = dictionary.placeSuffixes.before(text, word.end);
    if (suffix !== null && suffix.start <= word.start) {
      const start = stemBefore(text, map, i, suffix.start);
      if (start !== null) add(start, word.end, text.slice(start, word.end), 0.85);
    } else if (suffix !== null && han.test(written) && isNamed(word) && written.length <= 8) {
      if (!dictionary.genericPlaces.has(written)) add(word.start, word.end, written, 0.85);
    } else if (word.tag === 'ns' && written.length > 1 && !dictionary.genericPlaces.has(written)) {
      const level = /^[省市县区镇乡村州](?!委(?!会)|场|长)/.test(text.slice(word.end, word.end + 2)) ? 1 : 0;
      // 望江|一品, 步|青云: a real name somewhere, but no letter means that place by it.
      if (
        level === 0 &&
        dictionary.knownPlaces.at(written, 0)?.end !== written.length &&
        !/[省市县区镇乡村州]$/.test(written)
      )
        continue;
      add(word.start, word.end + level, text.slice(word.start, word.end + level), 0.8);
    }
  }
  for (const place of found) {
    const lead =
      dictionary.divisions.at(text, place.start) === null ? (torn.exec(place.text)?.[0].length ?? 0) : 0;
    if (lead === 0) continue;
    place.start += lead;
    place.text = text.slice(place.start, place.end);
    place.value = place.text;
  }
  for (let i = 0; i < map.words.length; i++) {
    const word = map.words[i]!;
    // 青麓|区桂|湖路: the segmenter cut behind the name and glued its level to what follows.
    const next = map.words[i + 1];
    if (next === undefined || next.tag !== 'x' || !isNamed(word) || next.end - next.start < 2) continue;
    const written = text.slice(word.start, word.end);
    if (/^[\u4e00-\u9fa5]{2,3}$/.test(written) && /[县区镇乡]/.test(text.charAt(next.start)))
      add(word.start, next.start + 1, text.slice(word.start, next.start + 1), 0.82);
  }
  for (const place of found) straighten(text, map, place, found);
  for (const place of found) behindLevel(text, place);
  repeat(text, found, add);
  begin(text, found, readRegions(text, map, dictionary), dictionary);
  found.push(...freeStems(text, found));
  found.push(...troops(text));
  for (const place of found) numbered(text, place);
  for (const place of found) behindTime(text, place);
  join(text, found);
  deepen(text, found);
  found.push(...scenes(text, map, found));
  return (
    found
      .filter((place) => dictionary.divisions.at(text, place.start) !== null || !noName.test(place.text))
      .filter((place) => !dictionary.genericPlaces.has(place.text) && place.text.length > 1)
      .filter((place) => dictionary.divisions.at(text, place.start) !== null || !isLedLevel(place.text))
      .filter((place) => !ledStem.test(place.text) && !/[长系是](?:路|街|巷)$/.test(place.text))
      .filter((place) => !/^[找过去问到向请]{2}[市县区镇乡]$/.test(place.text))
      // 我前夫|县民防局: nobody's kin is a region.
      .filter((place) => !(/.{2}[省市县区旗镇乡]$/.test(place.text) && isKin(place.text.slice(0, -1))))
      .sort((a, b) => a.start - b.start)
  );
}

/** Stands in no place's name: 现将村, 起让村, 不要叫乡, 人卖路, 义务帮街道, 几位社区, 桌有路, 傅副县|长, 群众反映市. */
const noName =
  /[不没卖帮谁从的了俺俾们几]|[将让把被由给向][市县区镇乡村]$|有[路街村]$|外省$|^里|副[市县区镇乡]$|^邻[省市县区镇乡村]$|厂区$|(?:反映|举报|控告|检举|揭发|投诉)[省市州县区旗镇乡村]$/;

/** 松涛|区灯草巷: the level of the division before is no part of the road's name. */
function behindLevel(text: string, place: Mention): void {
  if (!/^[市县区镇][\u4e00-\u9fa5]{1,4}(?:路|街|巷|大道)$/.test(place.text)) return;
  if (!/[\u3400-\u9fff]{2}$/.test(text.slice(Math.max(0, place.start - 2), place.start))) return;
  place.start += 1;
  place.text = text.slice(place.start, place.end);
  place.value = place.text;
}

/** 2020年|县: a time before it is no part of a place. */
function behindTime(text: string, place: Mention): void {
  if (!/^[年月日号时]/.test(place.text) || !/\d/.test(text.charAt(place.start - 1))) return;
  place.start += 1;
  place.text = text.slice(place.start, place.end);
  place.value = place.text;
}

/** 桃源路|118号: a house number belongs to its road. */
function numbered(text: string, place: Mention): void {
  if (!/(?:路|街|巷|大道)$/.test(place.text)) return;
  const number = /^\d{1,5}(?:号(?!楼(?!下)|线)|弄)/.exec(text.slice(place.end, place.end + 7))?.[0];
  if (number === undefined) return;
  place.end += number.length;
  place.text = text.slice(place.start, place.end);
  place.value = place.text;
}

/** A name's beginning as the whole letter tells it, where no division of the lexicon stands there. */
function begin(text: string, found: Mention[], regions: readonly Region[], dictionary: Dictionary): void {
  // By character, so that a long list is not gone through once for each of its names.
  const places = new Map<number, Mention>();
  const put = (place: Mention) => {
    for (let at = place.start; at < place.end; at++) places.set(at, place);
  };
  for (const place of found) put(place);
  const gone = new Set<Mention>();
  for (const { start, end, score } of regions) {
    const clashing = new Set<Mention>();
    for (let at = start; at < end; at++) {
      const place = places.get(at);
      if (place !== undefined && !gone.has(place)) clashing.add(place);
    }
    const names = [...clashing];
    if (names.some((place) => place.end > end || dictionary.divisions.at(text, place.start) !== null))
      continue;
    const same = names.find((place) => place.end === end);
    if (same === undefined && score < 3.4) continue;
    for (const place of names) gone.add(place);
    const name = text.slice(start, end);
    const whole: Mention = {
      type: 'place',
      start,
      end,
      text: name,
      value: name,
      confidence: same?.confidence ?? 0.82,
    };
    found.push(whole);
    put(whole);
  }
  const kept = found.filter((place) => !gone.has(place));
  const cities = citiesOf(kept);
  for (const place of kept) cutHead(place, cities);
  found.length = 0;
  for (const place of kept) found.push(place);
}

/** 第二十一师三十团九连: divisions and villages of the construction corps go by numbers. */
function troops(text: string): Mention[] {
  return [
    ...text.matchAll(
      /第?[一二三四五六七八九十百\d]{1,4}师(?:[一二三四五六七八九十百\d]{1,5}团(?:[一二三四五六七八九十百\d]{1,3}连)?)?(?![长范傅大生])/g,
    ),
  ].map(({ index, 0: name }) => ({
    type: 'place' as const,
    start: index,
    end: index + name.length,
    text: name,
    value: name,
    confidence: 0.85,
  }));
}

/** 安澜县|城关镇 is one place; 青麓区|桂湖路 is a division and a road. */
function join(text: string, found: Mention[]): void {
  found.sort((a, b) => a.start - b.start);
  for (let i = found.length - 1; i > 0; i--) {
    const lower = found[i];
    const higher = found[i - 1];
    if (lower === undefined || higher === undefined || higher.end !== lower.start) continue;
    if (
      !/[市县区旗镇乡团师]$|街道$|苏木$/.test(higher.text) ||
      !/(?:[县区旗镇乡村连]|街道|社区|苏木|嘎查)$/.test(lower.text)
    )
      continue;
    higher.end = lower.end;
    higher.text = text.slice(higher.start, higher.end);
    higher.value = higher.text;
    found.splice(i, 1);
  }
}

/** What no name of a place holds but at its beginning in a cut word: 委驻市, 议转县, 们到市. */
const torn =
  /^[\u4e00-\u9fa5]*[说称问叫和与及跟到在给的了是们您他她驻致转报送呈被把让将跟邀](?=[\u4e00-\u9fa5]*[市县区镇乡州]$)/;

const namedTags = new Set('ns nr nrt nz x nrfg'.split(' '));
const isNamed = (word: Word) => namedTags.has(word.tag);

/** Where the name before a suffix begins: 平河|县, 清|水|镇; null where nothing name-like stands there. */
function stemBefore(text: string, map: WordMap, index: number, suffixStart: number): number | null {
  let start: number | null = null;
  let at = map.indexAt(suffixStart) === index ? index - 1 : map.indexAt(suffixStart - 1);
  for (let taken = 0; at >= 0 && taken < 3; at -= 1) {
    const word = map.words[at];
    if (word === undefined) break;
    const written = text.slice(word.start, word.end);
    if (!han.test(written) || !stemTags.test(word.tag) || stopStems.test(written)) break;
    if (/[省市县区镇乡村州]$/.test(written) && (start !== null || written.length > 1)) break;
    if (start !== null && written.length > 1) break;
    if (suffixStart - word.start > 5) break;
    start = word.start;
    taken += written.length;
    if (written.length > 1) {
      const first = map.words[at - 1];
      const one = first !== undefined && first.end - first.start === 1 ? text.charAt(first.start) : '';
      // 石|门坎|村: everyday words that only together are a name.
      if (/^(?:n|a|v)$/.test(word.tag) && first?.tag === 'n' && han.test(one) && !stopStems.test(one))
        start = first.start;
      break;
    }
  }
  return start;
}

/** A division named once is a place wherever its name stands, however the segmenter cut it. */
function repeat(
  text: string,
  found: readonly Mention[],
  add: (start: number, end: number, value: string, confidence: number) => void,
): void {
  const names = new Set(
    found.filter((p) => /[市县区旗镇乡]$/.test(p.text) && p.text.length > 2).map((p) => p.text),
  );
  for (const name of [...names].slice(0, 40)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      add(at, at + name.length, name, 0.85);
    }
  }
}

const leads =
  /[在于和的向到由是对从原任与及过找给请经报为把被让将跟同至该本我各全某现时后前去回来,，。、:：\s]/;

/** 山县 behind a rare character is 峤山县; 过澜川市 is 澜川市 where the letter has that elsewhere. */
function straighten(text: string, map: WordMap, place: Mention, all: readonly Mention[]): void {
  const before = text.charAt(place.start - 1);
  const level = /^[\u4e00-\u9fa5][市县区镇乡村路街巷]$/.test(place.text);
  if (level && /[\u3400-\u9fff]/.test(before) && !leads.test(before)) {
    // 水碾|沟村, 人民|东路: the whole word before, not its last character.
    const word = map.words[map.indexAt(place.start - 1)];
    const size = word === undefined ? 1 : place.start - word.start;
    const whole =
      size === 2 &&
      /^(?:n|nr|ns|nz|x|j|a)$/.test(word?.tag ?? '') &&
      !/[省市县区镇乡村]/.test(text.charAt(place.start - 2));
    place.start -= whole ? 2 : 1;
  } else if (/[市县区镇乡村]$/.test(place.text) && place.text.length >= 4) {
    const shorter = place.text.slice(1);
    if (
      leads.test(place.text.charAt(0)) ||
      /^[省市县区镇乡州]/.test(place.text) ||
      all.some(
        (other) =>
          other.text === shorter &&
          /^[^\u4e00-\u9fa5]?$|[在于和的向到由是对从原与及过]/.test(text.charAt(other.start - 1)),
      )
    ) {
      place.start += /^出原/.test(place.text) ? 2 : 1;
    }
  }
  const written = text.slice(place.start, place.end);
  if (written !== place.text) {
    place.text = written;
    place.value = written;
  }
}
