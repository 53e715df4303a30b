import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';

/** A name that ends in its level (霁州市, 枧槽沟村), and how surely its beginning is known. */
export interface Region {
  start: number;
  end: number;
  score: number;
}

const han = /[\u3400-\u9fff]/;
const levels = /[省市州县区旗镇乡村]|街道|社区/g;
const longestStem = 5;
/** Enough to say where a name begins: a boundary and a usual length, or a repetition. */
const enough = 3;

/** The level's character begins another word: 市|场, 村|民, 县|城. */
const otherWord =
  /^(?:市(?:场(?!监)|民(?!政)|政(?![府协法务])|价|值|区|里|内|级|面)|县(?:城|里|级|内|域|直)|区(?:别|域|分|间|里|内|级|位|划|块)|村(?:民(?!委员会)|里|庄|干|集体|级|上|子|口|内)|乡(?:亲|下|里|村|镇|音)|镇(?:上|里|定|静|压|痛|江|区|域)|州[里市区县]|省(?:里|城|内|级|下|略|事|会|得|钱|直|吃)|旗(?:下|舰|号|帜))/;
/** Stands in no name of a place. */
const particles = /[的了着过我你您他她它们是被把给这那说很都也就及与或但因某该此每各其谁哪吗呢吧啊嘛所曾]/;
/** Stands before a name of a place, seldom in one. */
const leads =
  /[在于和向到由对从原找请经报为让将跟同至现驻致住赴去回来告称任即系按叫问求送转抄呈查管归往离距派时兼前的了着过我你您他她它们是被把给这那说都也就及与或但因该其以全本出令自并等受作而没为用有可还又更仅替帮代属]/;
const leadWords =
  /(?:反映|举报|控告|检举|揭发|投诉|关于|中共|时任|现任|曾任|原任|历任|调任|升任|出任|担任|位于|坐落|坐落于|地处|前往|来自|家住|系|我叫|我们|咱们|他们|你们|尊敬的|敬爱的|本人|以及|以来|期间|伙同|委托|针对|根据|按照|依据|通过|经过|转交|转送|移送|报送|抄送|主送|呈报|呈送|送交|寄往|寄至|调到|调至|分到|来到|回到|得到|去到|负责|涉及|包括|对于|属于|由于|处于|工作于|任职于|就职于|毕业于|一个|一名|一位|一家|这个|那个|全体|有关|相关|当时|现在|目前|后来|其中|此外|另外|例如|比如|譬如|建议|请求|恳请|要求|希望|盼望|敬请|状告|起诉|向|对)$/;
/** 找县, 问区: a verb and the level of an authority that is named without its region. */
export const isLedLevel = (name: string) =>
  name.length === 2 && (leads.test(name.charAt(0)) || name.startsWith('望'));
/** 建议|市, 再去问|区: what no name begins with. */
export const ledStem =
  /^(?:据|[已现拟]?转[交给到]?|建议|要求|请求|希望|反映|举报|控告|检举|揭发|投诉|关于|时任|现任|位于|坐落|来自|公司|集团|总包|我们|他们|你们|根据|按照|委托|伙同)/;

const everydayTag = /^(?:n|v|vn|a|ad|an|b|d|l|i|f|s|t|m|r|p|c|u|uj|q|z)$/;
const numeralStem = /^[一二三四五六七八九十百两几东西南北中上下新老城小大全本我该各此每某这那外内前后半]$/;

/**
 * Names of regions whose beginning is told by what stands before them, by their length, by the letter's other
 * mentions of them, and only then by the segmenter's words: an unknown or rare first character is no beginning.
 */
export function readRegions(text: string, map: WordMap, dictionary: Dictionary): Region[] {
  const candidates: { start: number; end: number; score: number; boundary: number }[][] = [];
  const firm = new Map<string, number>();
  const free = new Set<string>();
  const ends = new Set<number>();
  for (const match of text.matchAll(levels)) {
    const at = match.index;
    const end = at + match[0].length;
    if (otherWord.test(text.slice(at, at + 6))) continue;
    const letters = lettersBefore(text, at, ends);
    if (letters !== null) {
      candidates.push([{ start: letters, end, score: byLetters, boundary: byLetters }]);
      ends.add(end);
      continue;
    }
    if (!han.test(text.charAt(at - 1))) continue;
    const here = startsBefore(text, map, dictionary, at, end, ends);
    if (here.length === 0) continue;
    candidates.push(here);
    ends.add(end);
    for (const { start, boundary } of here) {
      const name = text.slice(start, end);
      if (boundary > 3) free.add(name);
      if (boundary >= 2) firm.set(name, (firm.get(name) ?? 0) + 1);
    }
  }
  // 丰县 is no name where every 丰县 of the letter stands in 和丰县.
  const part = (start: number, end: number) => {
    const longer = text.slice(start - 1, end);
    return (
      free.has(longer) && count(text, longer) > 1 && count(text, longer) === count(text, longer.slice(1))
    );
  };
  return candidates.flatMap((here) => {
    let best: Region | null = null;
    for (const { start, end, score, boundary } of here) {
      const others = (firm.get(text.slice(start, end)) ?? 0) - (boundary >= 2 ? 1 : 0);
      const total = score + Math.min(2.5, others * 0.9) - (part(start, end) ? 2 : 0);
      if (best === null || total > best.score) best = { start, end, score: total };
    }
    return best !== null && best.score >= enough ? [best] : [];
  });
}

/** Whoever writes a letter for a name means a place by it. */
const byLetters = 5;

/** A|市, B|县, ××|镇: where the letters begin that stand for a region's name; A区 behind an estate's name is a part of it. */
function lettersBefore(text: string, at: number, ends: ReadonlySet<number>): number | null {
  const size = /(?<![A-Za-z0-9×])(?:[A-Z]|×{1,3})$/.exec(text.slice(Math.max(0, at - 4), at))?.[0].length;
  if (size === undefined || (text.startsWith('区', at) && !ends.has(at - size))) return null;
  return at - size;
}

/** A line that names an office and says no more: it begins with the office's region. */
function isAddressed(text: string, start: number, end: number, dictionary: Dictionary): boolean {
  if (!/^\n?$/.test(text.charAt(start - 1))) return false;
  const body = dictionary.bodies.at(text, end);
  return body !== null && /^[\u3400-\u9fff、]{0,12}(?:[：:\n]|$)/.test(text.slice(body.end, body.end + 14));
}

/** How often the word stands in the text, up to a few. */
function count(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0 && found < 50; at = text.indexOf(word, at + word.length))
    found += 1;
  return found;
}

function startsBefore(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  at: number,
  end: number,
  ends: ReadonlySet<number>,
) {
  const found: { start: number; end: number; score: number; boundary: number }[] = [];
  const level = text.slice(at, end);
  for (let size = 1; size <= longestStem; size++) {
    const start = at - size;
    const first = text.charAt(start);
    // 都洛县 at the head of a line: no adverb begins a sentence.
    const opening = first === '都' && /^[^\u3400-\u9fff]?$/.test(text.charAt(start - 1));
    if (start < 0 || !han.test(first) || (particles.test(first) && !opening) || /[省市县区]/.test(first))
      break;
    // 景德镇市, 宁乡市; before a village its town is another name.
    if (/[镇乡村旗]/.test(first) && (size > 1 || !/[市区县]/.test(level))) break;
    const stem = text.slice(start, at);
    if (/^[州委]/.test(stem) || ledStem.test(stem)) continue;
    if (size > 1 && [...stem].filter((c) => leads.test(c)).length > 1) continue;
    if (dictionary.genericPlaces.has(text.slice(start, end))) continue;
    if (size === 1 && (numeralStem.test(stem) || leads.test(stem))) continue;
    // 10月|望川区: the end of a date.
    if (/[年月日时分号期]/.test(first) && /[\d〇零一二三四五六七八九十]/.test(text.charAt(start - 1))) break;
    const boundary = boundaryAt(text, map, start, ends);
    // 全|小区, 关心|城市: the end is a kind of place.
    const kind =
      size > 1 && text.charAt(at - 1) !== '州' && dictionary.genericPlaces.has(text.slice(at - 1, end))
        ? 1.5
        : 0;
    // 拉萨河口市|纪委：: whoever is written to is named from the line's beginning.
    const addressed = isAddressed(text, start, end, dictionary) ? 2 : 0;
    const own =
      addressed +
      lengths(size, level) +
      inside(text, map, start, at, end) +
      foreign(text, start, at, dictionary);
    found.push({ start, end, boundary, score: boundary + own - kind });
  }
  return found;
}

const lengths = (size: number, level: string) =>
  ({ 1: /[村镇乡]|街道|社区/.test(level) ? -0.8 : 0, 2: 1.2, 3: level === '村' ? 1 : 0.5, 4: -0.7 })[size] ??
  -1;

/** 库尔乌斯|市: a name that writes out the sounds of another language is all of such characters, and long. */
function foreign(text: string, start: number, at: number, { nameCharacters }: Dictionary): number {
  const sound = (place: number) => nameCharacters.foreign[text.charCodeAt(place)]! > 0;
  const sounds = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (!sound(i)) return false;
    return true;
  };
  if (!sounds(start, at)) return 0;
  if (at - start >= 3) return start > 0 && sound(start - 1) ? 0 : 2.5;
  return start > 0 && sound(start - 1) ? -1.5 : 0;
}

/** How surely something ends and a name can begin here. */
function boundaryAt(text: string, map: WordMap, start: number, ends: ReadonlySet<number>): number {
  const previous = text.charAt(start - 1);
  // 和丰县 at the head of a clause: there is nothing that 和 could join.
  if (/[和与及或而]/.test(previous) && !han.test(text.charAt(start - 2))) return 0;
  if (start === 0 || !han.test(previous)) return 3.5;
  if (ends.has(start)) return 3.2;
  if (leadWords.test(text.slice(Math.max(0, start - 4), start))) return 3;
  const word = map.words[map.indexAt(start - 1)];
  const whole = word !== undefined && word.end === start && word.end - word.start > 1;
  if (whole && /^(?:v|p|c|d|r|u|m|t)/.test(word.tag)) return 2.6;
  if (leads.test(previous) || /[年月日时分号期]/.test(previous)) return 2.4;
  return whole && word.tag !== 'x' ? 1.5 : 0;
}

/** What the stem's own characters and the segmenter's words say. */
function inside(text: string, map: WordMap, start: number, at: number, end: number): number {
  let score = 0;
  const stem = text.slice(start, at);
  if (stem.length > 1 && leads.test(stem.charAt(0)))
    score -= /[在从向由对给找问请让到为]/.test(stem) ? 2.4 : 1.6;
  if (/[在到向从由对]/.test(stem.slice(1))) score -= 2;
  if (leadWords.test(stem)) score -= 3;
  const first = map.words[map.indexAt(start)];
  const ofNames = (tag: string) => /^(?:ns|nz|nr|nrt|nrfg|x)$/.test(tag);
  if (first !== undefined && first.start < start && first.tag !== 'x') score -= ofNames(first.tag) ? 1 : 1.5;
  else if (first?.start === start) score += 0.4;
  if (stem.length === 1 && first !== undefined && /^(?:x|ns|zg|g|ng|nz|nr|vg|ag|tg)$/.test(first.tag))
    score += 0.8;
  if (first?.start === start && first.tag === 'ns' && (first.end === at || first.end === end)) score += 1.5;
  for (let i = map.indexAt(start); i <= map.indexAt(at - 1); i++) {
    const word = map.words[i];
    if (word === undefined || word.start < start || word.end > at || word.end - word.start < 2) continue;
    const everyday = everydayTag.test(word.tag);
    // 风景|区, 工业|区: a kind of place and no name.
    if (everyday && word.start === start && word.end === at) score -= /^[vdpcrt]/.test(word.tag) ? 3 : 1.2;
    else if (everyday && /^(?:v|d|p|c|r|m|q|u)/.test(word.tag)) score -= 2;
    else if (everyday && stem.length === 4) score -= 1;
  }
  return score;
}
