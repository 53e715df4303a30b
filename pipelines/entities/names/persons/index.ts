import type { Mention } from '../../../../domain/index.js';
import { compositeAt } from './composites.js';
import { type Candidate, partialAt } from './forms.js';
import { type NameContext, scoreName, supportOf } from './scores.js';
import { lengthenNames } from './whole-names.js';

export { anchoredNames } from './anchors.js';

/** A person of the text; `value` is the full name where the letter gives exactly one that fits. */
export interface PersonMention extends Mention {
  surname: string;
  form: Candidate['form'] | 'forced';
}

const enough = 3;
/** Above whatever the looks of a name can give. */
const forcedStart = 20;

/**
 * Persons by surname, form of the name, what stands beside it and how often it stands in the letter; the
 * segmenter's `nr` is one hint among these. 王主任 and 张某 take the full name where there is exactly one.
 */
export function readPersons(
  context: NameContext,
  forced: readonly { start: number; end: number }[],
): PersonMention[] {
  const { text } = context;
  const counts = new Map<string, number>();
  const all: Candidate[] = [];
  const mask = new Uint8Array(text.length);
  for (const mention of context.taken)
    mask.fill(mention.type === 'place' ? 1 : 2, mention.start, mention.end);
  for (let at = 0; at < text.length; at++) {
    for (const candidate of candidatesAt(context, at, mask)) {
      if (candidate.form === 'full') {
        const name = text.slice(candidate.start, candidate.end);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      all.push(candidate);
    }
  }
  const led = new Map<Candidate, number>();
  const whole = new Map(all.filter((c) => c.form === 'full').map((c) => [`${c.start}:${c.end}`, c]));
  for (const candidate of all) {
    if (candidate.form === 'composite') {
      candidate.score += supportOf(candidate, context);
      candidate.form = 'full';
      continue;
    }
    if (candidate.form !== 'full') continue;
    const name = text.slice(candidate.start, candidate.end);
    const count = counts.get(name) ?? 1;
    candidate.score = scoreName(candidate, context, count);
    const given = name.length - candidate.surname.length;
    if (given === 1 && count > 1 && longerIsAlwaysThere(name, count, counts, text)) candidate.score -= 3;
    if (count > 1 && alwaysLed(name, counts, text)) {
      const { start, end } = candidate;
      const longer = whole.get(`${start - 1}:${end}`);
      if (longer !== undefined) led.set(longer, candidate.score);
      candidate.score -= 3;
    }
  }
  for (const [longer, score] of led) longer.score = Math.max(longer.score, score);
  for (const span of forced) force(all, span, context);
  const known = new Set(all.filter((c) => c.form === 'full').map((c) => `${c.start}:${c.end}`));
  const spread = new Map(forced.map((span) => [text.slice(span.start, span.end), span]));
  for (const span of spread.values()) spreadForced(all, span, context, mask, known);
  spreadConfidence(all, text);
  return resolve(choose(all, text, context.dictionary), text);
}

/** `mask` is 1 inside a place and 2 inside any other mention: no name begins there, and none runs into the latter. */
function candidatesAt(context: NameContext, at: number, mask: Uint8Array): Candidate[] {
  const { text, dictionary, map } = context;
  const found: Candidate[] = [];
  if (mask[at] !== 2) {
    const composite = compositeAt(text, at, dictionary, map);
    if (composite !== null && isFree(mask, composite.start, composite.end)) found.push(composite);
  }
  const two = text.slice(at, at + 2);
  const compound = dictionary.compoundSurnames.has(two);
  const surname = compound ? two : text.charAt(at);
  if ((!compound && !dictionary.surnames.has(surname)) || mask[at] !== 0) return found;
  const partial = partialAt(text, at, surname, dictionary, map);
  if (partial !== null) found.push(partial);
  for (const size of [1, 2]) {
    const end = at + surname.length + size;
    if (end > text.length) continue;
    if (isFree(mask, at, end)) found.push({ start: at, end, surname, form: 'full', score: 0 });
  }
  return found;
}

function isFree(mask: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (mask[at] === 2) return false;
  return true;
}

/** 向东 is no name where every 向东 of the letter stands in 支向东. */
function alwaysLed(name: string, counts: ReadonlyMap<string, number>, text: string): boolean {
  const at = text.indexOf(name);
  if (at <= 0) return false;
  const longer = text.slice(at - 1, at + name.length);
  return longer.length === 3 && (counts.get(longer) ?? 0) >= (counts.get(name) ?? 1);
}

/** 王建 is no name where every 王建 of the letter is followed by the same character. */
function longerIsAlwaysThere(
  name: string,
  count: number,
  counts: ReadonlyMap<string, number>,
  text: string,
): boolean {
  const at = text.indexOf(name);
  const longer = text.slice(at, at + name.length + 1);
  if ((counts.get(longer) ?? 0) >= count) return true;
  // 涂远山 and 涂远水 are brothers, and 涂远 is nobody.
  for (let i = at, seen = 0; i >= 0 && seen < 50; i = text.indexOf(name, i + 1), seen++)
    if (!/^[\u4e00-\u9fa5][，。、；（(]/.test(text.slice(i + name.length, i + name.length + 2))) return false;
  return true;
}

/** A name that is certain once is certain wherever the letter repeats it. */
function spreadConfidence(all: Candidate[], text: string): void {
  const sure = new Map<string, number>();
  for (const candidate of all) {
    if (candidate.form !== 'full' || candidate.score < 4.5) continue;
    const name = text.slice(candidate.start, candidate.end);
    sure.set(name, Math.max(sure.get(name) ?? 0, candidate.score));
  }
  for (const candidate of all) {
    const best = sure.get(text.slice(candidate.start, candidate.end));
    if (candidate.form === 'full' && best !== undefined && candidate.score > -2) {
      candidate.score = Math.max(candidate.score, Math.min(best, 5));
    }
  }
}

/** A form's field for a name holds one, whatever it looks like. */
function force(
  all: Candidate[],
  span: { start: number; end: number },
  { text, dictionary }: NameContext,
): void {
  const two = text.slice(span.start, span.start + 2);
  const surname = dictionary.compoundSurnames.has(two) ? two : text.charAt(span.start);
  const same = all.find((c) => c.start === span.start && c.end === span.end);
  if (same !== undefined) same.score = Math.max(same.score, enough + forcedStart);
  else all.push({ ...span, surname, form: 'full', score: enough + forcedStart });
}

/** Who is named once for certain is meant wherever his name stands, an everyday word only where a person can. */
function spreadForced(
  all: Candidate[],
  span: { start: number; end: number },
  context: NameContext,
  mask: Uint8Array,
  known: ReadonlySet<string>,
): void {
  const { text, map } = context;
  const name = text.slice(span.start, span.end);
  const [first, last] = [map.words[map.indexAt(span.start)], map.words[map.indexAt(span.end - 1)]];
  const everyday = first === last && first?.tag !== 'x' && !first?.tag.startsWith('nr');
  let count = 0;
  for (let at = text.indexOf(name); at >= 0 && count < 200; at = text.indexOf(name, at + name.length)) {
    count += 1;
    const end = at + name.length;
    if (at === span.start || !isFree(mask, at, end) || known.has(`${at}:${end}`)) continue;
    if (everyday && supportOf({ start: at, end }, context) < 1.4) continue;
    const two = text.slice(at, at + 2);
    const surname = context.dictionary.compoundSurnames.has(two) ? two : text.charAt(at);
    all.push({ start: at, end, surname, form: 'full', score: 5 });
  }
}

function choose(
  all: readonly Candidate[],
  text: string,
  dictionary: NameContext['dictionary'],
): PersonMention[] {
  const chosen: Candidate[] = [];
  const good = all.filter((c) => c.score >= enough);
  const whole = new Map(good.filter((c) => c.form === 'full').map((c) => [`${c.start}:${c.end}`, c]));
  for (const candidate of good) {
    // 秋成|业 and 秋成业 score alike: the whole name, where its last character is one of names.
    const longer = whole.get(`${candidate.start}:${candidate.end + 1}`);
    const near = longer !== undefined && candidate.form === 'full' && candidate.score - longer.score < 0.6;
    if (near && candidate.score > longer.score && dictionary.given.has(text.charAt(longer.end - 1)))
      longer.score = candidate.score + 0.1;
  }
  const taken = new Uint8Array(text.length);
  for (const candidate of good.sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
    if (taken.subarray(candidate.start, candidate.end).includes(1)) continue;
    taken.fill(1, candidate.start, candidate.end);
    chosen.push(candidate);
  }
  chosen.sort((a, b) => a.start - b.start);
  lengthenNames(text, chosen, dictionary);
  return chosen.map(({ start, end, surname, form, score }) => ({
    type: 'person' as const,
    start,
    end,
    text: text.slice(start, end),
    value: text.slice(start, end),
    confidence: Math.min(0.99, 0.5 + score / 12),
    surname,
    form,
  }));
}

/** Partial names take the full name of the same surname where the letter has exactly one. */
function resolve(persons: PersonMention[], text: string): PersonMention[] {
  const full = new Map<string, Set<string>>();
  for (const person of persons) {
    if (person.form !== 'full') continue;
    full.set(person.surname, (full.get(person.surname) ?? new Set()).add(person.text));
  }
  const told = new Map<string, string>();
  // 涂主任，涂远山，: the full name beside the title tells which of two brothers is meant.
  for (const [n, person] of persons.entries()) {
    const next = persons[n + 1];
    if (person.form !== 'titled' || next?.form !== 'full' || next.surname !== person.surname) continue;
    if (/^[，,（(]?(?:全名|名叫|叫|就是|即)?$/.test(text.slice(person.end, next.start)))
      told.set(person.text, next.text);
  }
  for (const person of persons) person.value = told.get(person.text) ?? person.value;
  const maskedNames = new Map<string, Set<string>>();
  for (const person of persons)
    if (person.form === 'masked')
      maskedNames.set(person.surname, (maskedNames.get(person.surname) ?? new Set()).add(person.text));
  for (const person of persons) {
    const names = full.get(person.surname);
    const masks = maskedNames.get(person.surname);
    // 姓郗的干部（郗某，名字不清楚）
    if (names === undefined && masks?.size === 1 && person.form === 'spoken')
      person.value = [...masks][0] ?? person.text;
    if (person.form !== 'full' && names?.size === 1) person.value = [...names][0] ?? person.text;
  }
  return persons;
}
