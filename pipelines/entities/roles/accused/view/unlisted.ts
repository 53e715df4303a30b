import type { Mention } from '../../../../../domain/index.js';
import { endingAt, startingAt } from '../../../names/index.js';
import type { Reading } from '../../reading.js';

/** So many characters of a region's name behind which units are looked for, occurrences of it, and units in all. */
const [mostRegions, mostOccurrences, mostUnits] = [12, 12, 60];
/** How long the name of a unit is behind the region's, in characters, and how many endings are tried. */
const [longest, mostEndings] = [16, 4];
const inName = /[\u3400-\u9fff]/;
const notInName = /[的了着过我你您他她们是把给这那说很都也就及与或某该此每其谁从让于去问到有没不上里还又再]/;
const level = /(?:[省市县区旗州盟镇乡]|街道|苏木)$/;

/**
 * What may be a unit behind the name of a region though it was read as none: 米粮川县|杨家将村, 颍皋市|第二人民医院,
 * also the bureau within its section (洛塔县政务服务局|窗口). Evidence decides whether it is anybody's.
 */
export function unlistedUnits(reading: Reading, organisations: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const { start, end } of regionsOf(reading, organisations)) {
    for (const last of endingsOf(reading, end)) {
      if (endingAt(organisations, last)?.start === start) continue;
      if (found.length >= mostUnits) return found;
      const text = reading.text.slice(start, last);
      found.push({ type: 'organisation', start, end: last, text, value: text, confidence: 0.5 });
    }
  }
  return found;
}

/** Where a unit whose name begins before `from` may end: at a word that units end with. */
function endingsOf({ text, names, dictionary }: Reading, from: number): number[] {
  const ends: number[] = [];
  for (let at = from; at < from + longest && ends.length < mostEndings; at++) {
    if (!inName.test(text.charAt(at)) || notInName.test(text.charAt(at))) break;
    if (startingAt(names.positions, at) !== undefined || startingAt(names.persons, at) !== undefined) break;
    const ending = dictionary.unitKinds.before(text, at + 1);
    // 局 of 局长 and 院 of 院内 end nothing; 第二 alone names nothing.
    if (ending === null || at + 1 - from < 2 || ending.start < from) continue;
    if (/[长员内外子面务办]/.test(text.charAt(at + 1)) && !/办$/.test(text.slice(from, at + 2))) continue;
    ends.push(at + 1);
  }
  return ends;
}

/** 我们|麻埠县|白鹭乡: the county before a town, which is named nowhere else. */
function higherBefore(text: string, at: number): string | undefined {
  if (!/^.{1,4}?[镇乡村]|^.{1,4}?(?:街道|苏木)/.test(text.slice(at, at + 6))) return undefined;
  const before = text.slice(Math.max(0, at - 8), at);
  return /(?:^|[^\u3400-\u9fff]|我们|[是在为向于])([\u3400-\u9fff]{2,4}[县市区旗])$/.exec(before)?.[1];
}

/** Every place where a region is named, with the regions that it lies in: 沅泸市|红岩乡. */
function regionsOf(
  { text, names }: Reading,
  organisations: readonly Mention[],
): { start: number; end: number }[] {
  const known = new Set<string>();
  for (const { text: name } of names.places) if (level.test(name) && name.length > 2) known.add(name);
  for (const { text: name } of organisations) {
    const region = /^(?:中共)?([\u3400-\u9fff]{2,5}?[市县区旗州盟])/.exec(name)?.[1];
    if (region !== undefined) known.add(region);
  }
  const spans = new Map<number, number>();
  for (const region of [...known].slice(0, mostRegions)) {
    let at = text.indexOf(region);
    for (let times = 0; at >= 0 && times < mostOccurrences; times++) {
      spans.set(at + region.length, Math.min(at, spans.get(at + region.length) ?? at));
      at = text.indexOf(region, at + region.length);
    }
  }
  return [...spans].map(([end, start]) => {
    let first = start;
    for (let higher = spans.get(first); higher !== undefined; higher = spans.get(first)) first = higher;
    return { start: first - (higherBefore(text, first)?.length ?? 0), end };
  });
}
