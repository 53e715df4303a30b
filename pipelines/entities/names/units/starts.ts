import type { Mention } from '../../../../domain/index.js';
import { relationAtEnd } from '../../../family-words.js';
import { firstOf, isHan, oneOf } from '../../../one-of.js';
import { type Evidence, noteInto, type Scale, type Witness } from '../../../weighing/index.js';
import type { WordMap } from '../word-map.js';
import { type Pairs, pairsOf } from './pairs.js';

/** Where a unit's name may begin, with what speaks for it; `start` is null where it may be no unit. */
export interface UnitStart {
  start: number | null;
  evidence: Evidence;
}

/** What is known of the text before its units are weighed. */
export interface UnitContext {
  text: string;
  map: WordMap;
  /** Places of the text by where they begin and end. */
  placeStarts: ReadonlySet<number>;
  placeEnds: ReadonlySet<number>;
  /** 1 inside a place, behind its first character. */
  inPlace: Uint8Array;
  /** The kind of post that stands here; null where none does. */
  postAt(at: number): string | null;
  /** The kind of unit that is called so. */
  kindOf(name: string): string;
}

/** The units of a text, and what could be one though the evidence does not speak for it. */
export interface WeighedUnits {
  units: Mention[];
  doubtful: Mention[];
}

/** The choice of one unit: is shown to whoever learns the weights. */
export type UnitObserver = (unit: Mention, starts: readonly UnitStart[]) => void;

const inName = oneOf('\u3400-\u9fffA-Za-z0-9·()（）');
/** How far a name may begin from where the grammar of units lets it begin. */
const reach = 6;
/** Of a unit that its evidence speaks for. */
const usual = 0.85;

/** What somebody does to a shop before it has a name, and what stands before the name. */
const isOpening = oneOf('开盖叫办家建起');
const isDivision = oneOf('省市县区旗州镇乡村');
const isParticle = oneOf(
  '的了着过我你您他她它们是被把给这那说很都也就及与或因某该此每其谁在由从将让于请找去问到等向',
);
const clauseTags = new Set('v d p c r u m'.split(' '));

export function contextOf(
  text: string,
  map: WordMap,
  places: readonly Mention[],
  { postAt, kindOf }: Pick<UnitContext, 'postAt' | 'kindOf'>,
): UnitContext {
  const inPlace = new Uint8Array(text.length + 1);
  for (const place of places) inPlace.fill(1, place.start + 1, place.end);
  const placeStarts = new Set(places.map((p) => p.start));
  const placeEnds = new Set(places.map((p) => p.end));
  return { text, map, placeStarts, placeEnds, inPlace, postAt, kindOf };
}

/**
 * Weighs for each unit where its name begins, and whether it is one: changes the mentions and parts those for which
 * the evidence speaks from the doubtful.
 */
export function weighStarts(
  units: readonly Mention[],
  context: UnitContext,
  scale: Scale,
  observe?: UnitObserver,
): WeighedUnits {
  const seen = pairsOf(context.text);
  let last = 0;
  const weighed: WeighedUnits = { units: [], doubtful: [] };
  for (const unit of units) {
    const starts = startsOf(unit, context, last);
    observe?.(
      unit,
      starts.map((start) => ({ start, evidence: evidenceOf(start, unit, context, seen) })),
    );
    let [best, highest, none] = [unit.start, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const start of starts) {
      seeStart(start, unit, context, seen, scale);
      const [score = 0] = scale.take();
      if (start === null) none = score;
      else if (score > highest) [best, highest] = [start, score];
    }
    if (best !== unit.start) {
      unit.start = best;
      unit.text = context.text.slice(best, unit.end);
      unit.value = unit.text;
    }
    if (none >= highest) weighed.doubtful.push(unit);
    else {
      last = unit.end;
      unit.confidence = Math.max(unit.confidence, usual);
      weighed.units.push(unit);
    }
  }
  return weighed;
}

const ofTime = oneOf('年月日号时点期');

/** 2020年|县发改局: what stands behind a time begins a clause, however the segmenter cuts it. */
const isBehindTime = (text: string, at: number) => ofTime(text, at - 1) && /\d/.test(text.charAt(at - 2));

/** A word of the clause stands right before. */
const isJoined = (text: string, at: number) => isHan(text, at - 1) && !isBehindTime(text, at);

/** 7月18日|旗纪委: no part of a time is a part of a name. */
function cutsTime(text: string, start: number): boolean {
  let at = start;
  while (/\d/.test(text.charAt(at))) at += 1;
  return ofTime(text, at) && /\d/.test(text.charAt(at - 1));
}

/** 群众反映|县人防办, 举报|市住建局: whom somebody reports begins with his region behind that word. */
const reporting = /反映|举报|检举|控告|揭发|投诉/g;

function behindReport(unit: Mention, { text, placeStarts }: UnitContext, from: number): number | null {
  const start = Math.max(from, unit.start - reach);
  const behind = [...text.slice(start, unit.end - 2).matchAll(reporting)].map(
    (match) => start + match.index + match[0].length,
  );
  return behind.findLast((at) => isRegional(at, text, placeStarts)) ?? null;
}

/** 我前夫|县民防局: nobody's kin is part of a unit's name. */
const ofKin = new RegExp(`^(?:我|俺)?(?:${relationAtEnd})(?=[省市县区州旗镇乡])`);

/** 已转|县疾控中心, 现调到|市住建局: whither a paper or a person goes begins behind the verb. */
const handing =
  /^(?:[现均业]?已|拟|[现另])?(?:转交?|转到|转至|移送|移交|交由|报送|抄送|调[到往任至]?)[给到至]?(?=[省市县区州旗镇乡])/;

const isLed = (name: string) => handing.test(name) || ofKin.test(name);

function startsOf(unit: Mention, context: UnitContext, last: number): (number | null)[] {
  const { text } = context;
  const from = behindReport(unit, context, last) ?? last;
  let first = Math.max(unit.start, from);
  while (first > from && unit.start - first < reach && inName(text, first - 1)) first -= 1;
  const latest = Math.max(unit.start, Math.min(unit.start + reach, unit.end - 2));
  const starts: (number | null)[] = [null];
  for (let start = first; start <= latest; start++)
    if (!cutsTime(text, start) && !isLed(text.slice(start, start + reach + 1))) starts.push(start);
  // 盐坪县北门街盖|好又多超市, 清河路一家叫|福寿康养生馆: what is opened or called so begins behind that word.
  for (let start = latest + 1; start <= unit.end - 3; start++)
    if (isOpening(text, start - 1)) starts.push(start);
  return starts;
}

/** Longest name that is weighed as it is written. */
const longestWritten = 4;

function evidenceOf(start: number | null, unit: Mention, context: UnitContext, seen: Pairs): Evidence {
  const evidence: Evidence = new Map();
  seeStart(start, unit, context, seen, noteInto(evidence));
  return evidence;
}

function seeStart(
  start: number | null,
  unit: Mention,
  context: UnitContext,
  seen: Pairs,
  witness: Witness,
): void {
  if (start === null) seeNone(unit, context, seen, witness);
  else seeName(start, unit, context, seen, witness);
}

function seeName(
  start: number,
  unit: Mention,
  { text, map, placeStarts, placeEnds, inPlace }: UnitContext,
  seen: Pairs,
  witness: Witness,
): void {
  const moved = start - unit.start;
  witness.see(
    moved === 0 ? 'where the grammar begins' : moved < 0 ? 'before the grammar' : 'behind the grammar',
  );
  if (moved !== 0) witness.seeWord('moved by ', String(Math.min(4, Math.abs(moved))));
  const joined = isJoined(text, start);
  if (start === 0 || text[start - 1] === '\n') witness.see('begins a line');
  else if (!joined) witness.see('begins a clause');
  else witness.seeWord('behind ', text.charAt(start - 1));
  witness.seeWord('first ', text.charAt(start));
  const word = map.words[map.indexAt(start)];
  if (word !== undefined && word.start === start) {
    witness.seeWord('begins with a word ', word.tag.charAt(0));
    const before = map.words[map.indexAt(start - 1)];
    if (before !== undefined && joined) {
      const length = before.end - before.start > 1 ? ' of some length' : '';
      witness.seeWord('behind a word ', before.tag.charAt(0) + length);
    }
  } else if (!isBehindTime(text, start)) witness.see('cuts a word');
  if (placeStarts.has(start)) witness.see('begins with a place');
  if (joined && isRegional(start, text, placeStarts) && actsBefore(start, text, map))
    witness.see('begins with its region, behind a verb');
  if (inPlace[start] === 1) witness.see('cuts a place');
  if (placeEnds.has(start)) witness.see('behind a place');
  const near = Math.min(start + 8, unit.end);
  const division = firstOf(isDivision, text, start, near);
  witness.see(division < near ? `${division - start} before the division` : 'no division');
  if (division < near && division > start) {
    // 送|县监委, 读|市委: no name of a region.
    const named = map.words[map.indexAt(division - 1)]!;
    witness.seeWord('before the division a word ', named.end > division ? 'with it' : named.tag.charAt(0));
  }
  witness.seeWord('length ', lengthOf(unit.end - start));
  const particle = firstOf(isParticle, text, start, unit.end - 2);
  if (particle < unit.end - 2) witness.see(particle === start ? 'particle first' : 'particle inside');
  let [verbs, led] = [0, false];
  for (let i = map.indexAt(start); i < map.words.length; i++) {
    const inside = map.words[i]!;
    if (inside.end >= unit.end) break;
    if (inside.start < start) continue;
    if (inside.end - inside.start > 1 && clauseTags.has(inside.tag)) verbs += 1;
    led ||= isRegional(inside.end, text, placeStarts) && actsBefore(inside.end, text, map);
  }
  if (verbs > 0) witness.see('verbs inside', Math.min(2, verbs));
  if (led) witness.see('a verb before its region');
  if (holdsOpening(start, unit.end, text, map)) witness.see('opening inside');
  seePairs(start, text, seen, witness);
}

/** 归|区人防办, 审理|西凉房地产公司: here a region's name begins, or a level stands for it. */
const isRegional = (at: number, text: string, placeStarts: ReadonlySet<number>) =>
  placeStarts.has(at) || (isDivision(text, at) && !isDivision(text, at - 1));

const actTags = new Set('v d p c u r ug ul uz uj y'.split(' '));

/** A word of the clause and of no name ends here. */
function actsBefore(at: number, text: string, map: WordMap): boolean {
  if (!isHan(text, at - 1)) return false;
  const word = map.words[map.indexAt(at - 1)];
  return word !== undefined && word.end === at && actTags.has(word.tag);
}

/** 兰州|开|火锅店, 县城|一家|农家乐: a verb of one character or a count with what is opened behind it. */
function holdsOpening(start: number, end: number, text: string, map: WordMap): boolean {
  for (let i = map.indexAt(start); i < map.words.length; i++) {
    const word = map.words[i]!;
    if (word.end > end - 2) return false;
    if (word.start <= start) continue;
    const single = word.end - word.start === 1;
    if (single ? word.tag === 'v' && isOpening(text, word.start) : text.startsWith('一家', word.start))
      return true;
  }
  return false;
}

/** What the letter's other mentions of the first two characters say. */
function seePairs(start: number, text: string, seen: Pairs, witness: Witness): void {
  const own = seen(start);
  const joined = isHan(text, start - 1);
  if (own.length > 1) {
    const before = text[own[0]! - 1] ?? '\n';
    const same = own.every((at) => (text[at - 1] ?? '\n') === before);
    if (same && joined) witness.see('always behind the same');
    else if (!same) witness.see('seen behind others');
    if (own.some((at) => at !== start && !isHan(text, at - 1))) witness.see('seen at the head of a clause');
  }
  if (!joined) return;
  const across = seen(start - 1);
  if (across.length > 1)
    witness.see(across.length === own.length ? 'cuts what is always together' : 'cuts what is seen together');
}

/** 纪委的同志：, 纪委你们好: who is addressed and not named. */
const greeting = /^(?:的|各位)*(?:同志|领导|老师|老爷|首长|[你您]们?好|[:：])/;

function seeNone(
  unit: Mention,
  { text, map, placeStarts, postAt, kindOf }: UnitContext,
  seen: Pairs,
  witness: Witness,
): void {
  witness.see('none: none');
  if (unit.text.length <= longestWritten) witness.seeWord('none: written ', unit.text);
  if (greeting.test(text.slice(unit.end, unit.end + 6))) witness.see('none: greeted');
  witness.seeWord('none: ends with ', unit.text.slice(-2));
  witness.seeWord('none: ends with ', unit.text.slice(-1));
  witness.seeWord('none: length ', lengthOf(unit.text.length));
  if (isJoined(text, unit.start)) witness.seeWord('none: behind ', text.charAt(unit.start - 1));
  else witness.see('none: begins a clause');
  if (placeStarts.has(unit.start)) witness.see('none: begins with a place');
  else if (isDivision(unit.text, 0)) witness.see('none: begins with a level');
  else {
    const word = map.words[map.indexAt(unit.start)];
    if (word?.start === unit.start) witness.seeWord('none: begins with a word ', word.tag);
    else witness.see('none: cuts a word');
  }
  if (unit.confidence >= 0.95) witness.see('none: public body');
  if (unit.confidence < 0.7) witness.see('none: nothing proper');
  const post = postAt(unit.end);
  if (post !== null) {
    witness.see('none: post behind');
    // 第一中学|校长: the head of such a unit.
    witness.seeWord('none: before ', post);
    witness.seeWord('none: before ', `${post} of ${kindOf(unit.text)}`);
  }
  if (isHan(text, unit.end)) witness.seeWord('none: before ', text.charAt(unit.end));
  else witness.see('none: ends a clause');
  if (seen(unit.start).length > 1) witness.see('none: seen again');
  if (firstOf(isParticle, unit.text, 0) < unit.text.length) witness.see('none: particle inside');
}

const lengthOf = (length: number) => (length < 8 ? String(length) : length < 12 ? '8 to 11' : '12 and more');
