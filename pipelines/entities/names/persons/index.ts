import type { Mention, Span } from '../../../../domain/index.js';
import { type Evidence, likelihood, noteInto, type Witness } from '../../../weighing/index.js';
import { convincing, weighElsewhere, weighInSlots } from './beside-others.js';
import { findCandidates, stretchOf } from './candidates.js';
import type { Candidate, NameContext, ObserveNames, Surroundings } from './context.js';
import { seeLetter, seeOwn } from './evidence.js';
import { seePartial } from './forms.js';
import { letterOf } from './letter.js';
import { fullNames } from './resolve.js';
import { seeLeft, seeRight } from './sides.js';
import { findSlots, findTellings, type Slot, type Telling } from './slots.js';
import { tellWords } from './told-words.js';

export type { Candidate, Surroundings } from './context.js';

/** A person of the text; `value` is the full name where the letter gives exactly one that fits. */
export interface PersonMention extends Mention {
  surname: string;
  form: Candidate['form'] | 'forced';
}

/** Candidates with their log-odds, and the context that they were weighed in. */
export interface WeighedNames {
  candidates: Candidate[];
  /** Names that stand where hardly anything but a name can, surname or none. */
  anchored: Candidate[];
  /** Words that are names since somebody's unit and post is told of them. */
  explained: Candidate[];
  context: NameContext;
  slots: ReadonlyMap<number, Slot>;
  tellings: ReadonlyMap<number, Telling>;
}

/** Above whatever the evidence can give. */
const certain = 20;
/** Log-odds from which on a name behind a post or 名叫 takes its place from whatever else is read there. */
const sure = 0.5;

/**
 * Everything that may be a person's name with what speaks for it: surname, characters, the segmenter's words, both
 * sides, and the rest of the letter. The weights are learned (`npm run bench -- learn names`).
 */
export function weighNames(known: Surroundings, observe?: ObserveNames): WeighedNames {
  const context = { ...known, told: toldSurnames(known.text) };
  const slots = findSlots(context);
  const tellings = findTellings(context);
  const candidates = findCandidates(context, slots, tellings);
  const explained = weighAll(candidates, context, slots, tellings, observe);
  const anchored = best(
    candidates.filter((c) => c.score > sure && c.form === 'full' && slots.has(c.start)),
    context.text.length,
  );
  return { candidates, anchored, explained, context, slots, tellings };
}

/**
 * The persons among the candidates: of those that overlap the likeliest. 王主任 and 张某 take the full name where
 * there is exactly one.
 *
 * @param forced stretches that certainly are a name
 * @param closed mentions inside which no name begins
 */
export function choosePersons(
  { candidates, anchored, explained, context, slots, tellings }: WeighedNames,
  forced: readonly Span[],
  closed: readonly Mention[],
): PersonMention[] {
  const { text } = context;
  const shut = new Uint8Array(text.length + 1);
  // 控告甲、欧阳玉萍: the same words as a person's name and as a project's are what they are more likely.
  const odds = new Map(candidates.map((c) => [stretchOf(c.start, c.end), c.form === 'full' ? c.score : 0]));
  for (const { start, end, confidence } of closed)
    if (likelihood(odds.get(stretchOf(start, end)) ?? 0) <= confidence) shut.fill(1, start, end);
  for (const span of anchored) shut.fill(0, span.start, span.end);
  const isOpen = (c: Span) => !shut.subarray(c.start, c.end).includes(1);
  const all = candidates.filter((c) => c.form !== 'full' || isOpen(c));
  force(all, forced, context);
  const known = new Set(all.map((c) => stretchOf(c.start, c.end)));
  // 去找|磨炼|: who has no surname that is known is looked for elsewhere once a post has told that it is he.
  const unlisted = anchored.filter((c) => c.kind === 'unlisted');
  const spread = new Map(
    [...unlisted, ...explained, ...forced].map((span) => [text.slice(span.start, span.end), span]),
  );
  for (const span of spread.values()) spreadForced(all, span, { context, slots, tellings }, isOpen, known);
  const chosen = best(
    all.filter((c) => c.score > 0),
    text.length,
  );
  return fullNames(
    chosen.map(({ start, end, surname, form, score }) => ({
      type: 'person' as const,
      start,
      end,
      text: text.slice(start, end),
      value: text.slice(start, end),
      confidence: Math.min(0.99, likelihood(score)),
      surname,
      form,
    })),
    text,
  );
}

/** 正的姓干，副的姓后: a surname that is spelled out is one, however rare. */
function toldSurnames(text: string): Set<string> {
  const told = /姓([\u3400-\u9fff])(?=[，。,；;、（）()“”的叫名是\s]|$)/g;
  return new Set([...text.matchAll(told)].flatMap(([, name = '']) => (/[名氏]/.test(name) ? [] : [name])));
}

/** Each side is looked at once for all candidates that share it. */
function weighAll(
  candidates: readonly Candidate[],
  context: NameContext,
  slots: ReadonlyMap<number, Slot>,
  tellings: ReadonlyMap<number, Telling>,
  observe?: ObserveNames,
): Candidate[] {
  const { text, dictionary } = context;
  const { nameScale: scale, nameBias } = dictionary;
  const letter = letterOf(candidates, text);
  const left = new Float32Array(text.length + 1).fill(Number.NaN);
  const right = new Float32Array(text.length + 1).fill(Number.NaN);
  const seen = new Map<Candidate, Evidence>();
  const weighOne = (candidate: Candidate, seeRest: (witness: Witness) => void) => {
    const { start, end } = candidate;
    if (Number.isNaN(left[start])) {
      seeLeft(start, context, slots, scale);
      left[start] = scale.take()[0]!;
    }
    if (Number.isNaN(right[end])) {
      seeRight(end, context, tellings, scale);
      right[end] = scale.take()[0]!;
    }
    seeRest(scale);
    candidate.score = nameBias + left[start]! + right[end]! + scale.take()[0]!;
    if (observe === undefined) return;
    const evidence: Evidence = new Map();
    const note = noteInto(evidence, true);
    seeLeft(start, context, slots, note);
    seeRight(end, context, tellings, note);
    seeRest(note);
    seen.set(candidate, evidence);
  };
  for (const candidate of candidates) {
    // 阿依古丽·买买提: what foreign syllables stand around a dot is a name.
    if (candidate.kind === 'dotted') candidate.score = convincing;
    else if (candidate.form === 'full')
      weighOne(candidate, (witness) => {
        seeOwn(candidate, context, slots, witness);
        seeLetter(candidate, letter, witness);
      });
  }
  weighInSlots(candidates, context, slots, seen);
  const explained = tellWords(candidates, context, slots, convincing);
  weighElsewhere(candidates, context, slots, seen);
  const surnames = new Set(
    candidates.filter((c) => c.form === 'full' && c.score > sure).map((c) => c.surname),
  );
  for (const candidate of candidates) {
    if (candidate.form === 'full') continue;
    const named = surnames.has(candidate.surname);
    const count = letter.count(candidate);
    weighOne(candidate, (witness) => seePartial(candidate, context, count, named, witness));
  }
  for (const [candidate, evidence] of seen) observe?.(candidate, evidence);
  return explained;
}

/** Of candidates that overlap the likeliest, the longer one where two are alike; in the order of the text. */
function best(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length + 1);
  const chosen: Candidate[] = [];
  for (const candidate of [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start),
  )) {
    if (taken.subarray(candidate.start, candidate.end).includes(1)) continue;
    taken.fill(1, candidate.start, candidate.end);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

const surnameAt = (at: number, { text, dictionary }: NameContext) => {
  const two = text.slice(at, at + 2);
  return dictionary.compoundSurnames.has(two) ? two : text.charAt(at);
};

/** A form's field for a name holds one, whatever it looks like. */
function force(all: Candidate[], spans: readonly Span[], context: NameContext): void {
  const first = new Map<number, Candidate>();
  for (const candidate of all) {
    const stretch = stretchOf(candidate.start, candidate.end);
    if (!first.has(stretch)) first.set(stretch, candidate);
  }
  for (const { start, end } of spans) {
    const same = first.get(stretchOf(start, end));
    if (same !== undefined) {
      same.score = Math.max(0, same.score) + certain;
      continue;
    }
    const surname = surnameAt(start, context);
    const forced: Candidate = { start, end, surname, form: 'full', kind: 'unlisted', score: certain };
    first.set(stretchOf(start, end), forced);
    all.push(forced);
  }
}

/** Who is named once for certain is meant wherever his name stands, an everyday word only where a person can. */
function spreadForced(
  all: Candidate[],
  span: Span,
  { context, slots, tellings }: Pick<WeighedNames, 'context' | 'slots' | 'tellings'>,
  isOpen: (span: Span) => boolean,
  known: ReadonlySet<number>,
): void {
  const { text, map } = context;
  const { nameScale: scale } = context.dictionary;
  const name = text.slice(span.start, span.end);
  const [first, last] = [map.words[map.indexAt(span.start)], map.words[map.indexAt(span.end - 1)]];
  const everyday = first === last && first?.tag !== 'x' && !first?.tag.startsWith('nr');
  let count = 0;
  for (let at = text.indexOf(name); at >= 0 && count < 200; at = text.indexOf(name, at + name.length)) {
    count += 1;
    const end = at + name.length;
    if (at === span.start || known.has(stretchOf(at, end)) || !isOpen({ start: at, end })) continue;
    if (everyday) {
      seeLeft(at, context, slots, scale);
      seeRight(end, context, tellings, scale);
      if (scale.take()[0]! < 0) continue;
    }
    all.push({
      start: at,
      end,
      surname: surnameAt(at, context),
      form: 'full',
      kind: 'unlisted',
      score: convincing,
    });
  }
}
