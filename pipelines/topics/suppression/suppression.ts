import type { Span } from '../../../domain/index.js';
import { disclaimedSpans } from '../../entities/index.js';
import type { CueName } from '../compile.js';
import { firstAtOrAfter } from '../first-at.js';
import { clauseAt, lineEnd, type Reading } from '../layout.js';
import { boxZones, fieldZones, titleZones } from './form-zones.js';

/** A cue found in the reading, in its coordinates. */
export interface Cue extends Span {
  cue: CueName;
}
/** A stretch in which a trigger counts only `factor` of its weight (0: not at all). */
export interface Zone extends Span {
  factor: number;
}

/** How far, in characters, the near negation reaches: 没有收, 未违规, but not 没有依据就收. */
const nearReach = 1;
/** Most characters between 根据 and the 规定 that makes it a quoted rule. */
const ruleReach = 70;
/** A scope never reaches further than so many clauses: some letters have no full stop at all. */
const scopeClauses = 8;

/**
 * Finds where the text does not assert what its words say: negation, prohibitions, quoted rules,
 * hypotheses, denials, instructions, unticked boxes, and whom the writer says he does not accuse.
 *
 * @param subjects starts of named persons: a clause with its own subject ends the scope of a rule
 */
export function findZones(reading: Reading, cues: readonly Cue[], subjects: readonly number[]): Zone[] {
  const live = withoutHarmless([...cues].sort((a, b) => a.start - b.start || b.end - a.end));
  const breaks = live.filter((c) => c.cue === 'breaks').map((c) => c.start);
  const actors = [...subjects, ...live.filter((c) => c.cue === 'subject').map((c) => c.start)].sort(
    (a, b) => a - b,
  );
  const zones: Zone[] = [];
  live.forEach((_, index) => {
    const zone = zoneOf(reading, live, index, breaks, actors);
    if (zone && zone.end > zone.start) zones.push(zone);
  });
  const disclaimed = disclaimedSpans(reading.text).map((span) => ({ ...span, factor: 0 }));
  return [
    ...zones,
    ...disclaimed,
    ...titleZones(reading.text),
    ...boxZones(reading.text),
    ...fieldZones(reading.text),
  ];
}

/**
 * How much of its weight a trigger keeps at each unit of the text: 1, 0.5 or 0.
 * Summed from the ends of the zones, so that it is linear however many zones lie on each other.
 */
export function forceOf(length: number, zones: readonly Zone[]): Float32Array {
  const none = new Int32Array(length + 1);
  const half = new Int32Array(length + 1);
  for (const { start, end, factor } of zones) {
    const counts = factor === 0 ? none : half;
    counts[start]!++;
    counts[Math.min(end, length)]!--;
  }
  const force = new Float32Array(length);
  let zero = 0;
  let halved = 0;
  for (let i = 0; i < length; i++) {
    zero += none[i]!;
    halved += half[i]!;
    force[i] = zero > 0 ? 0 : halved > 0 ? 0.5 : 1;
  }
  return force;
}

/** Drops cues that stand inside a longer word that is none: 不得 in 不得不. */
function withoutHarmless(cues: readonly Cue[]): Cue[] {
  const live: Cue[] = [];
  let reach = 0;
  for (const cue of cues) {
    if (cue.cue === 'harmless') reach = Math.max(reach, cue.end);
    else if (cue.end > reach) live.push(cue);
  }
  return live;
}

function zoneOf(
  reading: Reading,
  cues: readonly Cue[],
  index: number,
  breaks: readonly number[],
  subjects: readonly number[],
): Zone | null {
  const cue = cues[index]!;
  const at = clauseAt(reading, cue.start);
  const clause = reading.clauses[at];
  if (!clause) return null;
  const until = (end: number) => firstBetween(breaks, cue.end, end) ?? end;
  switch (cue.cue) {
    case 'negation': {
      let end = at;
      while (end - at < scopeClauses && continuesList(reading, end + 1) && sameSentence(reading, at, end + 1))
        end++;
      return { start: cue.start, end: until(reading.clauses[end]!.end), factor: 0 };
    }
    case 'negationNear':
      // 这不是借机敛财是什么 asserts what it asks.
      if (/^[^。，,；\n]{1,16}(?:又?是什么|吗[？?]|么[？?])/.test(reading.text.slice(cue.end, cue.end + 20)))
        return null;
      if (deniesDeed(reading.text.slice(cue.end, clause.end)))
        return { start: cue.end, end: until(clause.end), factor: 0 };
      return { start: cue.end, end: Math.min(clause.end, cue.end + nearReach + 1), factor: 0 };
    case 'negationAfter':
      return { start: clause.start, end: cue.start, factor: 0 };
    case 'duty':
      return { start: cue.start, end: until(clause.end), factor: 0 };
    case 'hypothesis': {
      const sentence = sentenceSpan(reading, at);
      if (threatens(reading.text.slice(cue.end, sentence.end))) return null;
      return { start: cue.start, end: until(clause.end), factor: 0 };
    }
    case 'exemption': {
      // A school is exempt from the fee; money that its head takes is not what the exemption speaks of.
      const { start, end } = sentenceSpan(reading, at);
      if (!cues.some((c) => c.cue === 'exempted' && start <= c.start && c.start < end)) return null;
      return { start: clause.start, end: clause.end, factor: 0.5 };
    }
    case 'doubt':
      return { start: cue.start, end: clause.end, factor: 0.5 };
    case 'prohibition': {
      if (isBroken(cues, index)) return null;
      const end = ownSubject(reading, at, breaks, subjects);
      return { start: conditionAhead(reading, at, cue.start), end: until(end), factor: 0 };
    }
    case 'rule': {
      if (isBroken(cues, index)) return null;
      const closing = closingOf(cues, index);
      if (!closing || !sameSentence(reading, at, clauseAt(reading, closing.start))) return null;
      const end = ownSubject(reading, clauseAt(reading, closing.start), breaks, subjects);
      return { start: cue.start, end: firstBetween(breaks, closing.end, end) ?? end, factor: 0 };
    }
    case 'own':
      return { start: cue.start, end: cue.end, factor: 0 };
    case 'boilerplate':
      return { ...sentenceSpan(reading, at), factor: 0 };
    case 'boilerplateBlock':
      return blockZone(reading.text, cue.start);
    default:
      return null;
  }
}

/** What an office is bound to do: that it was not done is the deed. */
const bound =
  /缴|交(?![易通])|装(?!修)|建(?![设筑议])|退|查|公[开示]|入[账库]|[上呈]报|报[告批备]|登记|验收|招标|审批|研究|还给|返还|处理|整改|追究|落实|纳入|收回|放在|当[作成]/;

/** Whether what stands behind 没有 is a whole deed with its object ahead of it: 把公款借给老板, 给亲戚减免过. */
const deniesDeed = (rest: string): boolean =>
  /^(?:[把将]|[给让帮为替向跟和与].{1,24}过)/.test(rest) && !bound.test(rest);

/** 违反, 未按照: the rule is named because it was broken. */
function isBroken(cues: readonly Cue[], index: number): boolean {
  const { start } = cues[index]!;
  for (let i = index - 1; i >= 0 && start - cues[i]!.start <= 8; i--) {
    const before = cues[i]!;
    if (before.cue === 'ruleBroken' && before.end <= start && start - before.end <= 2) return true;
  }
  return false;
}

/** Where a prohibition begins with the case that it is made for: 未缴清的不得核发, 未缴清的，不得核发. */
function conditionAhead({ text, clauses }: Reading, at: number, start: number): number {
  const clause = clauses[at]!;
  if (text[start - 1] === '的') return clause.start;
  const before = clauses[at - 1];
  const follows =
    before !== undefined && start === clause.start && /的[，,]/.test(text.slice(start - 2, start));
  return follows ? before.start : start;
}

function closingOf(cues: readonly Cue[], index: number): Cue | null {
  const { end } = cues[index]!;
  for (let i = index + 1; i < cues.length && cues[i]!.start - end <= ruleReach; i++)
    if (cues[i]!.cue === 'ruleEnd' && cues[i]!.start >= end) return cues[i]!;
  return null;
}

/** A condition that describes how the accused extorts is an allegation: 如果不送钱，他就不批. */
function threatens(rest: string): boolean {
  return /^[^。]{0,12}不[^。，]{0,12}[，,]?[^。]{0,12}(?:就|便|则|根本|休想|别想)/.test(rest.slice(0, 60));
}

/** End of the sentence, or of the clause before the one that has a subject of its own. */
function ownSubject(
  reading: Reading,
  at: number,
  breaks: readonly number[],
  subjects: readonly number[],
): number {
  let end = at;
  while (end - at < scopeClauses && sameSentence(reading, at, end + 1)) {
    const next = reading.clauses[end + 1]!;
    if (firstBetween(subjects, next.start, next.end) !== null) break;
    if (firstBetween(breaks, next.start, next.start + 3) !== null) break;
    end++;
  }
  return reading.clauses[end]!.end;
}

function continuesList(reading: Reading, at: number): boolean {
  const clause = reading.clauses[at];
  return (
    clause !== undefined &&
    /^(?:以及|和|或者?|及|也没|也不|亦|更没|更不|、)/.test(reading.text.slice(clause.start, clause.start + 4))
  );
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return b < reading.clauses.length && reading.sentenceOf[a] === reading.sentenceOf[b];
}

function sentenceSpan(reading: Reading, at: number): Span {
  let from = at;
  let to = at;
  while (at - from < scopeClauses && from > 0 && reading.sentenceOf[from - 1] === reading.sentenceOf[at])
    from--;
  while (to - at < scopeClauses && sameSentence(reading, at, to + 1)) to++;
  return { start: reading.clauses[from]!.start, end: reading.clauses[to]!.end };
}

function firstBetween(sorted: readonly number[], from: number, to: number): number | null {
  const found = sorted[firstAtOrAfter(sorted.length, (i) => sorted[i]!, from)];
  return found !== undefined && found < to ? found : null;
}

/** From a heading like 填表说明 to the next field of the form, or the end of its numbered lines. */
function blockZone(text: string, start: number): Zone | null {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  if (start - lineStart > 4) return null;
  let end = lineEnd(text, start);
  while (end < text.length) {
    const line = text.slice(end + 1, lineEnd(text, end + 1));
    if (!/^(?:\d{1,2}[.、．)）]|[（(]?[一二三四五六七八九十①-⑩][）)、]?)/.test(line)) break;
    end = lineEnd(text, end + 1);
  }
  return { start: lineStart, end, factor: 0 };
}
