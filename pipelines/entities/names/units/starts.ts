import type { Mention } from '../../../../domain/index.js';
import type { Weights } from '../../../../lexicon/index.js';
import { type Evidence, weigh } from '../../../weighing/index.js';
import type { WordMap } from '../word-map.js';

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
  /** A post stands here. */
  postAt(at: number): boolean;
}

/** The choice of one unit: is shown to whoever learns the weights. */
export type UnitObserver = (unit: Mention, starts: readonly UnitStart[]) => void;

const inName = /[\u3400-\u9fffA-Za-z0-9·()（）]/;
const han = /[\u3400-\u9fff]/;
/** How far a name may begin from where the grammar of units lets it begin. */
const reach = 6;
/** Of a unit that its evidence speaks for. */
const usual = 0.85;
/** Occurrences of two characters that are looked at: a hostile text repeats them without end. */
const mostSeen = 12;

const divisions = /[省市县区旗州镇乡村]/;
const particles =
  /[的了着过我你您他她它们是被把给这那说很都也就及与或因某该此每其谁在由从将让于请找去问到等向]/;

export function contextOf(
  text: string,
  map: WordMap,
  places: readonly Mention[],
  postAt: (at: number) => boolean,
): UnitContext {
  const inPlace = new Uint8Array(text.length + 1);
  for (const place of places) inPlace.fill(1, place.start + 1, place.end);
  const placeStarts = new Set(places.map((p) => p.start));
  const placeEnds = new Set(places.map((p) => p.end));
  return { text, map, placeStarts, placeEnds, inPlace, postAt };
}

/** Weighs for each unit where its name begins, and whether it is one: changes the mentions and drops what is none. */
export function weighStarts(
  units: readonly Mention[],
  context: UnitContext,
  weights: Weights,
  observe?: UnitObserver,
): Mention[] {
  const seen = pairsOf(context.text);
  let last = 0;
  return units.filter((unit) => {
    const starts = startsOf(unit, context, seen, last);
    observe?.(unit, starts);
    const scores = starts.map((s) => weigh(weights, s.evidence));
    const best = starts[scores.indexOf(Math.max(...scores))]?.start;
    if (best === null) return false;
    last = unit.end;
    unit.confidence = Math.max(unit.confidence, usual);
    if (best === undefined || best === unit.start) return true;
    unit.start = best;
    unit.text = context.text.slice(best, unit.end);
    unit.value = unit.text;
    return true;
  });
}

function startsOf(unit: Mention, context: UnitContext, seen: Pairs, from: number): UnitStart[] {
  const { text } = context;
  let first = unit.start;
  while (first > from && unit.start - first < reach && inName.test(text.charAt(first - 1))) first -= 1;
  const last = Math.max(unit.start, Math.min(unit.start + reach, unit.end - 2));
  const starts: UnitStart[] = [{ start: null, evidence: evidenceOfNone(unit, context, seen) }];
  for (let start = first; start <= last; start++)
    starts.push({ start, evidence: evidenceOf(start, unit, context, seen) });
  return starts;
}

function evidenceOf(
  start: number,
  unit: Mention,
  { text, map, placeStarts, placeEnds, inPlace }: UnitContext,
  seen: Pairs,
): Evidence {
  const evidence: Evidence = new Map();
  const add = (name: string, value = 1) => evidence.set(name, value);
  const moved = start - unit.start;
  add(moved === 0 ? 'where the grammar begins' : moved < 0 ? 'before the grammar' : 'behind the grammar', 1);
  if (moved !== 0) add(`moved by ${Math.min(4, Math.abs(moved))}`);
  const previous = text.charAt(start - 1);
  if (start === 0 || previous === '\n') add('begins a line');
  else if (!han.test(previous)) add('begins a clause');
  else add(`behind ${previous}`);
  add(`first ${text.charAt(start)}`);
  const word = map.words[map.indexAt(start)];
  if (word !== undefined && word.start === start) {
    add(`begins with a word ${word.tag.charAt(0)}`);
    const before = map.words[map.indexAt(start - 1)];
    if (before !== undefined && han.test(previous))
      add(`behind a word ${before.tag.charAt(0)}${before.end - before.start > 1 ? ' of some length' : ''}`);
  } else add('cuts a word');
  if (placeStarts.has(start)) add('begins with a place');
  if (inPlace[start] === 1) add('cuts a place');
  if (placeEnds.has(start)) add('behind a place');
  const name = text.slice(start, unit.end);
  const division = name.slice(0, 8).search(divisions);
  if (division >= 0) add(`${division} before the division`);
  else add('no division');
  add(`length ${lengthOf(name)}`);
  const particle = name.slice(0, -2).search(particles);
  if (particle >= 0) add(particle === 0 ? 'particle first' : 'particle inside');
  let verbs = 0;
  for (let i = map.indexAt(start); i < map.words.length; i++) {
    const inside = map.words[i]!;
    if (inside.end >= unit.end) break;
    if (inside.start >= start && inside.end - inside.start > 1 && /^[vdpcrum]$/.test(inside.tag)) verbs += 1;
  }
  if (verbs > 0) add('verbs inside', Math.min(2, verbs));
  addSeen(add, start, text, seen);
  return evidence;
}

/** What the letter's other mentions of the first two characters say. */
function addSeen(add: (name: string) => void, start: number, text: string, seen: Pairs): void {
  const own = seen.get(text.slice(start, start + 2)) ?? [];
  const previous = text.charAt(start - 1);
  if (own.length > 1) {
    const before = new Set(own.map((at) => (at === 0 ? '\n' : text.charAt(at - 1))));
    const free = own.some((at) => at !== start && !han.test(text.charAt(at - 1)));
    if (before.size === 1 && han.test(previous)) add('always behind the same');
    else if (before.size > 1) add('seen behind others');
    if (free) add('seen at the head of a clause');
  }
  if (start === 0 || !han.test(previous)) return;
  const across = seen.get(text.slice(start - 1, start + 1)) ?? [];
  if (across.length > 1)
    add(across.length === own.length ? 'cuts what is always together' : 'cuts what is seen together');
}

function evidenceOfNone(
  unit: Mention,
  { text, map, placeStarts, postAt }: UnitContext,
  seen: Pairs,
): Evidence {
  const evidence: Evidence = new Map();
  const add = (name: string) => evidence.set(`none: ${name}`, 1);
  add('none');
  add(`ends with ${unit.text.slice(-2)}`);
  add(`ends with ${unit.text.slice(-1)}`);
  add(`length ${lengthOf(unit.text)}`);
  const previous = text.charAt(unit.start - 1);
  add(han.test(previous) ? `behind ${previous}` : 'begins a clause');
  if (placeStarts.has(unit.start)) add('begins with a place');
  else if (divisions.test(unit.text.charAt(0))) add('begins with a level');
  else {
    const word = map.words[map.indexAt(unit.start)];
    add(word?.start === unit.start ? `begins with a word ${word.tag}` : 'cuts a word');
  }
  if (unit.confidence >= 0.95) add('public body');
  if (unit.confidence < 0.7) add('nothing proper');
  if (postAt(unit.end)) add('post behind');
  add(han.test(text.charAt(unit.end)) ? `before ${text.charAt(unit.end)}` : 'ends a clause');
  if ((seen.get(unit.text.slice(0, 2))?.length ?? 0) > 1) add('seen again');
  if (particles.test(unit.text)) add('particle inside');
  return evidence;
}

const lengthOf = (name: string) =>
  name.length < 8 ? String(name.length) : name.length < 12 ? '8 to 11' : '12 and more';

/** Where each two characters of the text stand, up to a few places. */
type Pairs = ReadonlyMap<string, readonly number[]>;

function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number[]>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    const places = pairs.get(pair);
    if (places === undefined) pairs.set(pair, [at]);
    else if (places.length < mostSeen) places.push(at);
  }
  return pairs;
}
